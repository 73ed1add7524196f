import { barred, bars } from './bars.ts';
import type { CpuResult } from './cpu.ts';
import type { LoadResult } from './load.ts';
import { costOf, dollarsOf } from './prices.ts';
import { rounded, type Spread } from './statistics.ts';
import type { StepUnits, UnitsResult } from './units.ts';

type Row = readonly (string | number)[];

/** Rows under their titles; numbers stand to the right. */
export function tableText(titles: readonly string[], rows: readonly Row[]): string {
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => String(row[column] ?? '').length)),
  );
  const line = (row: Row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(titles), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function pad(cell: string | number, width: number): string {
  return typeof cell === 'number' ? String(cell).padStart(width) : cell.padEnd(width);
}

function rangeOf({ min, max }: Spread, digits = 2): string {
  return `${rounded(min, digits)} to ${rounded(max, digits)}`;
}

export function cpuText(results: readonly CpuResult[]): string {
  const rows = results.map(({ sender, bodyBytes, messageBytes, lineBytes, oursUs, floorUs, ratio, pairs }) => [
    sender,
    bodyBytes,
    messageBytes,
    lineBytes,
    Math.round(floorUs.median),
    Math.round(oursUs.median),
    rounded(ratio),
    rangeOf(pairs),
    verdictOf(ratio, bars.cpu),
  ]);
  const sizes = ['body bytes', 'message bytes', 'line bytes'];
  const titles = ['sender', ...sizes, 'floor µs', 'ours µs', 'ratio', 'pair by pair', `<= ${bars.cpu}`];
  return `CPU per accepted webhook, medians of pairs of fresh processes that run by turns\n${tableText(titles, rows)}`;
}

export function loadText(results: readonly LoadResult[]): string {
  const rows = results.map(({ name, bytes, bytesRatio, floorMs, loadMs, loadRatio, pairs, wallMs, wallRatio }) => [
    name,
    bytes,
    bytesRatio,
    name === barred ? verdictOf(bytes, bars.bytes) : '',
    rounded(floorMs.median, 1),
    rounded(loadMs.median, 1),
    rounded(loadRatio),
    rangeOf(pairs),
    name === barred ? verdictOf(loadRatio, bars.load) : '',
    rounded(wallMs.median, 1),
    rounded(wallRatio),
  ]);
  const bytesTitles = ['bytes', 'ratio', `<= ${bars.bytes}`];
  const loadTitles = ['floor ms', 'load ms', 'ratio', 'pair by pair', `<= ${bars.load}`, 'by the clock', 'ratio'];
  const titles = ['bundle', ...bytesTitles, ...loadTitles];
  return `Bundles and the CPU of their load, medians of pairs of fresh processes\n${tableText(titles, rows)}`;
}

function verdictOf(value: number, bar: number): string {
  return value <= bar ? 'yes' : 'no';
}

export function unitsText({
  steps,
  wholeReturn,
  others,
  shares,
  caseRecordBytes,
  emulator,
  largestMessageBytes,
}: UnitsResult): string {
  const titles = [
    'delivery',
    'to self',
    'siblings',
    'gets',
    'queries',
    'writes',
    'refused',
    'read u.',
    'write u.',
    'index u.',
    'events',
    'PutEvents',
    'clocks',
    'AWS calls',
  ];
  const shareRows = shares.map(({ about, calls, readUnits, writeUnits, largestBytes }) => [
    about,
    calls,
    writeUnits,
    readUnits,
    largestBytes,
  ]);
  const costs = Object.entries({
    ...costOf(steps.length, wholeReturn),
    'all of it': dollarsOf(steps.length, wholeReturn),
  }).map(([what, dollars]) => [what, rounded(dollars, 1)]);
  const average = rounded(wholeReturn.awsCalls / steps.length, 1);
  return [
    `A simple return, ${steps.length} deliveries; ${average} AWS calls each on average\n${tableText(titles, [...steps, wholeReturn].map(rowOf))}`,
    `Other deliveries\n${tableText(titles, others.map(rowOf))}`,
    `What the units of the return went into\n${tableText(['item and command', 'calls', 'write u.', 'read u.', 'largest bytes'], shareRows)}`,
    `The case's record at the end, bytes by attribute\n${tableText(['attribute', 'bytes'], Object.entries(caseRecordBytes.at(-1) ?? {}))}`,
    `Dollars per million returns, by list price\n${tableText(['what', '$'], costs)}`,
    `Units are computed by DynamoDB's rules. ${emulator.sameWrites} of ${emulator.comparedWrites} writes cost the same by the emulator's own count; it does not count reads by size.`,
    `The largest message to ourselves had ${largestMessageBytes} bytes.`,
  ].join('\n\n');
}

function rowOf(units: StepUnits): Row {
  return [
    units.name,
    units.messagesToOurselves + units.hints,
    units.siblingRefolds,
    units.gets,
    units.queries,
    units.puts + units.transactions + units.updates + units.deletes,
    units.refusedWrites,
    units.readUnits,
    units.tableWriteUnits,
    units.indexWriteUnits,
    units.events,
    units.putEventsCalls,
    units.timerStarts,
    units.awsCalls,
  ];
}
