import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import type { ParcelFact } from '#shared/returns/parcel/facts.ts';
import { announcementIdOf, preAdviceKeyOf } from '#shared/returns/pre-advice/pre-advice.ts';
import type { CaseRef, Delivery, Saying } from '#shared/sources/source.ts';
import { delivered } from './inbox.ts';
import { plainDelivery } from './plain-observer.ts';
import { minute } from './script.ts';

type Untimed<Fact> = Fact extends { readonly at: unknown } ? Omit<Fact, 'at'> : never;

interface Senders {
  readonly shop: (minutes: number, caseId: string, ...facts: readonly Untimed<CaseFact>[]) => Delivery;
  readonly wmsOfCase: (minutes: number, ref: CaseRef, ...facts: readonly Untimed<CaseFact>[]) => Delivery;
  readonly ofParcel: (minutes: number, number: string, ...facts: readonly Untimed<ParcelFact>[]) => Delivery;
}

/** Makes deliveries with names of their own; everything is so at the given minute, and received then. @param prefix - Sets their names apart from those of other senders. */
export function createSenders(prefix = 's'): Senders {
  let count = 0;
  const deliver = (channel: string, minutes: number, saying: Saying): Delivery => {
    count += 1;
    return plainDelivery({ id: `${prefix}${count}`, channel, receivedAt: minute(minutes) }, [saying]);
  };
  const timed = <Fact>(minutes: number, facts: readonly unknown[]) =>
    facts.map((fact) => ({ ...(fact as object), at: minute(minutes) })) as unknown as Fact[];
  return {
    shop: (minutes, caseId, ...facts) =>
      deliver('shop-a', minutes, { about: 'case', ref: { caseKey: `test:a:${caseId}` }, facts: timed(minutes, facts) }),
    wmsOfCase: (minutes, ref, ...facts) =>
      deliver('wms', minutes, { about: 'case', ref, facts: timed(minutes, facts) }),
    ofParcel: (minutes, number, ...facts) =>
      deliver('wms', minutes, { about: 'parcel', number, facts: timed(minutes, facts) }),
  };
}

export const twoShoes: Untimed<CaseFact> = {
  fact: 'details',
  details: {
    kind: 'return',
    orderId: 'O1',
    lines: [{ lineId: '1', sku: 'S1', quantity: 2, unitPrice: { amount: 500, currency: 'CNY' } }],
  },
};
export const twoReceived = {
  fact: 'received',
  receiptId: 'R1',
  warehouseId: 'east',
  lines: [{ sku: 'S1', quantity: 2 }],
} as const;
export const approved: Untimed<CaseFact> = { fact: 'decided', decision: 'approved', by: 'merchant' };

export function sentIn(...numbers: readonly string[]): Untimed<CaseFact> {
  return { fact: 'tracking', origin: 'store', numbers: numbers.map((number) => ({ number })) };
}

const shoes = (quantity: number) => [{ sku: 'S1', quantity }];

function wholeReturn(): Delivery[] {
  const { shop, ofParcel } = createSenders();
  return [
    shop(0, 'C1', { fact: 'requested' }, twoShoes, approved, sentIn('PA01')),
    ofParcel(10, 'PA01', { fact: 'moved', stage: 'in-transit' }),
    ofParcel(60, 'PA01', twoReceived),
    ofParcel(90, 'PA01', {
      fact: 'inspected',
      inspectionId: 'I1',
      warehouseId: 'east',
      lines: [{ sku: 'S1', quantity: 2, result: 'passed' }],
    }),
    ofParcel(95, 'PA01', {
      fact: 'stocked-in',
      stockInId: 'K1',
      warehouseId: 'east',
      lines: [{ sku: 'S1', quantity: 2, condition: 'sellable' }],
    }),
    shop(200, 'C1', refund('F1', 1000)),
    shop(210, 'C1', { fact: 'closed' }),
  ];
}

function warehouseFirst(): Delivery[] {
  const { shop, wmsOfCase, ofParcel } = createSenders();
  return [
    ofParcel(10, 'PA01', { fact: 'received', receiptId: 'R1', warehouseId: 'east', lines: shoes(1) }),
    wmsOfCase(
      20,
      { alias: { kind: 'case-id', value: 'C1' } },
      { fact: 'received', receiptId: 'R2', warehouseId: 'east', lines: shoes(1) },
    ),
    wmsOfCase(
      21,
      { alias: { kind: 'reverse-order', value: 'V1' } },
      {
        fact: 'inspected',
        inspectionId: 'I2',
        warehouseId: 'east',
        lines: [{ sku: 'S1', quantity: 1, result: 'failed', finding: 'worn' }],
      },
    ),
    shop(30, 'C1', { fact: 'requested' }, twoShoes, approved, sentIn('PA01'), {
      fact: 'alias',
      alias: { kind: 'reverse-order', value: 'V1' },
    }),
  ];
}

