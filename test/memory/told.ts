import type { StoredRecord } from '#shared/recording/ports.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import { tellCase } from '#shared/returns/case/tell-case.ts';
import { quietKinds } from '#shared/returns/deadlines/kinds.ts';
import type { EventData, EventType } from '#shared/returns/events.ts';
import type { GoodsFact } from '#shared/returns/goods/facts.ts';
import type { ParcelSnapshot } from '#shared/returns/parcel/parcel.ts';
import { tellParcel } from '#shared/returns/parcel/tell-parcel.ts';
import type { PreAdvice } from '#shared/returns/pre-advice/events.ts';
import type { Change } from '#shared/returns/record/change.ts';
import { digestOf } from '#shared/returns/record/digest.ts';
import type { Simulation, Written } from './simulation.ts';
import { testParcelRules, testRules } from './test-merchant.ts';

type Checks<Types extends EventType, Snapshot> = {
  readonly [T in Types]: (snapshot: Snapshot, data: EventData[T]) => boolean | undefined;
};
type DeadlineEvent = Extract<EventType, `Deadline ${string}`>;
type ParcelEvent = 'Return Parcel Unclaimed' | 'Return Parcel Claimed' | 'Parcel Follow Requested';

/** Of a case or a parcel. */
const deadlineChecks: Checks<DeadlineEvent, Pick<ParcelSnapshot, 'deadlines'>> = {
  'Deadline Opened': ({ deadlines = {} }, data) =>
    deadlines[data.deadlineId]?.dueAt === data.dueAt && !deadlines[data.deadlineId]?.metAt,
  'Deadline Moved': ({ deadlines = {} }, data) =>
    deadlines[data.deadlineId]?.dueAt === data.dueAt && !deadlines[data.deadlineId]?.metAt && !deadlines[data.replaces],
  'Deadline Paused': ({ deadlines = {} }, data) =>
    deadlines[data.deadlineId]?.pausedSince === data.pausedSince && !deadlines[data.deadlineId]?.metAt,
  'Deadline Cancelled': ({ deadlines = {} }, data) =>
    !Object.values(deadlines).some((each) => each.kind === data.kind && each.subject === data.subject),
  'Deadline Approaching': ({ deadlines = {} }, data) =>
    deadlines[data.deadlineId]?.reminded && !deadlines[data.deadlineId]?.metAt,
  'Deadline Missed': ({ deadlines = {} }, data) =>
    deadlines[data.deadlineId]?.missed && deadlines[data.deadlineId]?.escalation === data.escalation,
  'Deadline Breach Withdrawn': ({ deadlines = {} }, data) => !deadlines[data.deadlineId]?.missed,
  'Deadline Met': ({ deadlines = {} }, data) => deadlines[data.deadlineId]?.metAt === data.metAt,
};

const parcelChecks: Checks<ParcelEvent | DeadlineEvent, ParcelSnapshot> = {
  ...deadlineChecks,
  'Return Parcel Unclaimed': (parcel) => parcel.unclaimed,
  'Return Parcel Claimed': (parcel, data) => !parcel.unclaimed && same(parcel.cases, data.cases),
  'Parcel Follow Requested': ({ following, stage, cases, allotment, views }, data) =>
    same(following?.request, data) &&
    allotment !== 'not-attributed' &&
    cases.some((key) => !['delivered', 'received'].includes(views?.[key]?.stage ?? stage)) &&
    following?.state !== 'finished',
};

