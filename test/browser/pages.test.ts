import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseTexts } from '../../functions/serve-board/page/pages/case/case-texts.ts';
import { shellTexts } from '../../functions/serve-board/page/shell/shell-texts.ts';
import type { OwnCase } from '../simulators/own-store.ts';
import { expectClean, flawsOf } from './clean.ts';
import { asked, before, caseOf, evil, hourMs, minuteMs } from './seed.ts';
import { desk, openStage, phone, type Stage, type Visit } from './stage.ts';

/*
 * Every page as it is looked at: in both languages, on a desk and on a phone, by axe, without an error, without a request to anybody else, no wider than its window; and with
 * a case on it in which every free field holds what should do something, and does not.
 */
let stage: Stage;
let hostile: OwnCase;

async function openHostile(): Promise<void> {
  hostile = caseOf(stage, 'EVIL');
  const { sender, ownStore, east } = stage;
  const items = [{ sku: 'CAP-BLUE', quantity: 1 }];
  const line = {
    lineId: '1',
    sku: 'CAP-BLUE',
    quantity: 1,
    unitPrice: { amount: 9900, currency: 'CNY' },
    title: evil,
    variant: evil,
  };
  await asked(stage, hostile, 40 * minuteMs, {
    at: before(30 * hourMs),
    more: {
      lines: [line],
      reason: { code: 'other', text: evil },
      buyer: { ref: evil, language: 'zh-CN', phoneTail: '0000' },
    },
  });
  const trackingNumber = `SF${stage.tag}666`;
  await ownStore.approve(hostile, before(29 * hourMs), { note: evil, reason: evil });
  await ownStore.ship(hostile, trackingNumber, before(28 * hourMs));
  await sender.send('carrier-feed', 'parcel.moved', {
    trackingNumber,
    stage: 'in-transit',
    text: evil,
    at: before(20 * hourMs).toISOString(),
  });
  await east.receive({ trackingNumber, items, at: before(3 * hourMs) });
  // Nobody claims it, and somebody's message makes no sense.
  await east.receive({ trackingNumber: `YT${stage.tag}999`, items, at: before(2 * hourMs) });
  await sender.sendBytes('own-store', Buffer.from(`{"type":"${evil.replaceAll('"', '')}"}`));
  await stage.ask('agent', 'takeCaseAct', {
    path: { key: hostile.key },
    body: { act: 'note', text: evil, key: `note-${stage.tag}` },
  });
}

beforeAll(async () => {
  stage = await openStage();
  await openHostile();
});
afterAll(async () => await stage?.close());

const pathsOf = (): [string, string][] => [
  ['Today', '/today'],
  ['Cases', '/cases'],
  ['a case', `/cases/${encodeURIComponent(hostile.key)}`],
  ['a case over Today', `/today?open=${encodeURIComponent(`case ${hostile.key}`)}`],
  ['Unclaimed', '/unclaimed'],
  ['Sources', '/sources'],
];

/** All that it shows was answered, or will not be. */
async function isThere({ page, locale }: Visit): Promise<void> {
  await page.getByRole('navigation', { name: shellTexts.pages[locale] }).waitFor();
  await page.waitForLoadState('networkidle');
}

describe.each([
  ['zh-CN', desk],
  ['zh-CN', phone],
  ['en', desk],
  ['en', phone],
] as const)('in %s at %i px', (locale, width) => {
  it('each page is clean, and nothing that somebody wrote does anything in it', async () => {
    const visit = await stage.visit({ as: 'admin', locale, width });
    await isThere(visit);
    const flaws: Record<string, readonly string[]> = {};
    const paths = pathsOf();
    for (const [name, path] of paths) {
      await visit.page.goto(`${stage.origin}/board${path}${path.includes('?') ? '&' : '?'}lang=${locale}`);
      await isThere(visit);
      flaws[name] = await flawsOf(visit);
    }

    expect(flaws).toEqual(Object.fromEntries(paths.map(([name]) => [name, []])));
  });
});

it('a case shows what was written, letter by letter', async () => {
  const visit = await stage.visit({ as: 'agent', path: `/cases/${encodeURIComponent(hostile.key)}` });
  await isThere(visit);

  expect(await visit.page.getByText('<img src=x onerror=alert(1)>').count()).toBeGreaterThan(0);
  expect(await visit.page.locator('img[src="x"]').count()).toBe(0);
});

it('a case of a shop that one does not see is not there', async () => {
  const visit = await stage.visit({
    as: 'day-team',
    path: `/cases/${encodeURIComponent('doudian:4400123:148870000000')}`,
    forgive: /404/,
  });
  await isThere(visit);
  await expectClean(visit, 'a case that is not there');
  await visit.page.getByText(caseTexts.notThere['zh-CN']).waitFor();
});

it('the first page with all that it needs is at most 480 KB by gzip', async () => {
  const bodies: Promise<Buffer>[] = [];
  const visit = await stage.visit({
    as: 'agent',
    before: async (context) => {
      context.on('response', (response) => {
        if (new URL(response.url()).pathname.startsWith('/board')) {
          bodies.push(response.body());
        }
      });
    },
  });
  await isThere(visit);
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);

  expect(sizes.length).toBeGreaterThan(2);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(480 * 1024);
});
