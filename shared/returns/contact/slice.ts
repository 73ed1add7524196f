import type { FactOf } from '../record/fact.ts';
import type { Instant } from '../record/instant.ts';
import { slice } from '../record/slice.ts';
import { compare, factsNamed, type Statement } from '../record/statement.ts';
import { contactFacts } from './facts.ts';
import { buyerWroteAt, type Message, messagesOf } from './messages.ts';
import { type StopRequest, stopRequestOf } from './stop-request.ts';
import { contactStory } from './story.ts';
import { type WriteUp, writeUpOf } from './write-up.ts';

/** What was said and done around the case. */
export interface ContactPart {
  readonly messages: readonly Message[];
  /** When the buyer wrote: the first of each row of messages between which nobody wrote to them. Absent where nobody told of any. */
  readonly buyerWrote?: readonly Instant[];
  readonly stopRequested?: StopRequest;
  readonly stopped?: { readonly at: Instant; readonly ok: boolean; readonly reason?: string };
  readonly replacement?: { readonly at: Instant; readonly trackingNumber?: string; readonly carrier?: string };
  readonly tickets: readonly string[];
  readonly writtenUp?: WriteUp;
}

type Replacement = Statement<FactOf<Pick<typeof contactFacts, 'replacement-shipped'>>>;

export const contact = slice({
  facts: contactFacts,
  fold: (statements): ContactPart => {
    const messages = messagesOf(factsNamed(statements, 'message-sent'));
    const buyerWrote = buyerWroteAt(factsNamed(statements, 'message-received'), messages);
    const stops = factsNamed(statements, 'shipment-stopped');
    const stopRequested = stopRequestOf(factsNamed(statements, 'shipment-stop-requested'), stops);
    const stopped = stops.at(-1);
    const replacement = factsNamed(statements, 'replacement-shipped').at(-1);
    const writtenUp = writeUpOf(factsNamed(statements, 'case-written-up'));
    return {
      messages,
      tickets: [...new Set(factsNamed(statements, 'ticket-linked').map(({ fact }) => fact.url))].sort(compare),
      ...(buyerWrote.length > 0 && { buyerWrote }),
      ...(stopRequested && { stopRequested }),
      ...(stopped && {
        stopped: { at: stopped.at, ok: stopped.fact.ok, ...(stopped.fact.reason && { reason: stopped.fact.reason }) },
      }),
      ...(replacement && { replacement: replacementOf(replacement) }),
      ...(writtenUp && { writtenUp }),
    };
  },
  story: contactStory,
});

function replacementOf({ fact, at }: Replacement): NonNullable<ContactPart['replacement']> {
  return {
    at,
    ...(fact.trackingNumber && { trackingNumber: fact.trackingNumber }),
    ...(fact.carrier && { carrier: fact.carrier }),
  };
}