const caseChecks: Checks<Exclude<EventType, ParcelEvent>, CaseSnapshot> = {
  'Case Opened': (snapshot, data) => snapshot.openedAt === data.openedAt && snapshot.caseId === data.caseId,
  'Case Decided': ({ decision }, data) => decision.value === data.decision && decision.by === data.by,
  'Case Withdrawn': ({ decision }) => decision.value === 'withdrawn',
  'Case Undecided': ({ decision }, data) => decision.value === 'new' && decision.at === data.since,
  'Case Closed': ({ closings }, data) => closings.includes(data.closedAt),
  'Case Reopened': ({ reopenedAt }, data) => reopenedAt === data.reopenedAt,
  'Case Needs Attention': ({ attention }, data) => attention.length > 0 && same(attention, data.reasons),
  'Case Attention Cleared': ({ attention }) => attention.length === 0,
  'Return Tracking Assigned': (snapshot, data) => isExpected(snapshot, data),
  'Return Tracking Replaced': (snapshot, data) => isExpected(snapshot, data),
  'Return Tracking Withdrawn': (snapshot, data) => !isExpected(snapshot, data),
  'Return Parcel Moved': (snapshot, data) => {
    // A parcel that has nothing to say is a mere number.
    const { stage = 'numbered', sides = [] } = parcelOf(snapshot, data.trackingNumber)?.state ?? {};
    return stage === data.stage && same(sides, data.sides);
  },
  'Goods Attributed': ({ parcels }, { trackingNumber, counted }) => {
    const { stands, state } = parcels.find(({ number }) => number === trackingNumber) ?? {};
    return counted ? stands && (state?.allotment === 'sole' || state?.allotment === 'divided') : true;
  },
  'Goods Received': (snapshot, data) =>
    goodsAt(snapshot, data).some((each) => each.fact === 'received' && each.receiptId === data.receiptId),
  'Goods Inspected': (snapshot, data) => checksAt(snapshot, data).length === 1,
  'Goods Exception Found': (snapshot, data) => {
    const wrong = checksAt(snapshot, data)[0]?.lines.filter((line) => line.result !== 'passed' || line.finding);
    return same(wrong ?? [], data.lines);
  },
  'Goods Stocked In': (snapshot, data) =>
    goodsAt(snapshot, data).some((each) => each.fact === 'stocked-in' && each.stockInId === data.stockInId),
  'Refund Completed': ({ money }, data) =>
    money.actions.some(
      (each) => each.refundId === data.refundId && each.status !== 'failed' && same(each.amount, data.amount),
    ),
  'Refund Failed': ({ money }, data) =>
    money.actions.some((each) => each.refundId === data.refundId && each.failedAt === data.at),
  ...deadlineChecks,
};

function same(a: unknown, b: unknown): boolean {
  return digestOf(a) === digestOf(b);
}

function parcelOf({ parcels }: CaseSnapshot, trackingNumber: string | undefined) {
  return parcels.find((each) => each.number === trackingNumber);
}

interface GoodsPlace {
  readonly trackingNumber?: string;
}

function goodsAt(snapshot: CaseSnapshot, { trackingNumber }: GoodsPlace) {
  return trackingNumber ? (parcelOf(snapshot, trackingNumber)?.state?.goods ?? []) : snapshot.directGoods;
}

function checksAt(snapshot: CaseSnapshot, data: EventData['Goods Inspected']) {
  return goodsAt(snapshot, data)
    .filter((each) => each.fact === 'inspected')
    .filter((each) => each.inspectionId === data.inspectionId && each.warehouseId === data.warehouseId);
}

type Place = Pick<PreAdvice, 'warehouseId' | 'trackingNumber'>;

/** Whether a warehouse has to be told of a parcel of a case, by the rule of the procedure: not once it was counted. */
function isExpected(snapshot: CaseSnapshot, parcel: Place): boolean {
  const own = parcelOf(snapshot, parcel.trackingNumber);
  return (
    !isCounted(snapshot, parcel) &&
    snapshot.decision.value === 'approved' &&
    snapshot.warehouse?.id === parcel.warehouseId &&
    testRules.warehouses[parcel.warehouseId]?.announce === true &&
    (snapshot.details.lines ?? []).length > 0 &&
    own?.stands === true &&
    own.state?.allotment !== 'not-attributed' &&
    (parcel.warehouseId !== 'strict' || isWhole(snapshot, parcel.trackingNumber))
  );
}

/** Whether what a warehouse was told of a parcel stays with it, whatever the record says since. */
export function isKept(snapshot: CaseSnapshot, place: Place): boolean {
  return goodsOf(snapshot, place).length > 0;
}

function goodsOf(snapshot: CaseSnapshot, { warehouseId, trackingNumber }: Place) {
  const goods = parcelOf(snapshot, trackingNumber)?.state?.goods ?? [];
  return goods.filter((fact) => fact.warehouseId === warehouseId);
}