function twoCasesInOneParcel(): Delivery[] {
  const { shop, ofParcel } = createSenders();
  return [
    shop(0, 'C1', { fact: 'requested' }, twoShoes, approved, sentIn('PA01')),
    shop(1, 'C2', { fact: 'requested' }, twoShoes, approved, sentIn('PA01')),
    ofParcel(60, 'PA01', { fact: 'received', receiptId: 'R1', warehouseId: 'east', lines: shoes(3) }),
    ofParcel(70, 'PA01', { fact: 'received', receiptId: 'R2', warehouseId: 'east', lines: shoes(1) }),
  ];
}

function replacedAndPutBack(): Delivery[] {
  const { shop, ofParcel } = createSenders();
  return [
    shop(0, 'C1', { fact: 'requested' }, twoShoes, approved, sentIn('PA01')),
    shop(10, 'C1', { ...sentIn('PA02'), replaces: ['PA01'] } as Untimed<CaseFact>),
    ofParcel(15, 'PA01', { fact: 'received', receiptId: 'R1', warehouseId: 'west', lines: shoes(2) }),
    shop(20, 'C1', { ...sentIn('PA01'), replaces: ['PA02'] } as Untimed<CaseFact>),
    shop(30, 'C1', { fact: 'decided', decision: 'withdrawn', by: 'buyer' }),
  ];
}

function givenUpAndFoundAgain(): Delivery[] {
  const { shop, ofParcel } = createSenders();
  const answer = { fact: 'follow-answered', accepted: true, carrier: 'yto' } as const;
  const moves = [{ stage: 'picked-up' as const, at: minute(50) }];
  return [
    shop(0, 'C1', { fact: 'requested' }, twoShoes, approved, {
      fact: 'tracking',
      origin: 'store',
      numbers: [{ number: 'PA01', carrier: 'yto' }],
    }),
    ofParcel(1, 'PA01', { ...answer, round: 1 }),
    ofParcel(20, 'PA01', { fact: 'route', moves: [], end: 'aborted' }),
    ofParcel(51, 'PA01', { ...answer, round: 2 }),
    ofParcel(60, 'PA01', { fact: 'route', moves, carrier: 'sf' }),
  ];
}

/** The warehouse is called again although it had answered, and the first answer comes after the second. */
function answeredTwice(): InboxMessage[] {
  const { shop, ofParcel } = createSenders();
  const announcementId = announcementIdOf(
    'test:a:C1',
    preAdviceKeyOf({ warehouseId: 'east', trackingNumber: 'PA01' }),
    1,
  );
  const answered = (minutes: number, callId: string, accepted: boolean): InboxMessage => ({
    kind: 'answered',
    callId,
    by: 'east',
    at: minute(minutes),
    record: { caseKey: 'test:a:C1' },
    facts: [{ fact: 'pre-advice-answered', announcementId, accepted, at: minute(minutes) }],
  });
  const refused = answered(5, 'c1/refused', false);
  return [
    ...delivered(shop(0, 'C1', { fact: 'requested' }, twoShoes, approved, sentIn('PA01'))),
    answered(9, 'c2/accepted', true),
    refused,
    refused,
    answered(9, 'c2/accepted', true),
    ...delivered(ofParcel(60, 'PA01', twoReceived), shop(90, 'C1', { fact: 'details', details: { orderId: 'O2' } })),
  ];
}

/** A refund of goods in yuan that the merchant paid. */
export function refund(refundId: string, amount: number): Untimed<CaseFact> {
  const paid = { amount, currency: 'CNY' };
  return { fact: 'refund', refundId, kind: 'goods-refund', amount: paid, outcome: 'done', by: 'merchant' };
}

/** Each refund is within what was paid; both together are not. The third case is on another line of the order. */
function twoCasesOnOneLine(): Delivery[] {
  const { shop } = createSenders();
  const on = (lineId: string): Untimed<CaseFact> => ({
    fact: 'details',
    details: {
      kind: 'refund-only',
      orderId: 'O1',
      lines: [{ lineId, sku: `S${lineId}`, quantity: 1 }],
      paid: { amount: 12_900, currency: 'CNY' },
    },
  });
  return [
    shop(0, 'C1', { fact: 'requested' }, on('1'), approved),
    shop(10, 'C2', { fact: 'requested' }, on('1'), approved),
    shop(15, 'C3', { fact: 'requested' }, on('2'), approved),
    shop(20, 'C1', refund('F1', 3000)),
    shop(30, 'C2', refund('F2', 12_900)),
    shop(40, 'C1', { fact: 'closed' }),
    shop(50, 'C3', refund('F3', 12_900)),
  ];
}

/** Short lives of returns, for tests that try every place where something may go wrong. */
export const lives: Readonly<Record<string, () => readonly InboxMessage[]>> = {
  'a whole return': () => delivered(...wholeReturn()),
  'the warehouse speaks first': () => delivered(...warehouseFirst()),
  'two cases in one parcel': () => delivered(...twoCasesInOneParcel()),
  'two cases on one order line': () => delivered(...twoCasesOnOneLine()),
  'a number replaced, put back and withdrawn': () => delivered(...replacedAndPutBack()),
  'a number that a feed gives up and finds again': () => delivered(...givenUpAndFoundAgain()),
  'a warehouse that answers twice': answeredTwice,
};
