import * as z from 'zod';
import type { Instant } from '#shared/returns/record/instant.ts';
import { moneyKinds } from '#shared/returns/record/money.ts';
import type { By } from '#shared/returns/record/values.ts';

/** `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export const instant = z.iso.datetime({ precision: 3 }) as unknown as z.ZodType<Instant>;
export const count = z.int().nonnegative();
export const maybeText = z.exactOptional(z.string());

/** Minor units and an ISO 4217 currency. */
export const money = z.strictObject({ amount: count, currency: z.string().regex(/^[A-Z]{3}$/) });
export const moneyKind = z.enum(moneyKinds);

const parties = ['merchant', 'platform', 'system', 'warehouse', 'buyer'] as const satisfies readonly By[];
export const by = z.enum(parties);

const skuQuantityFields = { sku: z.string(), quantity: count };
export const skuQuantity = z.strictObject(skuQuantityFields);
export const titledQuantity = z.strictObject({ ...skuQuantityFields, title: maybeText });
export const quantityWith = <Fields extends z.ZodRawShape>(fields: Fields) =>
  z.strictObject({ ...skuQuantityFields, ...fields });
