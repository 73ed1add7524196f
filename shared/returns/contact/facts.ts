import * as z from 'zod';
import { fact } from '../record/fact.ts';
import { text } from '../record/values.ts';

/** Why a case came to be, as whoever wrote it up found: a code, and one within it. */
const reasonTag = z.object({ code: text, within: z.exactOptional(text) });

export const contactFacts = {
  'message-sent': fact('message-sent', {
    by: z.enum(['bot', 'ai', 'person']),
    kind: text,
    /** Of an AI: a named person answers for it. */
    supervised: z.exactOptional(z.literal(true)),
    /** The buyer is asked for something, and waited for from then on. */
    asksBuyer: z.exactOptional(z.literal(true)),
  }),
  /** The buyer wrote. */
  'message-received': fact('message-received', {}),
  /** Somebody was asked to stop a parcel on its way out. */
  'shipment-stop-requested': fact('shipment-stop-requested', {}),
  'shipment-stopped': fact('shipment-stopped', { ok: z.boolean(), reason: z.exactOptional(z.string()) }),
  'replacement-shipped': fact('replacement-shipped', {
    trackingNumber: z.exactOptional(z.string()),
    carrier: z.exactOptional(z.string()),
  }),
  'ticket-linked': fact('ticket-linked', { url: text }),
  /** The case was written up at its end: what it came of, and the mood in which it left the buyer. */
  'case-written-up': fact('case-written-up', { reasons: z.array(reasonTag), mood: z.exactOptional(text) }),
};
