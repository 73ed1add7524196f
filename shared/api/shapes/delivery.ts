import * as z from 'zod';
import type { Instant } from '#shared/returns/record/instant.ts';
import { instant, text, type Value } from '#shared/returns/record/values.ts';

const deliveryOutcomes = [
  'applied',
  'in-part',
  'unmatched',
  'notify-only',
  'several',
  'ignored',
  'not-understood',
] as const;

export const delivery = z
  .object({
    source: text,
    channel: text,
    id: text.describe("the sender's own id, or its hash"),
    via: z.enum(['webhook', 'read']),
    receivedAt: instant,
    outcome: z.enum(deliveryOutcomes),
    reason: z.exactOptional(z.string()),
  })
  .meta({ id: 'Delivery', description: 'What came from a sender and what came of it last; nothing of what it says.' });

export const deliveryExample: Value<typeof delivery> = {
  source: 'standard',
  channel: 'own-store',
  id: 'msg_2x',
  via: 'webhook',
  receivedAt: '2026-03-10T09:01:00.000Z' as Instant,
  outcome: 'not-understood',
  reason: 'data.at: must be an ISO 8601 time with its zone',
};
