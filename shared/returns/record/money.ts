import * as z from 'zod';
import { count, type Value } from './values.ts';

/** An amount in minor units (fen, cents; whole yen for JPY) and its ISO 4217 currency. Never a fraction. */
export const money = z
  .object({
    amount: count.describe('in minor units of the currency: fen, cents, whole yen'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .describe('ISO 4217 code, as `CNY`'),
  })
  .meta({ id: 'Money', description: 'An amount of money.' });
export type Money = Value<typeof money>;
