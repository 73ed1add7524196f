import * as z from 'zod';
import { count, instant, text } from '#shared/returns/record/values.ts';

const notMeasured = z.literal('not-measured');
const measured = z.union([count, notMeasured]);

const lag = z
  .union([
    z
      .object({ p50Seconds: count, p95Seconds: count, of: count })
      .meta({ id: 'Lag', description: "From the sender's own time to our receipt: at most so many seconds." }),
    notMeasured,
  ])
  .describe('`of` so many messages; those that named no time are not counted');

const day = z
  .object({
    webhooks: measured,
    reads: measured,
    duplicates: measured,
    notUnderstood: measured,
    inPart: measured,
    refused: measured,
    missed: measured.describe('changes that no webhook told of'),
    webhookLag: lag,
    readLag: lag,
  })
  .meta({ id: 'DayCounts', description: 'What was counted of one channel on one day.' });

const shop = z
  .object({
    shop: text,
    hook: z.enum(['telling', 'silent', 'not-measured']).describe('whether webhooks tell of what changes there'),
    silentSince: z.exactOptional(instant),
    busySince: z.exactOptional(instant),
    seenUntil: z.exactOptional(instant),
    token: z.enum(['ok', 'refused', 'missing', 'not-measured']),
    tokenSince: z.exactOptional(instant),
    tokenAt: z.exactOptional(instant),
  })
  .meta({ id: 'ShopHealth', description: 'How a shop stands that is read.' });

const lastHeard = z.union([instant, z.enum(['never', 'not-measured'])]);

const channel = z
  .object({
    source: text,
    channel: text,
    role: text,
    lastHeard: z.object({ byWebhook: lastHeard, byRead: lastHeard }),
    today: day,
    yesterday: day,
    shops: z.array(shop),
  })
  .meta({ id: 'ChannelHealth', description: 'How one channel stands.' });

const oldest = { oldestSeconds: z.exactOptional(measured).describe('absent where it holds none') };

export const sourcesHealth = z
  .object({
    at: instant,
    days: z.object({ today: z.iso.date(), yesterday: z.iso.date() }).describe("of the merchant's time zone"),
    channels: z.array(channel),
    strangers: z.object({ today: measured, yesterday: measured }).describe('refused under names that are none of ours'),
    queues: z.array(z.object({ queue: text, waiting: measured, hidden: measured, delayed: measured, ...oldest })),
    deadLetters: z.array(z.object({ of: text, count: measured, ...oldest })),
  })
  .meta({ id: 'SourcesHealth', description: 'How everybody who tells something stands, and what waits.' });
