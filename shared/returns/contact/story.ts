import type { FactOf } from '../record/fact.ts';
import type { Statement } from '../record/statement.ts';
import { type LineOf, linesByRows, type Nothing } from '../record/story.ts';
import type { contactFacts } from './facts.ts';
import type { Message } from './messages.ts';
import type { WriteUp } from './write-up.ts';

type Fact = FactOf<typeof contactFacts>;

export interface ContactLines {
  readonly 'message-sent': Omit<Message, 'at'>;
  readonly 'message-received': Nothing;
  readonly 'shipment-stop-requested': Nothing;
  readonly 'shipment-stopped': { readonly ok: boolean; readonly reason?: string };
  readonly 'replacement-shipped': { readonly trackingNumber?: string; readonly carrier?: string };
  /** Without its address, in which a person may be named. */
  readonly 'ticket-linked': Nothing;
  readonly 'case-written-up': Omit<WriteUp, 'at'>;
}

export function contactStory(statements: readonly Statement<Fact>[]): LineOf<ContactLines>[] {
  return linesByRows<Fact, ContactLines>(statements, {
    'message-sent': {
      about: ({ at, fact }) => `${at}/${fact.by}/${fact.kind}`,
      values: ({ by, kind, supervised, asksBuyer }) => ({
        by,
        kind,
        ...(supervised && { supervised }),
        ...(asksBuyer && { asksBuyer }),
      }),
    },
    'message-received': { about: ({ at }) => at, by: () => ({ role: 'buyer' }), values: () => ({}) },
    'shipment-stop-requested': { about: ({ at }) => at, values: () => ({}) },
    'shipment-stopped': { values: ({ ok, reason }) => ({ ok, ...(reason && { reason }) }) },
    'replacement-shipped': {
      // There may be several, each told again with every reading.
      about: ({ fact }) => fact.trackingNumber ?? '',
      values: ({ trackingNumber, carrier }) => ({
        ...(carrier && { carrier }),
        ...(trackingNumber && { trackingNumber }),
      }),
    },
    'ticket-linked': { about: ({ fact }) => fact.url, values: () => ({}) },
    'case-written-up': { values: ({ reasons, mood }) => ({ reasons, ...(mood && { mood }) }) },
  });
}
