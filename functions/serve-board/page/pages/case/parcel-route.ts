import type { CaseView, ParcelView } from '#shared/api/case-view.ts';
import type { GoodsReportView } from '#shared/api/goods-reports.ts';
import type { ParcelStage } from '#shared/returns/carrier/parcel-stages.ts';
import type { Instant } from '#shared/returns/record/instant.ts';

/** Where a parcel passes on its way back; of goods that went out, where they turn round. */
export const stops = [
  'announced',
  'sent',
  'picked-up',
  'in-transit',
  'turned',
  'delivered',
  'received',
  'inspected',
  'stocked-in',
] as const;
export type Stop = (typeof stops)[number];

/** `skipped`: it went on without. */
export type StopState = 'done' | 'here' | 'ahead' | 'skipped';

export interface RouteStop {
  readonly stop: Stop;
  readonly state: StopState;
  readonly at?: Instant;
}

/** `turned`: it went out and comes back, by whatever. */
export type Direction = 'back' | 'out' | 'turned';

/** What became of a parcel that went out; `stop-asked` while nobody said what came of it. */
export type Fate = 'stop-asked' | 'stopped' | 'stop-failed' | 'refused' | 'returned-to-sender';

export interface ParcelRoute {
  readonly direction: Direction;
  readonly fate?: Fate;
  readonly stops: readonly RouteStop[];
}

type Beside = Pick<CaseView, 'preAdvices' | 'reports' | 'stopped' | 'stopRequested'>;

const stopsOf: Readonly<Record<Direction, readonly Stop[]>> = {
  back: ['announced', 'picked-up', 'in-transit', 'delivered', 'received', 'inspected', 'stocked-in'],
  out: ['sent', 'picked-up', 'in-transit', 'delivered'],
  turned: ['sent', 'picked-up', 'turned', 'delivered', 'received', 'inspected', 'stocked-in'],
};

/** Where a parcel stands on its way. */
export function routeOf(parcel: ParcelView, beside: Beside): ParcelRoute {
  const direction = directionOf(parcel);
  const fate = parcel.isOutbound ? fateOf(parcel, beside) : undefined;
  const times = timesOf(parcel, beside, direction);
  const own = stopsOf[direction];
  const here = own.findLastIndex((stop) => times.has(stop));
  return {
    direction,
    ...(fate && { fate }),
    stops: inTime(
      own.map((stop, index) => {
        const at = times.get(stop) || undefined;
        return { stop, state: stateOf(index - here, stop, times), ...(at && { at }) };
      }),
    ),
  };
}

/** Where times are told, they say what came first; a stop without one keeps its place. */
function inTime(all: readonly RouteStop[]): RouteStop[] {
  const timed = all.filter(({ at }) => at).sort((a, b) => Date.parse(a.at ?? '') - Date.parse(b.at ?? ''));
  return all.map((each) => (each.at ? (timed.shift() ?? each) : each));
}

function directionOf({ isOutbound, stands }: ParcelView): Direction {
  if (!isOutbound) {
    return 'back';
  }
  return stands ? 'turned' : 'out';
}

function stateOf(beyond: number, stop: Stop, times: ReadonlyMap<Stop, unknown>): StopState {
  if (beyond === 0) {
    return 'here';
  }
  if (beyond > 0) {
    return 'ahead';
  }
  // Of the way nobody tells every place; that nobody told the warehouse is worth seeing.
  return stop === 'announced' && !times.has(stop) ? 'skipped' : 'done';
}

function fateOf({ sides = [] }: ParcelView, { stopped, stopRequested }: Beside): Fate | undefined {
  const side = (['refused', 'returned-to-sender'] as const).find((each) => sides.includes(each));
  if (stopped?.ok) {
    return 'stopped';
  }
  if (side) {
    return side;
  }
  if (stopRequested && !stopRequested.answeredAt) {
    return 'stop-asked';
  }
  return stopped ? 'stop-failed' : undefined;
}

const stopOfStage: Readonly<Record<ParcelStage, Stop | undefined>> = {
  'pick-up-booked': undefined,
  numbered: undefined,
  'picked-up': 'picked-up',
  'in-transit': 'in-transit',
  'out-for-delivery': 'in-transit',
  delivered: 'delivered',
  received: 'received',
};

/** The stops that it came to, with when as far as anybody tells. */
function timesOf(parcel: ParcelView, beside: Beside, direction: Direction): Map<Stop, Instant | ''> {
  const times = new Map<Stop, Instant | ''>();
  const put = (stop: Stop | undefined, at: Instant | undefined | '') => {
    if (stop && at !== undefined) {
      times.set(stop, at);
    }
  };
  put('announced', announcedAt(parcel, beside));
  put('sent', parcel.isOutbound && parcel.statedAt);
  put(parcel.stage && stopOfStage[parcel.stage], parcel.movedAt ?? '');
  if (direction === 'turned') {
    times.delete('in-transit');
    put('turned', parcel.stage === 'in-transit' ? parcel.movedAt : '');
  }
  put('delivered', parcel.deliveredAt);
  put('received', parcel.receivedAt);
  for (const kind of ['inspected', 'stocked-in'] as const) {
    put(kind, lastReport(parcel, kind, beside.reports)?.at);
  }
  return times;
}

function announcedAt(
  { number, acknowledgedAt, expected = [] }: ParcelView,
  { preAdvices }: Beside,
): Instant | undefined {
  const own = preAdvices.find(({ trackingNumber, state }) => trackingNumber === number && state === 'announced');
  return own?.at ?? acknowledgedAt ?? expected[0]?.at;
}

function lastReport(
  { number }: ParcelView,
  kind: GoodsReportView['kind'],
  reports: readonly GoodsReportView[],
): GoodsReportView | undefined {
  return reports.findLast((report) => report.number === number && report.kind === kind);
}
