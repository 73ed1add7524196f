import * as z from 'zod';
import type { Channel } from '#shared/merchant/merchant.ts';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import { isoTime } from './iso-time.ts';
import { faultsOf } from './observed.ts';
import { parseBody } from './parse-body.ts';
import { parseLossless } from './parse-lossless.ts';
import type { Delivery } from './source.ts';

/** The body of a delivery that was read at a store: what was asked for, because of which hint, and the store's own JSON. */
const readBodyShape = z.object({
  shop: z.string().min(1).max(300),
  caseId: z.string().regex(/^\d{1,30}$/, 'must be a number'),
  hintAt: isoTime,
  readAt: isoTime,
  content: z.string(),
  /** The change was found by listing; no webhook had told of it. */
  missed: z.boolean().optional(),
  /** The store still shows an older state than the hint promised, and is asked no more. */
  behind: z.boolean().optional(),
});
export type ReadBody = z.output<typeof readBodyShape>;

export type OpenedReading<Content> =
  | { readonly ok: true; readonly read: ReadBody; readonly content: Content }
  /** Why nothing can be made of it: names fields, never what they hold. */
  | { readonly ok: false; readonly reason: string };

/** Opens a delivery that was read at one of the channel's shops, and checks the store's own JSON within. Never throws. */
export function openReading<Shape extends z.ZodType>(
  { body }: Delivery,
  { shops }: Channel,
  shape: Shape,
): OpenedReading<z.output<Shape>> {
  const read = parseAs(body, readBodyShape, '');
  if (!read.ok) {
    return read;
  }
  if (!shops.includes(read.value.shop)) {
    return { ok: false, reason: 'shop: is none of this channel' };
  }
  const content = parseAs(Buffer.from(read.value.content), shape, 'content');
  return content.ok ? { ok: true, read: read.value, content: content.value } : content;
}

type Parsed<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: string };

function parseAs<Shape extends z.ZodType>(bytes: Uint8Array, shape: Shape, root: string): Parsed<z.output<Shape>> {
  const parsed = parseBody(bytes, parseLossless);
  if (!parsed.ok) {
    return { ok: false, reason: root === '' ? parsed.reason : `${root}: ${parsed.reason}` };
  }
  const read = shape.safeParse(parsed.value);
  return read.success ? { ok: true, value: read.data } : { ok: false, reason: faultsOf(read.error, root) };
}

/** Says so where the change was found by listing only, and where the store never showed what its hint promised. */
export function readFacts({ missed, behind, hintAt }: ReadBody): CaseFact[] {
  return [
    ...(missed ? [{ fact: 'webhook-missed', at: hintAt } as const] : []),
    ...(behind ? [{ fact: 'store-behind', at: hintAt } as const] : []),
  ];
}
