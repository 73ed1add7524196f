import * as z from 'zod';
import type { Channel } from '#shared/merchant/merchant.ts';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import { isoTime } from './iso-time.ts';
import { faultsOf } from './observed.ts';
import { parseBody } from './parse-body.ts';
import { parseLossless } from './parse-lossless.ts';
import { readInPart, type Telling } from './read-in-part.ts';
import type { Delivery, Unread } from './source.ts';

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
  | {
      readonly ok: true;
      readonly read: ReadBody;
      readonly content: Content;
      /** Members of the content that could not be read; it was read without them. */
      readonly unread: readonly Unread[];
    }
  /** Why nothing can be made of it: names fields, never what they hold. */
  | { readonly ok: false; readonly reason: string };

/** What stands before the path of a member of the store's own JSON. */
const root = 'content';

/** Opens a delivery that was read at one of the channel's shops, and reads the store's own JSON within by its members. Never throws. @param telling - As of {@link readInPart}. */
export function openReading<Shape extends z.ZodType>(
  { body }: Delivery,
  { shops }: Channel,
  shape: Shape,
  telling: readonly Telling[] = [],
): OpenedReading<z.output<Shape>> {
  const opened = parseBody(body, parseLossless);
  if (!opened.ok) {
    return opened;
  }
  const read = readBodyShape.safeParse(opened.value);
  if (!read.success) {
    return { ok: false, reason: faultsOf(read.error) };
  }
  if (!shops.includes(read.data.shop)) {
    return { ok: false, reason: 'shop: is none of this channel' };
  }
  const parsed = parseBody(Buffer.from(read.data.content), parseLossless);
  if (!parsed.ok) {
    return { ok: false, reason: `${root}: ${parsed.reason}` };
  }
  const content = readInPart(shape, parsed.value, { root, telling });
  return content.ok
    ? { ok: true, read: read.data, content: content.value, unread: content.unread }
    : { ok: false, reason: content.reason };
}

/** Says so where the change was found by listing only, and where the store never showed what its hint promised. */
export function readFacts({ missed, behind, hintAt }: ReadBody): CaseFact[] {
  return [
    ...(missed ? [{ fact: 'webhook-missed', at: hintAt } as const] : []),
    ...(behind ? [{ fact: 'store-behind', at: hintAt } as const] : []),
  ];
}
