import type { FactOf } from '../record/fact.ts';
import type { Instant } from '../record/instant.ts';
import { slice } from '../record/slice.ts';
import { compare, factsNamed, type Statement } from '../record/statement.ts';
import { contactFacts } from './facts.ts';
import { contactStory } from './story.ts';

/** What was said and done around the case. */
export interface ContactPart {
  readonly messages: readonly { readonly at: Instant; readonly by: string; readonly kind: string }[];
  readonly stopped?: { readonly at: Instant; readonly ok: boolean; readonly reason?: string };
  readonly replacement?: { readonly at: Instant; readonly trackingNumber?: string; readonly carrier?: string };
  readonly tickets: readonly string[];
}

type Own = readonly Statement<FactOf<typeof contactFacts>>[];

export const contact = slice({
  facts: contactFacts,
  fold: (statements): ContactPart => {
    const stopped = factsNamed(statements, 'shipment-stopped').at(-1);
    const replacement = factsNamed(statements, 'replacement-shipped').at(-1);
    return {
      messages: messagesOf(statements),
      tickets: [...new Set(factsNamed(statements, 'ticket-linked').map(({ fact }) => fact.url))].sort(compare),
      ...(stopped && {
        stopped: { at: stopped.at, ok: stopped.fact.ok, ...(stopped.fact.reason && { reason: stopped.fact.reason }) },
      }),
      ...(replacement && { replacement: replacementOf(replacement) }),
    };
  },
  story: contactStory,
});

type Replacement = Statement<FactOf<Pick<typeof contactFacts, 'replacement-shipped'>>>;

function replacementOf({ fact, at }: Replacement): NonNullable<ContactPart['replacement']> {
  return {
    at,
    ...(fact.trackingNumber && { trackingNumber: fact.trackingNumber }),
    ...(fact.carrier && { carrier: fact.carrier }),
  };
}

function messagesOf(statements: Own): ContactPart['messages'] {
  const messages = factsNamed(statements, 'message-sent').map(({ fact, at }) => ({ at, by: fact.by, kind: fact.kind }));
  const distinct = new Map(messages.map((each) => [`${each.at} ${each.by} ${each.kind}`, each]));
  return [...distinct].sort(([a], [b]) => compare(a, b)).map(([, message]) => message);
}
