/** What a shop answered of itself: how long to leave it alone, and whether that was all it had to say. */
interface ShopState {
  readonly kind: 'answered' | 'busy';
  readonly restMs: number;
}

/** Holds back calls to one shop without touching the others. One per container; times in Unix milliseconds. */
export interface ShopGate {
  /** How long the shop is still to be left alone; 0 when it may be called. */
  waitMs(shop: string, now: number): number;
  /** A shop that keeps being busy is left alone longer each time. */
  tell(shop: string, now: number, state: ShopState): void;
}

/** So often in a row may a shop be busy before its rests grow. */
const toleratedBusy = 3;
const firstRestMs = 2_000;
const longestRestMs = 5 * 60_000;

interface Rest {
  readonly until: number;
  /** How often in a row it was busy when it might have been called again. */
  readonly busy: number;
}

export function openShopGate(): ShopGate {
  const rests = new Map<string, Rest>();
  return {
    waitMs: (shop, now) => Math.max(0, (rests.get(shop)?.until ?? 0) - now),
    tell: (shop, now, state) => {
      rests.set(shop, restAfter(rests.get(shop) ?? { until: 0, busy: 0 }, now, state));
    },
  };
}

function restAfter(rest: Rest, now: number, { kind, restMs }: ShopState): Rest {
  if (kind === 'answered') {
    return { until: Math.max(rest.until, now + restMs), busy: 0 };
  }
  // Calls that were under way together are one try: only the first of them counts.
  const busy = rest.until > now ? rest.busy : rest.busy + 1;
  const grownMs = busy < toleratedBusy ? 0 : Math.min(longestRestMs, firstRestMs * 2 ** (busy - toleratedBusy));
  return { until: Math.max(rest.until, now + Math.max(restMs, grownMs)), busy };
}
