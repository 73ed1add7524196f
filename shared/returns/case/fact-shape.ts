import { followStates, routeEnds } from '../carrier/carrier-fact.ts';
import { parcelSides, parcelStages } from '../carrier/parcel-stages.ts';
import { inspectionResults, stockConditions } from '../goods/goods-fact.ts';
import { caseKinds } from '../opening/details.ts';
import { moneyKinds } from '../record/money.ts';
import {
  type Check,
  count,
  flag,
  instant,
  integer,
  isObject,
  listOf,
  maybe,
  oneOf,
  ordinal,
  recordOf,
  type Shape,
  shaped,
  text,
  units,
} from '../record/shape.ts';
import { type CaseFact, type ParcelFact, warehouseStatuses } from './fact.ts';

const by = oneOf(['merchant', 'platform', 'system', 'warehouse', 'buyer']);
const money = shaped({ amount: count, currency: text });
const skuQuantity: Shape = { sku: text, quantity: count };
const stated: Shape = { at: instant, version: maybe(integer) };

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
