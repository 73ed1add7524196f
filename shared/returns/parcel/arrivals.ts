import type { GoodsFact } from '../goods/facts.ts';
import { goodsIdOf } from '../goods/goods.ts';
import type { Shares } from '../goods/shares.ts';
import { addMillis, type Instant } from '../record/instant.ts';
import { byTime, compare } from '../record/statement.ts';
import type { ParcelLink } from './parcel.ts';
import { isWithin, overAt, shutAfter, waitedAt, wasOpenAt, windowOf } from './window.ts';

/** One coming of goods under a number: a receipt with what was done to the goods since, or a check where nobody tells of receipts. */
export interface Arrival {
  readonly at: Instant;
  readonly goods: readonly GoodsFact[];
  /** The cases whose goods they may be; several where a person, or what each expects, has to settle it. */
  readonly holders: readonly ParcelLink[];
  /** Cases that were closed by then without goods under the number: it may be what they waited for. */
  readonly passedOver: readonly ParcelLink[];
  /** What a person gave to whom of it. */
  readonly shares?: Shares;
}

/** A check later than this after a receipt may be of goods that came since. */
const longestCheckMs = 60 * 24 * 3600_000;

/** When something was first reported, by its id: a correction does not make it another coming. */
export type FirstTimes = ReadonlyMap<string, Instant>;

/**
 * Whose the goods are that came under a number, arrival by arrival. Several windows may hold one: then the cases that were open when it came go
 * before others, and one that was withdrawn after all.
 *
 * @param goods - Oldest first.
 */
export function arrivalsOf(
  goods: readonly GoodsFact[],
  links: readonly ParcelLink[],
  firstTimes: FirstTimes = new Map(),
): Arrival[] {
  const able = links.filter(({ stands, isOutbound, isWithBuyer }) => stands && !(isOutbound && isWithBuyer));
  const shutAt = new Map<string, Instant>();
  const arrivals: Arrival[] = [];
  for (const { at, goods: own } of comings(goods, firstTimes)) {
    const within = able.filter(
      (link) => isWithin(windowOf(link), at) && isWithin({ until: shutAt.get(link.caseKey) ?? at }, at),
    );
    const holders = firstIn(within, at);
    const passedOver = within.filter(
      (link) => !holders.includes(link) && waitedAt(link, at) && !shutAt.has(link.caseKey),
    );
    for (const { caseKey } of holders) {
      shutAt.set(caseKey, shutAt.get(caseKey) ?? shutAfter(at));
    }
    const last = arrivals.at(-1);
    if (last && holders.length === 0 && !own.some(({ fact }) => fact === 'received')) {
      // A late check that nobody can own by itself is of what came last.
      arrivals.splice(-1, 1, { ...last, goods: [...last.goods, ...own] });
    } else {
      arrivals.push({ at, goods: own, holders, passedOver });
    }
  }
  return arrivals;
}

/** Each receipt begins one; a check belongs to the latest receipt before it. */
function comings(
  goods: readonly GoodsFact[],
  firstTimes: FirstTimes,
): { readonly at: Instant; readonly goods: GoodsFact[] }[] {
  const all: { readonly at: Instant; readonly goods: GoodsFact[] }[] = [];
  const dated = goods.map((fact) => ({ fact, at: firstTimes.get(goodsIdOf(fact)) ?? fact.at }));
  for (const { fact, at } of dated.sort(byTime)) {
    const last = all.at(-1);
    if (last && fact.fact !== 'received' && at <= addMillis(last.at, longestCheckMs)) {
      last.goods.push(fact);
    } else {
      all.push({ at, goods: [fact] });
    }
  }
  return all;
}

function firstIn(able: readonly ParcelLink[], at: Instant): ParcelLink[] {
  const rankOf = (link: ParcelLink) => {
    if (link.isWithdrawn) {
      return 2;
    }
    return wasOpenAt(link, at) ? 0 : 1;
  };
  const first = Math.min(...able.map(rankOf));
  const chosen = able.filter((link) => rankOf(link) === first);
  return first === 0 ? chosen : withoutLater(chosen);
}

/** Of cases of which none was open then: those that were asked for after the first of them was over have no part in what it may have got. */
function withoutLater(links: readonly ParcelLink[]): ParcelLink[] {
  const [eldest] = links.toSorted((a, b) => compare(a.askedAt ?? '', b.askedAt ?? ''));
  const over = eldest && overAt(eldest);
  return links.filter((link) => link === eldest || !over || !link.askedAt || link.askedAt < over);
}
