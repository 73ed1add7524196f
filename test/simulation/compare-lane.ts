import type { CaseSnapshot } from '#shared/returns/case.ts';
import { caseKeyOf } from '#shared/returns/case-key.ts';
import type { DoudianTruth } from '../simulators/doudian-case.ts';
import type { ToldCall, WmsOrder } from '../simulators/order-book.ts';
import type { CaseLife } from './case-life.ts';
import { type Lane, warehouseOf } from './lane.ts';

/** Something that one side says and the other does not. */
export interface Difference {
  readonly about: string;
  readonly what: string;
}

type ReadSnapshot = (caseKey: string) => Promise<{ readonly snapshot: CaseSnapshot } | undefined>;

/** Every case in the simulators against every case in Backhaul, and every order that a WMS was told against what is true of it. */
export async function compareLane(
  lane: Lane,
  lives: readonly CaseLife[],
  readSnapshot: ReadSnapshot,
): Promise<Difference[]> {
  const cases = await Promise.all(lives.map(async (life) => await compareCase(lane, life, readSnapshot)));
  return [...cases.flat(), ...compareWarehouses(lane, lives), ...compareFeed(lane, lives)];
}

async function compareCase(lane: Lane, { id, life }: CaseLife, readSnapshot: ReadSnapshot): Promise<Difference[]> {
  const truth = lane.doudian.truth(id);
  const about = `${life} ${id}`;
  const record = await readSnapshot(caseKeyOf({ source: 'doudian', shop: truth.shop, caseId: id }));
  if (!record) {
    return [{ about, what: 'Backhaul has no such case' }];
  }
  const shown = shownOf(record.snapshot);
  const expected = expectedOf(truth);
  return Object.entries(expected)
    .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(shown[field as keyof typeof shown]))
    .map(([field, value]) => ({
      about,
      what: `${field}: the shop says ${JSON.stringify(value)}, Backhaul ${JSON.stringify(shown[field as keyof typeof shown])}`,
    }));
}

function expectedOf(truth: DoudianTruth) {
  return {
    status: truth.status,
    decision: truth.decision,
    isFinished: truth.isFinished,
    numbers: truth.trackingNumber ? [truth.trackingNumber] : [],
    lines: truth.lines.map(({ sku, quantity }) => `${quantity} ${sku}`).sort(),
    refundedFen: truth.refundedFen,
  };
}

function shownOf({ platformStatus, decision, closedAt, parcels, details, money }: CaseSnapshot) {
  const refunds = money.actions.filter(({ status }) => status !== 'failed');
  return {
    status: platformStatus?.status ?? '',
    decision: decision.value,
    isFinished: closedAt !== undefined,
    numbers: parcels.filter(({ stands }) => stands).map(({ number }) => number),
    lines: (details.lines ?? []).map(({ sku, quantity }) => `${quantity} ${sku}`).sort(),
    refundedFen: refunds.reduce((sum, { amount }) => sum + amount.amount, 0),
  };
}

/** Which parcels a warehouse should expect, each as often as there are cases in it, with its lines in the warehouse's codes. */
function expectedOrders(lane: Lane, lives: readonly CaseLife[], warehouseId: CaseLife['warehouseId']): string[] {
  const { skuMap } = warehouseOf(warehouseId);
  return lives
    .filter((life) => life.warehouseId === warehouseId)
    .map(({ id }) => lane.doudian.truth(id))
    .filter(({ decision, trackingNumber }) => decision === 'approved' && trackingNumber !== undefined)
    .map(({ trackingNumber = '', lines }) =>
      orderText(
        trackingNumber,
        lines.map(({ sku, quantity }) => ({ itemCode: skuMap[sku] ?? sku, quantity })),
      ),
    )
    .sort();
}

function orderText(trackingNumber: string, lines: WmsOrder['lines']): string {
  return `${trackingNumber}: ${lines.map(({ itemCode, quantity }) => `${quantity} ${itemCode}`).sort()}`;
}

function compareWarehouses(lane: Lane, lives: readonly CaseLife[]): Difference[] {
  return (['hangzhou', 'north'] as const).flatMap((warehouseId) => {
    const wms = lane[warehouseId];
    const numbers = new Set(lives.flatMap(({ trackingNumber, secondNumber }) => [trackingNumber, secondNumber]));
    const isOurs = ({ trackingNumber }: WmsOrder) => numbers.has(trackingNumber);
    const live = wms
      .live()
      .filter(isOurs)
      .map(({ trackingNumber, lines }) => orderText(trackingNumber, lines))
      .sort();
    const expected = expectedOrders(lane, lives, warehouseId);
    const about = `warehouse ${warehouseId}`;
    return [
      ...surplus(expected, live).map((order) => ({ about, what: `was not told of ${order}` })),
      ...surplus(live, expected).map((order) => ({ about, what: `waits in vain for ${order}` })),
      ...wms.conflicts().map((code) => ({ about, what: `order ${code} was created with two contents` })),
      ...[...numbers]
        .flatMap((number) => toldTwice(wms.toldOf(number), casesOn(lives, number)))
        .map((what) => ({ about, what })),
    ];
  });
}

function casesOn(lives: readonly CaseLife[], number: string): number {
  return lives.filter(({ trackingNumber, secondNumber }) => [trackingNumber, secondNumber].includes(number)).length;
}

/** A parcel is announced once for each of its cases: repetitions go by the same code and are no announcements. */
function toldTwice(told: readonly ToldCall[], cases: number): string[] {
  const created = told.filter(({ outcome }) => outcome === 'created');
  const late = told.filter(({ outcome }) => outcome === 'late');
  return [
    ...(created.length > cases
      ? [`${created[0]?.trackingNumber} was announced ${created.length} times for ${cases} cases`]
      : []),
    ...late.map(
      ({ orderCode, trackingNumber }) => `${trackingNumber} was announced under ${orderCode} after its withdrawal`,
    ),
  ];
}

/** What is in one list more often than in the other. */
function surplus(all: readonly string[], less: readonly string[]): string[] {
  const rest = [...less];
  return all.filter((each) => {
    const at = rest.indexOf(each);
    if (at >= 0) {
      rest.splice(at, 1);
    }
    return at < 0;
  });
}

function compareFeed({ doudian, feed }: Lane, lives: readonly CaseLife[]): Difference[] {
  const unfollowed = lives
    .map(({ id }) => doudian.truth(id))
    .filter(({ decision, trackingNumber }) => decision === 'approved' && trackingNumber !== undefined)
    .filter(({ trackingNumber = '' }) => feed.subscriptionOf(trackingNumber) === undefined)
    .map(({ trackingNumber }) => ({ about: 'the carrier feed', what: `nobody subscribed ${trackingNumber}` }));
  const { tooSoon } = feed.counts.subscriptions;
  return tooSoon > 0
    ? [...unfollowed, { about: 'the carrier feed', what: `${tooSoon} subscriptions came too soon` }]
    : unfollowed;
}
