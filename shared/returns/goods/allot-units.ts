import type { Allotment, ParcelLink } from '../parcel/parcel.ts';
import type { Note } from '../record/note.ts';
import type { Units } from './facts.ts';
import { type Shares, sharesFit, sumOf } from './shares.ts';
import { fitsWithin, inspectedOf, noUnits, stockedOf, type UnitsBySku, wholeUnits } from './units.ts';

export interface Allotted {
  readonly allotment: Allotment;
  readonly shares: ReadonlyMap<string, UnitsBySku>;
  readonly notes: readonly Note[];
}

/**
 * Says whose the units in a parcel are. One case: all its own. Several: each gets what it expects where there is enough for all of them
 * and no doubt about which unit is whose; otherwise nobody counts that SKU until a person allots.
 *
 * @param links - Of the cases whose goods they may be: one at least.
 * @param given - What a person said of them.
 */
export function allotUnits(reported: UnitsBySku, links: readonly ParcelLink[], given: Shares = {}): Allotted {
  const [first, ...others] = links;
  const byPerson = personsWord(links, given);
  if (first && others.length === 0 && !byPerson) {
    return { allotment: 'sole', shares: new Map([[first.caseKey, reported]]), notes: [] };
  }
  const goods = wholeUnits(reported);
  return byPerson ? allottedByPerson(goods, byPerson) : divide(goods, links);
}

/**
 * What a person gave to these cases, where that says something: what was given to a case that has left is nobody's until a person allots it anew. A word of
 * the only case alone, or of none of them, says nothing.
 */
function personsWord(links: readonly ParcelLink[], given: Shares): Shares | undefined {
  const named = Object.keys(given);
  const keys = links.map(({ caseKey }) => caseKey);
  const isOfThese = named.some((key) => keys.includes(key));
  const isOfMore = keys.length > 1 || named.some((key) => !keys.includes(key));
  return isOfThese && isOfMore
    ? Object.fromEntries(Object.entries(given).filter(([key]) => keys.includes(key)))
    : undefined;
}

function allottedByPerson(goods: UnitsBySku, shares: Shares): Allotted {
  if (!sharesFit(goods, shares)) {
    return {
      allotment: 'awaiting',
      shares: new Map(),
      notes: [{ code: 'allotment-exceeds-goods', detail: 'the goods were corrected after they were allotted' }],
    };
  }
  const sums = sumOf(shares);
  const isComplete = [...goods].every(([sku, units]) => fitsWithin(units, sums.get(sku) ?? noUnits));
  const byCase = new Map(Object.entries(shares).map(([caseKey, share]) => [caseKey, new Map(Object.entries(share))]));
  return { allotment: isComplete ? 'divided' : 'awaiting', shares: byCase, notes: [] };
}

interface Claim {
  readonly caseKey: string;
  readonly quantity: number;
}

function divide(goods: UnitsBySku, links: readonly ParcelLink[]): Allotted {
  const shares = new Map<string, Map<string, Units>>(links.map((link) => [link.caseKey, new Map()]));
  let isSettled = true;
  for (const [sku, units] of goods) {
    const claims = links
      .map((link) => ({ caseKey: link.caseKey, quantity: quantityOf(link, sku) }))
      .filter((claim) => claim.quantity > 0);
    const parts = divideSku(units, claims);
    isSettled &&= parts !== undefined;
    for (const [caseKey, part] of parts ?? []) {
      shares.get(caseKey)?.set(sku, part);
    }
  }
  return { allotment: isSettled ? 'divided' : 'awaiting', shares, notes: [] };
}

function quantityOf(link: ParcelLink, sku: string): number {
  return link.lines.filter((line) => line.sku === sku).reduce((sum, line) => sum + line.quantity, 0);
}

/** Undefined where a person has to say whose the units are. */
function divideSku(units: Units, claims: readonly Claim[]): [string, Units][] | undefined {
  const [only] = claims;
  if (!only) {
    return undefined;
  }
  if (claims.length === 1) {
    return [[only.caseKey, units]];
  }
  const claimed = claims.reduce((sum, claim) => sum + claim.quantity, 0);
  const inspected = countOf(units.inspected, inspectedOf(units), claimed);
  const stockedIn = countOf(units.stockedIn, stockedOf(units), claimed);
  if (units.received < claimed || !inspected || !stockedIn) {
    return undefined;
  }
  return claims.map(({ caseKey, quantity }) => [
    caseKey,
    { received: quantity, inspected: inspected(quantity), stockedIn: stockedIn(quantity) },
  ]);
}

/** How to give each claim its part of labelled units; undefined while they are of several labels or too few for all claims. */
function countOf<Label extends string>(
  counts: Readonly<Record<Label, number>>,
  total: number,
  claimed: number,
): ((quantity: number) => Record<Label, number>) | undefined {
  const labels = Object.keys(counts) as Label[];
  const present = labels.filter((label) => counts[label] > 0);
  if (total > 0 && (present.length > 1 || total < claimed)) {
    return undefined;
  }
  return (quantity) =>
    Object.fromEntries(labels.map((label) => [label, present.includes(label) ? quantity : 0])) as Record<Label, number>;
}
