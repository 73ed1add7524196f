import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import { preAdviceFigures } from '#shared/returns/pre-advice/pre-advice-figures.ts';
import { millisOf } from '#shared/returns/record/instant.ts';
import type { CaseLife } from './case-life.ts';
import type { Lane } from './lane.ts';
import type { Lived } from './run-lane.ts';

type Warehouses = Pick<Lane, 'hangzhou' | 'north'>;

/** From *the shop knows the number* to *the WMS acknowledged it*, over all numbers that were; milliseconds. */
function acknowledgementLags(lane: Lane, snapshots: readonly CaseSnapshot[]): number[] {
  const firsts = new Map<string, number>();
  for (const { number, acknowledgedAt } of snapshots.flatMap(({ parcels }) => parcels)) {
    if (acknowledgedAt) {
      firsts.set(number, Math.min(millisOf(acknowledgedAt), firsts.get(number) ?? Number.POSITIVE_INFINITY));
    }
  }
  return [...firsts].flatMap(([number, at]) => {
    const knownAt = lane.doudian.numberKnownAt(number);
    return knownAt === undefined ? [] : [at - knownAt];
  });
}

/** The same by the simulators and by Backhaul's own records, as lines of text. */
export function figureLines(lane: Lane, { dock }: Pick<Lived, 'dock'>, snapshots: readonly CaseSnapshot[]): string[] {
  const lags = acknowledgementLags(lane, snapshots);
  const inTime = [...dock.arrivals].filter(
    ([number, at]) => (takenAtOf(lane, number) ?? Number.POSITIVE_INFINITY) <= at,
  );
  const { lag, announcedBeforeArrival } = preAdviceFigures(snapshots);
  const { received, announced } = announcedBeforeArrival;
  return [
    `  the shop knows the number → the WMS acknowledged ${spread(percentile(lags, 50), percentile(lags, 95), lags.length)}`,
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

function takenAtOf({ hangzhou, north }: Warehouses, number: string): number | undefined {
  return hangzhou.takenAt(number) ?? north.takenAt(number);
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
