/** Holds back calls to one shop without touching the others. One per container; times in Unix milliseconds. */
export interface ShopGate {
  /** How long the shop is still to be left alone; 0 when it may be called. */
  waitMs(shop: string, now: number): number;
  rest(shop: string, until: number): void;
}

export function openShopGate(): ShopGate {
  const restingUntil = new Map<string, number>();
  return {
    waitMs: (shop, now) => Math.max(0, (restingUntil.get(shop) ?? 0) - now),
    rest: (shop, until) => {
      restingUntil.set(shop, Math.max(until, restingUntil.get(shop) ?? 0));
    },
  };
}
