import * as z from 'zod';
import { count, type Value } from './values.ts';

/** An amount in minor units (fen, cents; whole yen for JPY) and its ISO 4217 currency. Never a fraction. */
export const money = z.object({ amount: count, currency: z.string().regex(/^[A-Z]{3}$/) });
export type Money = Value<typeof money>;
