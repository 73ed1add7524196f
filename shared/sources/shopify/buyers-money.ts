import * as z from 'zod';

const money = z.object({ amount: z.string(), currencyCode: z.string() });

/**
 * A `MoneyBag`: one sum in the shop's currency and in the one that the buyer paid in, which is the one that counts: caps, refunds and what is owed are
 * compared in it. Where it is not told, as in readings of before it was asked for, the shop's stands for it.
 */
export const moneyBag = z
  .object({ shopMoney: money.nullish(), presentmentMoney: money.nullish() })
  .transform(({ shopMoney, presentmentMoney }, context) => {
    const told = presentmentMoney ?? shopMoney;
    if (!told) {
      context.addIssue('must have an amount');
    }
    return told ?? z.NEVER;
  });
