import type { FactOf } from '../record/fact.ts';
import type { Statement } from '../record/statement.ts';
import { type LineOf, linesByRows, type Nothing } from '../record/story.ts';
import type { contactFacts } from './facts.ts';

type Fact = FactOf<typeof contactFacts>;

export interface ContactLines {
  readonly 'message-sent': { readonly by: 'bot' | 'ai' | 'person'; readonly kind: string };
  readonly 'shipment-stopped': { readonly ok: boolean; readonly reason?: string };
  readonly 'replacement-shipped': { readonly trackingNumber?: string; readonly carrier?: string };
  /** Without its address, in which a person may be named. */
  readonly 'ticket-linked': Nothing;
}

export function contactStory(statements: readonly Statement<Fact>[]): LineOf<ContactLines>[] {
  return linesByRows<Fact, ContactLines>(statements, {
    'message-sent': {
      about: ({ at, fact }) => `${at}/${fact.by}/${fact.kind}`,
      values: ({ by, kind }) => ({ by, kind }),
    },
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
  });
}
