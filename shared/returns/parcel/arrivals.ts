import type { GoodsFact } from '../goods/facts.ts';
import { addMillis, type Instant } from '../record/instant.ts';
import type { ParcelLink } from './parcel.ts';
import { isWithin, shutAfter, wasOpenAt, windowOf } from './window.ts';

/** One coming of goods under a number: a receipt with what was done to the goods since, or a check where nobody tells of receipts. */
export interface Arrival {
  readonly at: Instant;
  readonly goods: readonly GoodsFact[];
  /** The cases whose goods they may be; several where a person, or what each expects, has to settle it. */
  readonly holders: readonly ParcelLink[];
}

/** A check later than this after a receipt is of goods that came since. */
const longestCheckMs = 60 * 24 * 3600_000;

/**
 * Whose the goods are that came under a number, arrival by arrival. Several windows may hold one: then the cases that were open when it came go
 * before others, and one that was withdrawn after all.
 *
 * @param goods - Oldest first.
 */
export function arrivalsOf(goods: readonly GoodsFact[], links: readonly ParcelLink[]): Arrival[] {
  const standing = links.filter(({ stands }) => stands);
  const shutAt = new Map<string, Instant>();
  return comings(goods).map(({ at, goods: own }) => {
    const able = standing.filter(
      (link) => isWithin(windowOf(link), at) && isWithin({ until: shutAt.get(link.caseKey) ?? at }, at),
    );
    const holders = firstIn(able, at);
    for (const { caseKey } of holders) {
      shutAt.set(caseKey, shutAt.get(caseKey) ?? shutAfter(at));
    }
    return { at, goods: own, holders };
  });
}

/** Each receipt begins one; a check belongs to the latest receipt before it. */
function comings(goods: readonly GoodsFact[]): { readonly at: Instant; readonly goods: GoodsFact[] }[] {
  const all: { readonly at: Instant; readonly goods: GoodsFact[] }[] = [];
  for (const fact of goods) {
    const last = all.at(-1);
    if (last && fact.fact !== 'received' && fact.at <= addMillis(last.at, longestCheckMs)) {
      last.goods.push(fact);
    } else {
      all.push({ at: fact.at, goods: [fact] });
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
  return able.filter((link) => rankOf(link) === first);
}