/** It came, and somebody said what was in it, by its number or by its case. */
function isCounted(snapshot: CaseSnapshot, place: Place): boolean {
  const goods = goodsOf(snapshot, place);
  const byCase = snapshot.directGoods.filter((fact) => fact.warehouseId === place.warehouseId);
  const isBare = (fact: GoodsFact) => fact.fact === 'received' && !fact.lines?.length;
  return goods.length > 0 && [...goods, ...byCase].some((fact) => !isBare(fact));
}

/** The strict warehouse knows one carrier and two SKUs, wants its outbound order, and takes no order without lines. */
function isWhole(snapshot: CaseSnapshot, trackingNumber: string): boolean {
  const { outboundOrderId, lines = [] } = snapshot.details;
  const own = parcelOf(snapshot, trackingNumber);
  const carrier = own?.state?.feedCarrier === 'sf' ? 'sf' : (own?.statedCarrier ?? own?.carrier);
  return (
    outboundOrderId !== undefined &&
    withLines(snapshot) === trackingNumber &&
    carrier === 'sf' &&
    lines.every(({ sku }) => ['S1', 'S2'].includes(sku))
  );
}

/** The first parcel; of those that were known when goods came to the case's warehouse, once some came. */
function withLines({ parcels, warehouse }: CaseSnapshot): string | undefined {
  const standing = parcels.filter(({ stands, state }) => stands && state?.allotment !== 'not-attributed');
  const arrivals = standing
    .flatMap(({ state }) => state?.goods ?? [])
    .filter((fact) => fact.warehouseId === warehouse?.id)
    .map(({ at }) => at)
    .sort();
  const [first] = arrivals;
  const known = first ? standing.filter(({ knownAt }) => knownAt !== undefined && knownAt <= first) : standing;
  return (known[0] ?? standing[0])?.number;
}

/** What is wrong with what was told: untrue when told, told twice in a row, or not what the record now says. Empty when all is well. */
export function faultsInTelling(simulation: Simulation): string[] {
  const { written } = simulation;
  const names = [...new Set(written.map(nameOf))];
  const ids = written.flatMap(({ record }) => record.changes.map((change) => change.eventId));
  return [
    ...(new Set(ids).size === ids.length ? [] : ['two changes have one event id']),
    ...written.flatMap(untrueOf),
    ...names.flatMap((name) => faultsOf(written.filter((each) => nameOf(each) === name))),
  ];
}

function nameOf({ kind, key }: Written): string {
  return `${kind} ${key}`;
}

function untrueOf({ kind, key, record }: Written): string[] {
  const checks = (kind === 'case' ? caseChecks : parcelChecks) as Readonly<
    Record<string, (snapshot: unknown, data: unknown) => boolean | undefined>
  >;
  return record.changes
    .filter(
      (change) => change.version !== record.version || checks[change.type]?.(record.snapshot, change.data) !== true,
    )
    .map((change) => `${key} v${record.version}: ${change.type} was not true: ${JSON.stringify(change.data)}`);
}

function faultsOf(versions: readonly Written[]): string[] {
  const last = versions.at(-1);
  if (!last) {
    return [];
  }
  const changes = versions.flatMap(({ record }) => record.changes);
  return [
    ...versions.flatMap((each, index) => repetitionsOf(versions[index - 1], each)),
    ...(last.kind === 'case' ? faultsOfCase(changes, last.record) : faultsOfParcel(changes, last.record)),
  ].map((fault) => `${nameOf(last)}: ${fault}`);
}

/** Values that say again what they said last, although nothing took it back in between. */
function repetitionsOf(before: Written | undefined, { record }: Written): string[] {
  return Object.entries(record.told).flatMap(([key, { change }]) => {
    const old = before?.record.told[key];
    if (change?.type === 'Case Reopened' && record.changes.some(({ type }) => type === 'Case Closed')) {
      return [];
    }
    const isAgain =
      change?.version === record.version &&
      old?.hash !== '' &&
      old?.change &&
      same(contentOf(old.change), contentOf(change));
    return isAgain ? [`v${record.version} tells ${key} again: ${change.type}`] : [];
  });
}

