import * as z from 'zod';
import { skuQuantity } from '#shared/returns/goods/facts.ts';
import { caseName } from '#shared/returns/opening/facts.ts';
import { toInstant } from '#shared/returns/record/instant.ts';
import { count, text } from '#shared/returns/record/values.ts';
import { toldClasses } from '#shared/returns/told-classes.ts';

/** As it was sent: earlier releases wrote times in more than the one form. */
const instant = z.string().transform((value, context) => {
  const found = toInstant(value);
  if (found === undefined) {
    context.issues.push({ code: 'custom', input: value, message: 'must be an ISO 8601 time with its zone' });
    return z.NEVER;
  }
  return found;
});

const envelope = {
  source: text,
  channel: text,
  id: text,
  via: z.enum(['webhook', 'read']),
  receivedAt: instant,
  headers: z.record(z.string(), z.string()),
  encoding: z.enum(['identity', 'zstd']),
};

/** As the clocks of earlier releases struck: they go on until they end. */
const tick = z.object({ at: instant });

const parcelState = z.looseObject({
  number: text,
  stage: text,
  sides: z.array(text),
  goods: z.array(z.looseObject({ fact: text })),
  units: z.record(z.string(), z.looseObject({ received: z.int() })),
  allotment: text,
});

const link = z.object({
  caseKey: text,
  revision: count,
  stands: z.boolean(),
  open: z.boolean(),
  knownAt: instant.exactOptional(),
  statedAt: instant.exactOptional(),
  askedAt: instant.exactOptional(),
  endedAt: instant.exactOptional(),
  isWithdrawn: z.literal(true).exactOptional(),
  closedAt: instant.exactOptional(),
  isOutbound: z.literal(true).exactOptional(),
  isWithBuyer: z.literal(true).exactOptional(),
  isTypedOutbound: z.literal(true).exactOptional(),
  carrier: text.exactOptional(),
  warehouseId: text.exactOptional(),
  lines: z.array(skuQuantity),
});

const classes = z.array(z.enum(toldClasses)).min(1);

const recordName = z.union([z.strictObject({ caseKey: text }), z.strictObject({ parcel: text })]);

/** Every inbox message as it stands in the queue. What a message says is judged later; here only that it can be read. */
export const messageShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('delivery'),
    delivery: z.union([
      z.object({ ...envelope, body: z.base64() }),
      z.object({ ...envelope, bodyRef: z.object({ key: z.string().regex(/^bodies\/[^/]+\/[^/]+\/[0-9a-f]{64}$/) }) }),
    ]),
  }),
  z.object({ kind: z.literal('parcel-linked'), number: text, link: link.exactOptional() }),
  z.object({ kind: z.literal('named'), caseKey: text, aliases: z.array(caseName).min(1) }),
  z.object({
    kind: z.literal('parcel-state'),
    caseKey: text,
    revision: count,
    at: instant,
    state: parcelState,
    anew: z.literal(true).exactOptional(),
  }),
  z.object({ kind: z.literal('sibling'), caseKey: text, of: text, revision: count }),
  z.object({ kind: z.literal('strike'), at: instant, caseKey: text.exactOptional(), parcel: text.exactOptional() }),
  z.object({ kind: z.literal('tick'), caseKey: text, tick }),
  z.object({
    kind: z.literal('answered'),
    record: recordName,
    callId: text,
    by: text,
    at: instant,
    facts: z.array(z.looseObject({ fact: text, at: text })),
  }),
  z.object({ kind: z.literal('replay'), ref: z.object({ source: text, channel: text, id: text }) }),
  z.object({
    kind: z.literal('retracted'),
    record: recordName,
    id: text,
    from: text,
    receivedAt: instant,
    revision: count,
  }),
  z.object({ kind: z.literal('rebuild'), record: recordName, emit: z.union([z.boolean(), classes]) }),
  z.object({
    kind: z.literal('act'),
    record: recordName,
    act: z.unknown(),
    ifAct: count,
    key: text.max(128).exactOptional(),
  }),
  z.object({
    kind: z.literal('tally'),
    at: instant,
    counted: z.array(z.object({ source: text, channel: text, counter: z.enum(['refused', 'missed']), count })),
  }),
]);

export type QueuedMessage = z.infer<typeof messageShape>;
