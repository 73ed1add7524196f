import * as z from 'zod';
import { cleaned } from '#shared/identifiers/cleaned.ts';

/** An id: its digits, whether it came as a number, as one above 2^53, or as a text. */
export const digits = z
  .union(
    [
      z.int().min(0),
      z
        .string()
        .overwrite(cleaned)
        .regex(/^\d{1,30}$/, 'must be a number'),
    ],
    'must be a number',
  )
  .transform((value) => String(value));

/** One message of a push. `data` is a text that holds JSON; published examples have an object, too. */
export const messageShape = z.object({
  tag: z.union([z.string().max(20), z.int()], 'must be a tag').transform((value) => String(value)),
  data: z.unknown().optional(),
});

/** What every after-sales message says of its case. */
export const afterSaleShape = z.object({ aftersale_id: digits, shop_id: digits, update_time: z.unknown().optional() });

/** When it happened: each kind of message has one of these, in Unix seconds. */
export const eventTimes = z.object({
  apply_time: z.unknown().optional(),
  agree_time: z.unknown().optional(),
  return_time: z.unknown().optional(),
  refuse_time: z.unknown().optional(),
  success_time: z.unknown().optional(),
  close_time: z.unknown().optional(),
  modify_time: z.unknown().optional(),
});
