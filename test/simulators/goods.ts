/** Goods of the merchant's, by its own SKU. */
export interface Item {
  readonly sku: string;
  readonly quantity: number;
}

export interface Money {
  readonly amount: number;
  readonly currency: string;
}

interface Good {
  readonly title: string;
  /** For one, as paid. */
  readonly priceFen: number;
}

const goods: Readonly<Record<string, Good>> = {
  'SHOE-RED-41': { title: 'Running shoe, red, 41', priceFen: 29_900 },
  'SOCK-WHITE-M': { title: 'Sports sock, white, M', priceFen: 3_900 },
  'CAP-BLUE': { title: 'Cap, blue', priceFen: 9_900 },
  'BELT-BROWN-90': { title: 'Belt, brown, 90', priceFen: 15_900 },
};

export function goodOf(sku: string): Good {
  return goods[sku] ?? { title: sku, priceFen: 9_900 };
}

/** What the items cost together. */
export function priceOf(items: readonly Item[]): Money {
  return yuan(items.reduce((sum, { sku, quantity }) => sum + quantity * goodOf(sku).priceFen, 0));
}

export function yuan(fen: number): Money {
  return { amount: fen, currency: 'CNY' };
}