function contentOf({ type, data }: Change): unknown {
  const { announcementId: _id, replaces: _replaces, ...content } = data as unknown as Record<string, unknown>;
  return [type.replace('Replaced', 'Assigned'), content];
}

/** Parcels of which goods were told that are not the case's any more, and nobody was told that they count no more. */
function goneUntold(changes: readonly Change[], snapshot: CaseSnapshot): string[] {
  const told = new Map<string, boolean>();
  for (const change of changes) {
    if (change.type === 'Goods Received' && change.data.trackingNumber && change.data.counted) {
      const { trackingNumber, receiptId, warehouseId } = change.data;
      const isThere = goodsAt(snapshot, change.data).some(
        (fact) => fact.fact === 'received' && fact.receiptId === receiptId && fact.warehouseId === warehouseId,
      );
      told.set(trackingNumber, (told.get(trackingNumber) ?? true) && isThere);
    }
  }
  const gone = [...told].filter(([, areThere]) => !areThere).map(([number]) => number);
  return gone.filter((number) => {
    const last = changes.findLast(({ type, data }) => type === 'Goods Attributed' && data.trackingNumber === number);
    return last === undefined;
  });
}

/** A sender that closes a case again and again, without opening it, is told of once. */
function closingsToldTwice(changes: readonly Change[], { closings }: CaseSnapshot): string[] {
  const count = changes.filter(({ type }) => type === 'Case Closed').length;
  return count === closings.length ? [] : [`closings: told ${count}, recorded ${closings.length}`];
}

function faultsOfCase(changes: readonly Change[], { snapshot, told, version }: StoredRecord<CaseSnapshot>): string[] {
  const standing = [...standingAdvices(changes).values()];
  const warehouse = standing.filter((each) => !isKept(snapshot, each));
  const announceable = snapshot.parcels
    .map(({ number }) => ({ warehouseId: snapshot.warehouse?.id ?? '', trackingNumber: number }))
    .filter((each) => isExpected(snapshot, each));
  const expected = announceable.filter((each) => !isKept(snapshot, each));
  const untold = announceable.filter((each) => !standing.map(placeOf).includes(placeOf(each)));
  const lined = warehouse.filter((each) => each.lines.length > 0).map(({ trackingNumber }) => trackingNumber);
  const deadlines = Object.values(snapshot.deadlines);
  return [
    ...differ('announced', warehouse.map(placeOf), expected.map(placeOf)),
    ...differ('to be announced, and not', untold.map(placeOf), []),
    ...differ(
      'parcels with lines',
      lined,
      expected.map(({ trackingNumber }) => trackingNumber).filter((number) => number === withLines(snapshot)),
    ),
    ...differ(
      'open clocks',
      openClocks(changes),
      deadlines.filter((each) => !each.metAt && !quietKinds.includes(each.kind)).map((each) => each.id),
    ),
    ...differ(
      'misses',
      standingMisses(changes),
      deadlines.filter((each) => each.missed).map((each) => `${each.id} ${each.escalation}`),
    ),
    ...closingsToldTwice(changes, snapshot),
    ...differ('attention', lastReasons(changes), snapshot.attention),
    ...differ('goods that count no more', goneUntold(changes, snapshot), []),
    ...differ('decision', [lastDecision(changes)], [snapshot.decision.value]),
    ...(snapshot.reopenedAt
      ? differ('open', [lastOf(changes, 'Case Closed', 'Case Reopened')], ['Case Reopened'])
      : []),
    ...differ('moves', [...lastStages(changes)], stagesOf(snapshot)),
    ...differ(
      'news',
      tellCase(snapshot, told, version + 1, testRules).changes.map((each) => each.type),
      [],
    ),
  ];
}

function faultsOfParcel(
  changes: readonly Change[],
  { snapshot, told, version }: StoredRecord<ParcelSnapshot>,
): string[] {
  const lastClaim = changes.findLast(({ type }) => type.startsWith('Return Parcel'));
  const asked = changes.findLast(({ type }) => type === 'Parcel Follow Requested');
  const request = snapshot.following?.request;
  return [
    ...differ('unclaimed', [lastClaim?.type === 'Return Parcel Unclaimed'], [snapshot.unclaimed]),
    ...(request ? differ('asked to follow', [withoutWait(asked?.data)], [withoutWait(request)]) : []),
    ...differ(
      'news',
      tellParcel(snapshot, told, version + 1, testParcelRules.deadlines).changes.map((each) => each.type),
      [],
    ),
  ];
}

