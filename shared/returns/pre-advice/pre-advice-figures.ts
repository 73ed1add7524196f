import type { CaseSnapshot } from '../case/case.ts';
import { earliestOf, type Instant, millisOf } from '../record/instant.ts';
import type { CaseParcel } from '../tracking/part.ts';

/** How long it took, over `count` parcels; undefined where none was measured. */
export interface Lag {
  readonly count: number;
  readonly p50Ms: number | undefined;
  readonly p95Ms: number | undefined;
}

export interface PreAdviceFigures {
  readonly lag: {
    /** From our first receipt of the number to the warehouse's acknowledgement. */
    readonly fromKnown: Lag;
    /** The same from when the platform says that the number was stated. */
    readonly fromPlatform: Lag;
  };
  readonly announcedBeforeArrival: {
    readonly received: number;
    /** Of those, acknowledged by the warehouse no later than it received them. */
    readonly announced: number;
    /** 0 to 1; undefined while nothing was received. */
    readonly share: number | undefined;
  };
}

type FiguredParcel = Pick<CaseParcel, 'number' | 'statedAt' | 'stands'> & {
  readonly knownAt?: Instant;
  readonly acknowledgedAt?: Instant;
  readonly state?: Pick<NonNullable<CaseParcel['state']>, 'receivedAt'>;
};
type FiguredCase = { readonly [Field in keyof Pick<CaseSnapshot, 'parcels'>]: readonly FiguredParcel[] };

/** When each of it first was so, in whichever case. */
interface Course {
  readonly statedAt?: Instant;
  readonly knownAt?: Instant;
  readonly acknowledgedAt?: Instant;
  readonly receivedAt?: Instant;
}

/**
 * How fast warehouses were told of parcels, and how many of those that came were told of before. A tracking number counts once, however
 * many cases name it. A lag counts where both its ends are known, whether or not the number still stands; a parcel counts as received
 * while some case's latest statement names it. Percentiles are by nearest rank: the smallest lag that at least that share does not exceed.
 */
export function preAdviceFigures(cases: readonly FiguredCase[]): PreAdviceFigures {
  const courses = [
    ...Map.groupBy(
      cases.flatMap(({ parcels }) => parcels),
      ({ number }) => number,
    ).values(),
  ].map(courseOf);
  const received = courses.filter((each) => each.receivedAt !== undefined);
  const announced = received.filter(isAnnounced).length;
  return {
    lag: {
      fromKnown: lagOf(courses, ({ knownAt }) => knownAt),
      fromPlatform: lagOf(courses, ({ statedAt }) => statedAt),
    },
    announcedBeforeArrival: {
      received: received.length,
      announced,
      share: received.length > 0 ? announced / received.length : undefined,
    },
  };
}

function courseOf(parcels: readonly FiguredParcel[]): Course {
  return {
    ...first(
      'statedAt',
      parcels.map(({ statedAt }) => statedAt),
    ),
    ...first(
      'knownAt',
      parcels.map(({ knownAt }) => knownAt),
    ),
    ...first(
      'acknowledgedAt',
      parcels.map(({ acknowledgedAt }) => acknowledgedAt),
    ),
    ...first(
      'receivedAt',
      parcels.map(({ stands, state }) => (stands ? state?.receivedAt : undefined)),
    ),
  };
}

function first(field: keyof Course, instants: readonly (Instant | undefined)[]): Course {
  const at = earliestOf(instants);
  return at ? { [field]: at } : {};
}

function isAnnounced({ acknowledgedAt, receivedAt }: Course): boolean {
  return acknowledgedAt !== undefined && receivedAt !== undefined && acknowledgedAt <= receivedAt;
}

/** A warehouse whose clock is behind acknowledges before we knew: that is no lag, rather than less than none. */
function lagOf(courses: readonly Course[], from: (course: Course) => Instant | undefined): Lag {
  const lags = courses
    .flatMap((course) => {
      const start = from(course);
      const { acknowledgedAt } = course;
      return start && acknowledgedAt ? [Math.max(0, millisOf(acknowledgedAt) - millisOf(start))] : [];
    })
    .sort((a, b) => a - b);
  return { count: lags.length, p50Ms: percentile(lags, 50), p95Ms: percentile(lags, 95) };
}

/** By nearest rank. @param sorted - Ascending. */
function percentile(sorted: readonly number[], percent: number): number | undefined {
  return sorted[Math.ceil((percent * sorted.length) / 100) - 1];
}
