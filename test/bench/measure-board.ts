import { performance } from 'node:perf_hooks';
import type { Page } from 'playwright-core';
import { instantOf } from '#shared/returns/record/instant.ts';
import { openBrowser } from '../../tools/board/open-browser.ts';
import { readOptions } from '../../tools/run/read-options.ts';
import { runScript } from '../../tools/run/run-script.ts';
import { foldedEntries } from './board-entries.ts';
import { startBoard } from './board-server.ts';
import { timingsOf } from './board-timings.ts';
import { rounded, spreadOf } from './statistics.ts';

const help = `npm run board:measure                    opens the board with 10,000 open cases in a Chromium
npm run board:measure -- --cases 1000    fewer

It prints how long the page takes to be there, to filter and to sort its cases (from what somebody does until that is painted), how many frames take longer than 50 ms while
it is scrolled, and the memory of its scripts. It fails where half of the times to filter, or to sort, are over 100 ms.`;

/** Milliseconds, of the median. */
const bars = { filter: 100, sort: 100 } as const;
const longFrameMs = 50;

const options = { cases: { type: 'string', default: '10000' }, help: { type: 'boolean', short: 'h' } } as const;

function readValues() {
  const { cases, ...values } = readOptions(options);
  if (!/^[1-9]\d{2,4}$/.test(cases)) {
    throw new Error(`--cases is "${cases}"; it must be a whole number from 100 to 99999, such as 1000.`);
  }
  return { ...values, cases: Number(cases) };
}

async function run({ cases }: ReturnType<typeof readValues>): Promise<void> {
  const entries = await foldedEntries(cases, instantOf(Date.now()));
  const server = await startBoard(entries);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const today = await openedMs(page, server.urlOf('/today'), 'main :is(table, li, article)');
    const heapOfToday = await heapOf(page);
    const all = await openedMs(page, server.urlOf('/cases'), 'tbody tr[aria-rowindex]');
    const heapBefore = await heapOf(page);
    const { filter, sort, frames } = await timingsOf(page);
    const heapAfter = await heapOf(page);
    const medians = { filter: spreadOf(filter).median, sort: spreadOf(sort).median };
    const long = frames.filter((ms) => ms > longFrameMs).length;
    console.log(
      [
        `the list of ${cases} cases: ${kilobytes(server.bytes.plain)}, by gzip ${kilobytes(server.bytes.gzip)}`,
        `Today is there after ${Math.round(today)} ms, Cases after ${Math.round(all)} ms`,
        `filter: ${spreadText(filter)}; sort: ${spreadText(sort)}`,
        `scrolling: ${long} of ${frames.length} frames over ${longFrameMs} ms, the longest ${Math.round(Math.max(...frames))} ms`,
        `memory of scripts: Today ${megabytes(heapOfToday)}, Cases ${megabytes(heapBefore)}, after all this ${megabytes(heapAfter)}`,
        `median with ${cases} cases: filter ${rounded(medians.filter, 1)} ms, sort ${rounded(medians.sort, 1)} ms, at most ${bars.filter} ms is allowed`,
      ].join('\n'),
    );
    const isSlow = medians.filter > bars.filter || medians.sort > bars.sort;
    process.exitCode = isSlow ? 1 : 0;
  } finally {
    await browser.close();
    server.close();
  }
}

async function openedMs(page: Page, url: string, wanted: string): Promise<number> {
  // Another hash alone would be no other page.
  await page.goto('about:blank');
  const begin = performance.now();
  await page.goto(url);
  await page.locator(wanted).first().waitFor();
  return performance.now() - begin;
}

/** What is in use once all else was thrown away, in bytes. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

function spreadText(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  return `median ${rounded(spreadOf(times).median, 1)} ms of ${times.length}, the longest ${rounded(sorted.at(-1) ?? 0, 1)} ms`;
}

const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} KB`;
const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;

await runScript({ command: 'npm run board:measure', help, read: readValues, run });
