import type { NumberedAct } from '#shared/returns/acts/acts.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { CaseFact, CaseObservation } from '#shared/returns/case/facts.ts';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import { tellCase } from '#shared/returns/case/tell-case.ts';
import type { Deadline } from '#shared/returns/deadlines/part.ts';
import type { EventData, EventType } from '#shared/returns/events.ts';
import type { GoodsFact, SkuQuantity } from '#shared/returns/goods/facts.ts';
import type { MoneyKind } from '#shared/returns/money/facts.ts';
import type { ParcelFact, ParcelObservation } from '#shared/returns/parcel/facts.ts';
import { foldParcel } from '#shared/returns/parcel/fold-parcel.ts';
import type { ParcelLink } from '#shared/returns/parcel/parcel.ts';
import { parcelStateFor } from '#shared/returns/parcel/parcel-state.ts';
import type { Change, Told } from '#shared/returns/record/change.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { Observation } from '#shared/returns/record/observation.ts';
import { minute } from '../../memory/script.ts';
import { testParcelRules, testRules } from '../../memory/test-merchant.ts';

export const caseKey = 'test:a:C1';

type Untimed<Fact> = Fact extends { readonly at: unknown } ? Omit<Fact, 'at'> : never;

let count = 0;

/** One observation of facts that were so at a minute, and received then. */
export function said<Fact extends { readonly at: Instant }>(
  minutes: number,
  ...facts: readonly Untimed<Fact>[]
): Observation<Fact> {
  count += 1;
  const at = minute(minutes);
  return {
    id: `test/shop-a/u${count}`,
    from: 'test/shop-a',
    receivedAt: at,
    facts: facts.map((fact) => ({ ...fact, at })) as unknown as Fact[],
  };
}

export function saidOfCase(minutes: number, ...facts: readonly Untimed<CaseFact>[]): CaseObservation {
  return said<CaseFact>(minutes, ...facts);
}

/** One observation of a parcel; its facts name their own times. */
export function heardOfParcel(
  receivedMinutes: number,
  facts: readonly ParcelFact[],
  from = 'test/feed',
): ParcelObservation {
  count += 1;
  return { id: `${from}/h${count}`, from, receivedAt: minute(receivedMinutes), facts };
}

export function folded(...observations: readonly CaseObservation[]): CaseSnapshot {
  return foldCase(caseKey, observations, [], testRules);
}

/** The clocks of one kind that a case has after these observations. */
export function clocksOf(kind: Deadline['kind'], ...observations: readonly CaseObservation[]): Deadline[] {
  return Object.values(folded(...observations).deadlines).filter((each) => each.kind === kind);
}

/** What calls a person, as `code detail`. */
export function notesOf(...observations: readonly CaseObservation[]): string[] {
  return folded(...observations).notes.map(({ code, detail }) => `${code} ${detail}`);
}

export const money = (amount: number, currency = 'CNY') => ({ amount, currency });

/** What the store says of a case, a minute after it was opened. */
export function details(fields: object, minutes = 1): CaseObservation {
  return saidOfCase(minutes, { fact: 'details', details: fields });
}

export function closed(minutes: number): CaseObservation {
  return saidOfCase(minutes, { fact: 'closed' });
}

interface RefundFields {
  kind?: MoneyKind;
  currency?: string;
  by?: 'merchant' | 'platform';
  outcome?: 'done' | 'failed';
}

/** A refund of goods by the merchant in yuan, unless the fields say otherwise. */
export function refund(minutes: number, refundId: string, amount: number, fields: RefundFields = {}): CaseObservation {
  const { kind = 'goods-refund', currency = 'CNY', by = 'merchant', outcome = 'done' } = fields;
  return saidOfCase(minutes, { fact: 'refund', refundId, kind, amount: { amount, currency }, outcome, by });
}

export const lines = (quantity: number, sku = 'S1'): SkuQuantity[] => [{ sku, quantity }];

/** An approved return of two units of S1, sent in the numbers, to be checked in `east`. */
export function returnSentIn(...numbers: readonly string[]): CaseObservation {
  return saidOfCase(
    0,
    { fact: 'requested' },
    {
      fact: 'details',
      details: {
        kind: 'return',
        warehouseId: 'east',
        lines: [{ lineId: '1', sku: 'S1', quantity: 2, unitPrice: { amount: 500, currency: 'CNY' } }],
      },
    },
    { fact: 'decided', decision: 'approved', by: 'merchant' },
    { fact: 'tracking', origin: 'store', numbers: numbers.map((number) => ({ number })) },
  );
}

export function linkOf(key: string, quantity: number, fields: Partial<ParcelLink> = {}): ParcelLink {
  return { caseKey: key, revision: 1, stands: true, open: true, lines: lines(quantity), ...fields };
}

/** What a parcel of this one case tells it, when this was said of it. */
export function stateOf(number: string, ...facts: readonly ParcelFact[]): CaseObservation {
  return statesOf(1, number, facts);
}

export function statesOf(revision: number, number: string, facts: readonly ParcelFact[]): CaseObservation {
  return parcelStateOf(number, facts, [linkOf(caseKey, 2)], revision);
}

/** The same of a parcel that other cases name, too. */
export function parcelStateOf(
  number: string,
  facts: readonly ParcelFact[],
  links: readonly ParcelLink[],
  revision = 1,
  acts: readonly NumberedAct[] = [],
): CaseObservation {
  const observation = { id: `p${count}`, from: 'test/wms', receivedAt: minute(9999), facts };
  const state = parcelStateFor(caseKey, foldParcel(number, [observation], links, acts, testParcelRules));
  const at = minute(0);
  return {
    id: `parcel/${number}`,
    from: 'backhaul',
    receivedAt: at,
    facts: [{ fact: 'parcel-state', at, revision, state }],
  };
}

export function receipt(minutes: number, quantity: number, receiptId = 'R1'): GoodsFact {
  return { fact: 'received', receiptId, warehouseId: 'east', at: minute(minutes), lines: lines(quantity) };
}

export function check(
  minutes: number,
  quantity: number,
  result: 'passed' | 'failed' = 'passed',
  inspectionId = 'I1',
): GoodsFact {
  return {
    fact: 'inspected',
    inspectionId,
    warehouseId: 'east',
    at: minute(minutes),
    lines: [{ sku: 'S1', quantity, result }],
  };
}

export function stockIn(minutes: number, quantity: number): GoodsFact {
  return {
    fact: 'stocked-in',
    stockInId: 'K1',
    warehouseId: 'east',
    at: minute(minutes),
    lines: [{ sku: 'S1', quantity, condition: 'sellable' }],
  };
}

/** Tells one snapshot after another, as the record would. */
export function createNarrator(acts: readonly NumberedAct[] = [], rules = testRules, toldBefore: Told = {}) {
  let told = toldBefore;
  let version = Object.keys(told).length;
  return {
    hear: (...observations: readonly CaseObservation[]): Change[] => {
      version += 1;
      const result = tellCase(foldCase(caseKey, observations, acts, rules), told, version, rules);
      told = result.told;
      return result.changes;
    },
    told: () => told,
  };
}

export function typesOf(changes: readonly Change[], start: string): EventType[] {
  return changes.map(({ type }) => type).filter((type) => type.startsWith(start));
}

/** The data of the one change of a type. */
export function only<Type extends EventType>(changes: readonly Change[], type: Type): EventData[Type] {
  const found = changes.filter((change) => change.type === type);
  if (found.length !== 1) {
    throw new Error(`expected one ${type}, got ${changes.map((change) => change.type).join(', ')}`);
  }
  return found[0]?.data as EventData[Type];
}
