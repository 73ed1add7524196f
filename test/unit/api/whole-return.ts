import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import type { TickFact } from '#shared/returns/deadlines/facts.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { Saying } from '#shared/sources/source.ts';
import { createSimulation, type Simulation } from '../../memory/simulation.ts';
import { tickMessage } from '../../memory/tick-message.ts';

export const caseKey = 'test:a:RMA-1';
/** Of a picture of the goods, which may show people. */
export const photoLink = 'https://files.example.com/label.jpg';
const ref = { caseKey };

/** 10 March 2026 in Shanghai, as an instant. */
export function shanghai(time: string, day = 10): Instant {
  return new Date(`2026-03-${day}T${time}:00+08:00`).toISOString() as Instant;
}

/** What a sender on a channel of the test merchant says; heard at the time of its last fact unless told otherwise. */
export function delivery(channel: string, receivedAt: Instant, ...sayings: readonly Saying[]): InboxMessage {
  const body = Buffer.from(JSON.stringify(sayings));
  const id = `${channel}-${receivedAt}-${sayings.length}-${body.length}`;
  return {
    kind: 'delivery',
    delivery: { source: 'test', channel, id, via: 'webhook', receivedAt, headers: {}, body },
  };
}

export function aboutCase(...facts: Extract<Saying, { readonly about: 'case' }>['facts']): Saying {
  return { about: 'case', ref, facts, person: { note: '王小明 13800000000' } };
}

export function aboutParcel(number: string, ...facts: Extract<Saying, { readonly about: 'parcel' }>['facts']): Saying {
  return { about: 'parcel', number, facts, person: { 'photos/received/east/R1': [photoLink] } };
}

export function tick(deadlineId: string, phase: TickFact['phase'], at: Instant, count = 0): InboxMessage {
  return tickMessage(caseKey, { fact: 'tick', deadlineId, phase, count, at });
}

const lines = [{ lineId: '1', sku: 'S1', quantity: 2, unitPrice: { amount: 19_900, currency: 'CNY' } }];

export const requested = delivery(
  'shop-a',
  shanghai('09:00'),
  aboutCase(
    { fact: 'requested', at: shanghai('09:00') },
    {
      fact: 'details',
      at: shanghai('09:00'),
      details: {
        orderId: 'SO-1',
        kind: 'return',
        reason: { code: 'size' },
        lines,
        refund: { amount: 39_800, currency: 'CNY' },
        buyerRef: 'buyer-7f3a',
      },
    },
  ),
);

export const approved = delivery(
  'shop-a',
  shanghai('09:30'),
  aboutCase({ fact: 'decided', decision: 'approved', by: 'merchant', at: shanghai('09:30') }),
);

export function shipped(number: string, at: Instant, replaces: readonly string[] = []): InboxMessage {
  return delivery(
    'shop-a',
    at,
    aboutCase({ fact: 'tracking', numbers: [{ number, carrier: 'sf' }], replaces, origin: 'test/shop-a', at }),
  );
}

export const received = delivery(
  'wms',
  shanghai('10:05', 12),
  aboutParcel('SF123', {
    fact: 'received',
    receiptId: 'R1',
    warehouseId: 'east',
    at: shanghai('10:00', 12),
    lines: [{ sku: 'S1', quantity: 2 }],
  }),
);

export const inspected = delivery(
  'wms',
  shanghai('14:00', 12),
  aboutParcel('SF123', {
    fact: 'inspected',
    inspectionId: 'I1',
    warehouseId: 'east',
    at: shanghai('14:00', 12),
    lines: [{ sku: 'S1', quantity: 2, result: 'passed' }],
  }),
);

const stockedIn = delivery(
  'wms',
  shanghai('15:00', 12),
  aboutParcel('SF123', {
    fact: 'stocked-in',
    stockInId: 'P1',
    warehouseId: 'east',
    at: shanghai('15:00', 12),
    lines: [{ sku: 'S1', quantity: 2, condition: 'sellable' }],
  }),
);

const refunded = delivery(
  'shop-a',
  shanghai('09:00', 13),
  aboutCase(
    {
      fact: 'refund',
      refundId: 'F1',
      kind: 'goods-refund',
      amount: { amount: 39_800, currency: 'CNY' },
      outcome: 'done',
      by: 'merchant',
      at: shanghai('09:00', 13),
    },
    { fact: 'closed', at: shanghai('09:00', 13) },
  ),
);

/** A carrier's scans; the first one comes to us after the second. */
export const scans = [
  delivery(
    'carrier',
    shanghai('08:00', 12),
    aboutParcel('SF123', { fact: 'moved', stage: 'delivered', at: shanghai('08:00', 12), carrier: 'sf' }),
  ),
  delivery(
    'carrier',
    shanghai('08:30', 12),
    aboutParcel('SF123', { fact: 'moved', stage: 'picked-up', at: shanghai('18:00'), carrier: 'sf' }),
  ),
];

/** A return from its request to its end, without a hitch. */
export const wholeReturn = [
  requested,
  approved,
  shipped('SF123', shanghai('12:00')),
  ...scans,
  received,
  inspected,
  stockedIn,
  refunded,
];

/** Records messages one after the other, in memory. */
export async function record(...messages: readonly InboxMessage[]): Promise<Simulation> {
  const simulation = createSimulation();
  await recordMore(simulation, ...messages);
  return simulation;
}

export async function recordMore(simulation: Simulation, ...messages: readonly InboxMessage[]): Promise<void> {
  for (const message of messages) {
    simulation.post(message);
    await simulation.settle();
  }
  if (simulation.dead.length > 0) {
    throw new Error('a message could not be recorded', { cause: simulation.dead[0]?.error });
  }
}
