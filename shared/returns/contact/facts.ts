import * as z from 'zod';
import { fact } from '../record/fact.ts';
import { text } from '../record/values.ts';

export const contactFacts = {
  'message-sent': fact('message-sent', { by: z.enum(['bot', 'ai', 'person']), kind: text }),
  'shipment-stopped': fact('shipment-stopped', { ok: z.boolean(), reason: z.exactOptional(z.string()) }),
  'replacement-shipped': fact('replacement-shipped', {
    trackingNumber: z.exactOptional(z.string()),
    carrier: z.exactOptional(z.string()),
  }),
  'ticket-linked': fact('ticket-linked', { url: text }),
};
