/** An amount in minor units (fen, cents; whole yen for JPY) and its ISO 4217 currency. Never a fraction. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** What a money action pays for (sop.md, node 5). */
export const moneyKinds = [
  'goods-refund',
  'freight-refund',
  'return-freight',
  'compensation',
  'deduction',
  'recovery',
] as const;
export type MoneyKind = (typeof moneyKinds)[number];
