import { followStates, routeEnds } from './carrier-fact.ts';
import { caseKinds } from './details.ts';
import { type CaseFact, type ParcelFact, parcelSides, parcelStages, warehouseStatuses } from './fact.ts';
import { inspectionResults, stockConditions } from './goods-fact.ts';
import { moneyKinds } from './money.ts';

type Check = (value: unknown) => boolean;
type Shape = Readonly<Record<string, Check>>;

const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text: Check = (value) => typeof value === 'string' && value.length > 0;
const flag: Check = (value) => typeof value === 'boolean';
const instant: Check = (value) =>
  typeof value === 'string' && instantForm.test(value) && !Number.isNaN(Date.parse(value));
const count: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const ordinal: Check = (value) => count(value) && value !== 0;
const integer: Check = (value) => Number.isSafeInteger(value);
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const oneOf =
  (allowed: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && allowed.includes(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const shaped =
  (shape: Shape): Check =>
  (value) =>
    isObject(value) && Object.entries(shape).every(([key, check]) => check(value[key]));
const recordOf =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(check);

const by = oneOf(['merchant', 'platform', 'system', 'warehouse', 'buyer']);
const money = shaped({ amount: count, currency: text });
const skuQuantity: Shape = { sku: text, quantity: count };
const stated: Shape = { at: instant, version: maybe(integer) };
const units = shaped({
  received: count,
  inspected: shaped(Object.fromEntries(inspectionResults.map((each) => [each, count]))),
  stockedIn: shaped(Object.fromEntries(stockConditions.map((each) => [each, count]))),
});

const report: Shape = { warehouseId: text, at: instant, partial: maybe((value) => value === true) };
const goods: Readonly<Record<string, Shape>> = {
  received: { ...report, receiptId: text, lines: maybe(listOf(shaped(skuQuantity))) },
  inspected: {
    ...report,
    inspectionId: text,
    lines: listOf(shaped({ ...skuQuantity, result: oneOf(inspectionResults), finding: maybe(text) })),
  },
  'stocked-in': {
    ...report,
    stockInId: text,
    lines: listOf(shaped({ ...skuQuantity, condition: oneOf(stockConditions) })),
  },
};
const goodsFact: Check = (value) => isObject(value) && isKnown(goods, value);

const details = shaped({
  orderId: maybe(text),
  kind: maybe(oneOf(caseKinds)),
  reason: maybe(shaped({ code: text })),
  lines: maybe(listOf(shaped({ lineId: text, ...skuQuantity, unitPrice: maybe(money) }))),
  refund: maybe(money),
  paid: maybe(money),
  freightPaid: maybe(money),
  refundedBefore: maybe(money),
  warehouseId: maybe(text),
  outboundOrderId: maybe(text),
});

const expected: Shape = {
  at: instant,
  warehouseId: text,
  orderCode: maybe(text),
  lines: maybe(listOf(shaped(skuQuantity))),
};

const parcelState = shaped({
  number: text,
  carrier: maybe(text),
  feedCarrier: maybe(text),
  stage: oneOf(parcelStages),
  sides: listOf(oneOf(parcelSides)),
  receivedAt: maybe(instant),
  movedAt: maybe(instant),
  following: maybe(oneOf(followStates)),
  untrackedSince: maybe(instant),
  expected: maybe(listOf(shaped(expected))),
  goods: listOf(goodsFact),
  units: recordOf(units),
  allotment: oneOf(['sole', 'divided', 'awaiting', 'not-attributed']),
});

const caseShapes: Readonly<Record<string, Shape>> = {
  ...goods,
  requested: stated,
  closed: stated,
  reopened: stated,
  details: { ...stated, details },
  decided: { ...stated, decision: oneOf(['approved', 'declined', 'withdrawn', 'expired']), by, reason: maybe(text) },
  'platform-status': { ...stated, status: text },
  'platform-deadline': { ...stated, kind: text, due: maybe(instant) },
  tracking: {
    ...stated,
    origin: text,
    numbers: listOf(shaped({ number: text, carrier: maybe(text) })),
    replaces: maybe(listOf(text)),
  },
  'tracking-unreadable': stated,
  refund: { ...stated, refundId: text, kind: oneOf(moneyKinds), amount: money, outcome: oneOf(['done', 'failed']), by },
  disputed: { ...stated, disputeId: text },
  'dispute-closed': { ...stated, disputeId: text, outcome: maybe(text) },
  'message-sent': { ...stated, by: oneOf(['bot', 'ai', 'person']), kind: text },
  'shipment-stopped': { ...stated, ok: flag, reason: maybe(text) },
  'replacement-shipped': { ...stated, trackingNumber: maybe(text), carrier: maybe(text) },
  'ticket-linked': { ...stated, url: text },
  'pre-advice-answered': { ...stated, announcementId: text, accepted: flag, reason: maybe(text) },
  'withdrawal-answered': { ...stated, announcementId: text, accepted: flag, reason: maybe(text) },
  'warehouse-status': { ...stated, warehouseId: text, status: oneOf(warehouseStatuses) },
  'webhook-missed': stated,
  'store-behind': stated,
  'store-disposition': { ...stated, dispositions: listOf(shaped({ type: text, quantity: count })) },
  alias: { ...stated, alias: shaped({ kind: text, value: text }) },
  tick: { at: instant, deadlineId: text, phase: oneOf(['reminder', 'due', 'escalation']), count },
  'parcel-state': { at: instant, revision: count, state: parcelState },
};

const stageOrSide = oneOf([...parcelStages, ...parcelSides]);
const parcelShapes: Readonly<Record<string, Shape>> = {
  ...goods,
  moved: { at: instant, stage: stageOrSide, carrier: maybe(text) },
  route: {
    at: instant,
    moves: listOf(shaped({ stage: stageOrSide, at: instant })),
    carrier: maybe(text),
    corrects: maybe(text),
    end: maybe(oneOf(routeEnds)),
  },
  'follow-answered': {
    at: instant,
    round: ordinal,
    accepted: flag,
    reason: maybe(text),
    carrier: maybe(text),
    warehouseId: maybe(text),
  },
  expected,
};

function isKnown(shapes: Readonly<Record<string, Shape>>, value: unknown): boolean {
  if (!isObject(value) || typeof value.fact !== 'string' || !Object.hasOwn(shapes, value.fact)) {
    return false;
  }
  return shaped(shapes[value.fact] ?? {})(value);
}

/** True when the value has every field that the fold relies on. What fails is listed on the record and never applied. */
export function isCaseFact(value: unknown): value is CaseFact {
  return isKnown(caseShapes, value);
}

export function isParcelFact(value: unknown): value is ParcelFact {
  return isKnown(parcelShapes, value);
}