/** A request stays the same one when the feed need not be left alone any more. */
function withoutWait(request: object | undefined): unknown {
  return request && Object.fromEntries(Object.entries(request).filter(([key]) => key !== 'notBefore'));
}

function differ(what: string, told: readonly unknown[], recorded: readonly unknown[]): string[] {
  const [a, b] = [told, recorded].map((each) => JSON.stringify(each.map((one) => JSON.stringify(one)).sort()));
  return a === b ? [] : [`${what}: told ${a}, recorded ${b}`];
}

function placeOf({ warehouseId, trackingNumber }: Pick<PreAdvice, 'warehouseId' | 'trackingNumber'>): string {
  return `${warehouseId} ${trackingNumber}`;
}

/** What a warehouse that heard everything now expects. */
function standingAdvices(changes: readonly Change[]): Map<string, PreAdvice> {
  const standing = new Map<string, PreAdvice>();
  for (const change of changes) {
    if (change.type === 'Return Tracking Withdrawn') {
      standing.delete(change.data.announcementId);
    }
    if (change.type === 'Return Tracking Replaced') {
      for (const { announcementId } of change.data.replaces) {
        standing.delete(announcementId);
      }
    }
    if (change.type === 'Return Tracking Replaced' || change.type === 'Return Tracking Assigned') {
      standing.set(change.data.announcementId, change.data);
    }
  }
  return standing;
}

/** The clocks that run for who heard everything: one for each kind and subject. */
function openClocks(changes: readonly Change[]): string[] {
  const open = new Map<string, string>();
  for (const { type, data } of changes) {
    if (type === 'Deadline Met' || type === 'Deadline Cancelled') {
      open.delete(`${data.kind} ${data.subject}`);
    }
    if (type === 'Deadline Opened' || type === 'Deadline Moved' || type === 'Deadline Paused') {
      open.set(`${data.kind} ${data.subject}`, data.deadlineId);
    }
  }
  return [...open.values()];
}

function standingMisses(changes: readonly Change[]): string[] {
  const misses = new Map<string, string>();
  for (const { type, data } of changes) {
    if (type === 'Deadline Missed') {
      misses.set(`${data.kind} ${data.subject}`, `${data.deadlineId} ${data.escalation}`);
    }
    if (type === 'Deadline Breach Withdrawn') {
      misses.delete(`${data.kind} ${data.subject}`);
    }
  }
  return [...misses.values()];
}

function lastReasons(changes: readonly Change[]): readonly string[] {
  const last = changes.findLast(({ type }) => type === 'Case Needs Attention' || type === 'Case Attention Cleared');
  return last?.type === 'Case Needs Attention' ? last.data.reasons : [];
}

function lastDecision(changes: readonly Change[]): string {
  const last = changes.findLast(({ type }) => ['Case Decided', 'Case Withdrawn', 'Case Undecided'].includes(type));
  return last?.type === 'Case Decided' ? last.data.decision : last?.type === 'Case Withdrawn' ? 'withdrawn' : 'new';
}

function lastOf(changes: readonly Change[], ...types: readonly EventType[]): EventType | undefined {
  return changes.findLast(({ type }) => types.includes(type))?.type;
}

function lastStages(changes: readonly Change[]): Map<string, unknown> {
  const moves = changes.filter((change) => change.type === 'Return Parcel Moved');
  const last = new Map(moves.map(({ data }) => [data.trackingNumber, [data.stage, data.sides]]));
  return new Map([...last].filter(([, each]) => !same(each, ['numbered', []])));
}

function stagesOf({ parcels }: CaseSnapshot): [string, unknown][] {
  return parcels
    .flatMap(({ number, state }): [string, unknown][] => (state ? [[number, [state.stage, state.sides]]] : []))
    .filter(([, each]) => !same(each, ['numbered', []]));
}
