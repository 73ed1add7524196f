import type { CaseSnapshot } from '#shared/returns/case.ts';
import { preAdviceFigures } from '#shared/returns/pre-advice-figures.ts';
import type { CaseLife } from './case-life.ts';
import type { Lane } from './lane.ts';

/** From *the shop knows the number* to *the WMS took the order*, over all numbers that were announced; milliseconds. */
export function announcementLags(lane: Lane, lives: readonly CaseLife[]): number[] {
  const numbers = new Set(lives.flatMap(({ trackingNumber, secondNumber }) => [trackingNumber, secondNumber]));
  return [...numbers].flatMap((number) => {
    const knownAt = lane.doudian.numberKnownAt(number);
    const acknowledgedAt = lane.hangzhou.acknowledgedAt(number) ?? lane.north.acknowledgedAt(number);
    return knownAt !== undefined && acknowledgedAt !== undefined ? [acknowledgedAt - knownAt] : [];
  });
}

/** The same by the simulators and by Backhaul's own records, as lines of text. */
export function figureLines(lags: readonly number[], snapshots: readonly CaseSnapshot[]): string[] {
  const { lag, announcedBeforeArrival } = preAdviceFigures(snapshots);
  const { received, announced, share } = announcedBeforeArrival;
  return [
    `  the shop knows the number → the WMS took it      ${spread(percentile(lags, 50), percentile(lags, 95), lags.length)}`,
    `  known to Backhaul → acknowledged (by records)    ${spread(lag.fromKnown.p50Ms, lag.fromKnown.p95Ms, lag.fromKnown.count)}`,
    `  by the platform's own time → acknowledged        ${spread(lag.fromPlatform.p50Ms, lag.fromPlatform.p95Ms, lag.fromPlatform.count)}`,
    `  announced before arrival                         ${share === undefined ? 'not measured' : `${(share * 100).toFixed(1)} % (${announced} of ${received})`}`,
  ];
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
