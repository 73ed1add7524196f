import { merchant } from '#shared/merchant/bundled.ts';
import { caseRulesOf } from '#shared/policy/case-rules.ts';
import { demoPolicy } from '#shared/policy/demo-policy.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { CaseFact, CaseObservation } from '#shared/returns/case/facts.ts';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import { announcementIdOf, preAdviceKeyOf } from '#shared/returns/pre-advice/pre-advice.ts';
import { type Instant, instantOf } from '#shared/returns/record/instant.ts';
import type { ParcelState } from '#shared/returns/tracking/facts.ts';
import { doudianObserver } from '#shared/sources/doudian/observe.ts';
import type { CaseLife, Life } from '../../simulation/case-life.ts';
import type { ComparedLane } from '../../simulation/compare-lane.ts';
import type { BookedUnits } from '../../simulation/dock.ts';
import { channelOf } from '../../simulation/lane-merchant.ts';
import { type DoudianCase, truthOf } from '../../simulators/doudian-case.ts';
import { detailOf } from '../../simulators/doudian-detail.ts';
import type { Scan } from '../../simulators/kuaidi100-snapshot.ts';
import { createOrderBook, type WmsOrder } from '../../simulators/order-book.ts';

export const start = Date.parse('2026-03-01T00:00:00Z');
export const caseId = '6900000000000000001';
export const orderId = '6900000000000000002';
export const number = 'YTTEST000000';
const source = 'doudian';
const name = 'flagship-app';
const shop = '4400123';

/** A return of one dress that was agreed and shipped; every version of it so far. */
export function shippedCase(...later: readonly Partial<DoudianCase>[]): readonly DoudianCase[] {
  const asked: DoudianCase = {
    id: caseId,
    shop,
    orderId,
    type: 0,
    status: 6,
    lines: [{ sku: 'DRESS-RED-M', quantity: 1, priceFen: 12_900, title: '连衣裙 红 M' }],
    reason: '七天无理由退货',
    reasonCode: 15,
    appliedAt: start / 1000,
    updatedAt: start / 1000,
    deadlineAt: start / 1000 + 1000,
    askedFen: 12_900,
    refundedFen: 0,
    refundStatus: 1,
  };
  const returned = {
    trackingNumber: number,
    companyCode: 'yuantong',
    companyName: '圆通速递',
    filledInAt: start / 1000,
  };
  const versions = [asked];
  for (const change of [{ status: 7, returnAddressId: '880001' }, { status: 11, returned }, ...later]) {
    const before = versions.at(-1) ?? asked;
    versions.push({ ...before, ...change, updatedAt: before.updatedAt + 1 });
  }
  return versions;
}

/** What the record is once every version was read, and this was said besides. */
export function recordOf(versions: readonly DoudianCase[], ...facts: readonly CaseFact[]): CaseSnapshot {
  const read = versions.map(observationOf);
  const said = { id: 'said', from: 'qimen/wms-hangzhou', receivedAt: at(60), facts };
  return foldCase(`${source}:${shop}:${caseId}`, [...read, said], [], caseRulesOf(demoPolicy, merchant));
}

function observationOf(version: DoudianCase, index: number): CaseObservation {
  const when = instantOf(version.updatedAt * 1000);
  const body = JSON.stringify({ shop, caseId, hintAt: when, readAt: when, content: detailOf(version) });
  const delivery = { source, channel: name, id: `read.${index}`, via: 'read', receivedAt: when, headers: {} } as const;
  const observed = doudianObserver.observe({ ...delivery, body: Buffer.from(body) }, channelOf(source, name), merchant);
  const [saying] = observed.kind === 'sayings' ? observed.sayings : [];
  const facts = saying?.about === 'case' ? saying.facts : [];
  return { id: delivery.id, from: `${source}/${name}`, receivedAt: when, facts };
}

export function at(seconds: number): Instant {
  return instantOf(start + seconds * 1000);
}

/** A warehouse took the announcement of that number. */
export function acknowledged(trackingNumber = number, warehouseId = 'hangzhou'): CaseFact {
  const place = preAdviceKeyOf({ warehouseId, trackingNumber });
  const announcementId = announcementIdOf(`${source}:${shop}:${caseId}`, place, 1);
  return { fact: 'pre-advice-answered', at: at(20), announcementId, accepted: true };
}

/** Receipt, check and stock-in of one dress in Hangzhou. */
export function bookedIn(sellable: number, defective: number): CaseFact[] {
  const sku = 'DRESS-RED-M';
  const common = { warehouseId: 'hangzhou', at: at(50) };
  const parts = [
    { sku, quantity: sellable, result: 'passed', condition: 'sellable' } as const,
    { sku, quantity: defective, result: 'failed', condition: 'defective' } as const,
  ].filter(({ quantity }) => quantity > 0);
  return [
    { fact: 'received', receiptId: 'R', ...common, lines: [{ sku, quantity: sellable + defective }] },
    { fact: 'inspected', inspectionId: 'R', ...common, lines: parts.map(({ condition: _, ...line }) => line) },
    { fact: 'stocked-in', stockInId: 'R', ...common, lines: parts.map(({ result: _, ...line }) => line) },
  ];
}

/** What the parcel's record tells the case. */
export function parcelSays(state: Partial<ParcelState>, trackingNumber = number): CaseFact {
  const silent = {
    number: trackingNumber,
    stage: 'numbered',
    sides: [],
    goods: [],
    units: {},
    allotment: 'sole',
  } as const;
  return { fact: 'parcel-state', at: at(40), revision: 1, state: { ...silent, movedAt: at(40), ...state } };
}

export interface Around {
  readonly versions: readonly DoudianCase[];
  readonly life?: Life;
  readonly scans?: readonly Scan[];
  /** Followed with this carrier; by nobody where undefined. */
  readonly followedAs?: string | undefined;
  readonly tooSoon?: number;
  readonly arrivedAtMs?: number;
  readonly booked?: readonly BookedUnits[];
}

/** Everybody around one case, with books that a test writes into. */
export function laneAround({ versions, scans = [], followedAs, tooSoon = 0, ...more }: Around) {
  const life: CaseLife = {
    life: more.life ?? 'split',
    id: caseId,
    trackingNumber: number,
    secondNumber: 'YTTEST000001',
    warehouseId: 'hangzhou',
  };
  const books = { hangzhou: bookAt(), south: bookAt(), north: bookAt() };
  const lane: ComparedLane = {
    doudian: { truth: () => truthOf(versions) },
    feed: {
      subscriptionOf: (trackingNumber) =>
        followedAs === undefined
          ? undefined
          : { trackingNumber, company: followedAs, callbackUrl: '', salt: '', resultVersion: 4, state: 'followed' },
      scansOf: () => scans,
      counts: { subscriptions: { tooSoon } },
    },
    ...books,
  };
  const arrivals = new Map(more.arrivedAtMs === undefined ? [] : [[number, more.arrivedAtMs]]);
  const booked = new Map(more.booked ? [[orderId, more.booked]] : []);
  return { lane, life, books, dock: { arrivals, booked, unannounced: [] } };
}

function bookAt() {
  return createOrderBook(() => start, 'W');
}

/** The order that Hangzhou should have of the shipped case. */
export const rightOrder: Omit<WmsOrder, 'orderId'> = {
  orderCode: 'O1',
  trackingNumber: number,
  lines: [{ itemCode: 'SKU-RED-M', quantity: 1 }],
  originalOrder: orderId,
  carrier: 'YTO',
  content: 'one',
};
