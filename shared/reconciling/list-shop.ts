import { addMillis, type Instant, millisOf } from '#shared/returns/record/instant.ts';
import type { ListAnswer, ListQuestion, StoreChange, StoreClient } from '#shared/sources/store-client.ts';
import type { Cursor } from './ports.ts';

const minuteMs = 60_000;
/** A change may show at its store later than it was made: each window goes back into the one before. */
const overlapMs = 10 * minuteMs;
/** A webhook has this long to come before its change is looked for. */
const settleMs = minuteMs;
/** How far back a shop is listed for the first time. */
const firstWindowMs = 24 * 60 * minuteMs;
/** So much may one run list, by {@link costOf} its pages. */
const mostCost = 400;
/** Nor, once it came further than earlier runs, longer than this: a function has four minutes, also to pass on what was listed. */
const mostMs = 60_000;
/** A shop that asks for a longer rest is gone on with in the next run. */
const longestRestMs = 5_000;

interface Window {
  readonly from: Instant;
  readonly to: Instant;
  /** What changed up to this was seen by earlier runs. */
  readonly beyond: Instant;
}

export function windowOf(cursor: Cursor | undefined, now: Instant): Window {
  const from = cursor ? addMillis(cursor.until, -overlapMs) : addMillis(now, -firstWindowMs);
  return { from, to: addMillis(now, -settleMs), beyond: cursor?.until ?? from };
}

export interface Listing {
  readonly changes: readonly StoreChange[];
  /** Everything that changed before this is in it; undefined when the shop was busy before it told anything. */
  readonly until?: Instant;
  /** The window has more than one run may list. */
  readonly more: boolean;
}

type Page = Extract<ListAnswer, { readonly kind: 'page' }>;

interface Shop {
  readonly client: StoreClient;
  readonly question: Omit<ListQuestion, 'from' | 'to' | 'page'>;
  readonly sleep: (ms: number) => Promise<void>;
  readonly now: () => Instant;
}

/** Lists what changed at one shop within a window, page by page; and how far it came, where it stops early. */
export async function listShop({ client, question, sleep, now }: Shop, { from, to, beyond }: Window): Promise<Listing> {
  const changes: StoreChange[] = [];
  const lateAtMs = millisOf(now()) + mostMs;
  const isLate = () => millisOf(now()) > lateAtMs;
  let page: Page | undefined;
  for (let cost = 0; cost < mostCost; cost += costOf(reachedBy(page, changes), { beyond, isLate })) {
    const next = page?.next;
    const answer = await client.listChanges({ ...question, from, to, ...(next && { page: next }) });
    if (answer.kind === 'busy') {
      break;
    }
    page = answer;
    changes.push(...page.changes);
    if (!page.next) {
      return { changes, until: to, more: false };
    }
    if (page.restMs > longestRestMs) {
      break;
    }
    await sleep(page.restMs);
  }
  const until = reachedBy(page, changes);
  // Never beyond the window, whatever the store says: the cursor only goes forward.
  return { changes, more: true, ...(until && { until: until < to ? until : to }) };
}

interface Seen {
  readonly beyond: Instant;
  readonly isLate: () => boolean;
}

/** Pages of what earlier runs have seen cost less, else a run would never come beyond a window that is crowded. Late, the first other one is the last. */
function costOf(reached: Instant | '', { beyond, isLate }: Seen): number {
  if (reached <= beyond) {
    return 1;
  }
  return isLate() ? mostCost : 10;
}

function reachedBy(page: Page | undefined, changes: readonly StoreChange[]): Instant | '' {
  return page?.reached ?? changes.at(-1)?.at ?? '';
}
