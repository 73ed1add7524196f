import type { CaseSnapshot } from '#shared/returns/case.ts';
import { preAdviceFigures } from '#shared/returns/pre-advice-figures.ts';
import type { CaseLife } from './case-life.ts';
import type { Lane } from './lane.ts';
import type { Lived } from './run-lane.ts';

type Warehouses = Pick<Lane, 'hangzhou' | 'north'>;

/** From *the shop knows the number* to *the WMS took the order*, over all numbers that were announced; milliseconds. */
function announcementLags(lane: Lane, lives: readonly CaseLife[]): number[] {
  return numbersOf(lives).flatMap((number) => {
    const knownAt = lane.doudian.numberKnownAt(number);
    const acknowledgedAt = acknowledgedAtOf(lane, number);
    return knownAt !== undefined && acknowledgedAt !== undefined ? [acknowledgedAt - knownAt] : [];
  });
}

/** The same by the simulators and by Backhaul's own records, as lines of text. */
export function figureLines(
  lane: Lane,
  { lives, dock }: Pick<Lived, 'lives' | 'dock'>,
  snapshots: readonly CaseSnapshot[],
): string[] {
  const lags = announcementLags(lane, lives);
  const inTime = [...dock.arrivals].filter(
    ([number, at]) => (acknowledgedAtOf(lane, number) ?? Number.POSITIVE_INFINITY) <= at,
  );
  const { lag, announcedBeforeArrival } = preAdviceFigures(snapshots);
  const { received, announced } = announcedBeforeArrival;
  return [
    `  the shop knows the number → the WMS took it      ${spread(percentile(lags, 50), percentile(lags, 95), lags.length)}`,
    `  known to Backhaul → acknowledged (by records)    ${spread(lag.fromKnown.p50Ms, lag.fromKnown.p95Ms, lag.fromKnown.count)}`,
    `  by the platform's own time → acknowledged        ${spread(lag.fromPlatform.p50Ms, lag.fromPlatform.p95Ms, lag.fromPlatform.count)}`,
    `  announced before arrival (by simulators)         ${share(inTime.length, dock.arrivals.size)}`,
    `  announced before arrival (by records)            ${share(announced, received)}`,
    '  (a parcel arrives 60 to 90 s after the shop knows its number, announced or not; in life it is days)',
  ];
}

/** How often the feed was asked, and for how many numbers. */
export function followLine({ feed }: Pick<Lane, 'feed'>, lives: readonly CaseLife[]): string {
  const asks = numbersOf(lives).map((number) => feed.asksOf(number));
  const followed = asks.filter((count) => count > 0);
  return `carrier feed: asked ${followed.reduce((sum, count) => sum + count, 0)} times to follow ${followed.length} numbers`;
}

function numbersOf(lives: readonly CaseLife[]): string[] {
  return [...new Set(lives.flatMap(({ trackingNumber, secondNumber }) => [trackingNumber, secondNumber]))];
}

function acknowledgedAtOf({ hangzhou, north }: Warehouses, number: string): number | undefined {
  return hangzhou.acknowledgedAt(number) ?? north.acknowledgedAt(number);
}

function share(part: number, whole: number): string {
  return whole === 0 ? 'not measured' : `${((part / whole) * 100).toFixed(1)} % (${part} of ${whole})`;
}

function spread(p50Ms: number | undefined, p95Ms: number | undefined, count: number): string {
  return p50Ms === undefined || p95Ms === undefined
    ? 'not measured'
    : `p50 ${(p50Ms / 1000).toFixed(1)} s, p95 ${(p95Ms / 1000).toFixed(1)} s (${count} numbers)`;
}

/** Nearest rank. */
function percentile(values: readonly number[], share: number): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil((values.length * share) / 100) - 1)];
}
