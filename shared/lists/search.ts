import { type Entry, entryIdOf } from '#shared/returns/attention/entry.ts';
import { parseCaseKey } from '#shared/returns/case/case-key.ts';
import type { CaseName } from '#shared/returns/opening/facts.ts';
import { inTurns } from './in-turns.ts';
import { parcelShelf, type Shelf } from './partitions.ts';
import type { NameLookup } from './ports.ts';
import { type Found, type FoundBy, findPart, findWhole } from './search-memory.ts';
import { type SearchTerm, searchTerms } from './search-terms.ts';

export interface TermFound {
  readonly term: string;
  /** The surest first, at most {@link mostFound}. */
  readonly found: readonly Found[];
  /** More fit than are shown. */
  readonly isCut: boolean;
}

export interface SearchResult {
  readonly terms: readonly TermFound[];
  /** So many more were pasted than are looked for at once. */
  readonly more: number;
}

/** Of one term. */
export const mostFound = 50;
/** Up to so many terms each is looked for by name, too; of more only those that the memory does not know. */
const mostLookedUp = 10;
const atOnce = 16;

export interface Searched {
  /** Of the shelves that may be seen: open ones, and those that were done lately. */
  readonly entries: readonly Entry[];
  readonly shelves: readonly Shelf[];
  readonly lookup: NameLookup;
}

/**
 * Looks for up to 200 things at once: cases, orders, tracking numbers and buyers by their names, wherever there is a key of it in the table; the ends of numbers, and
 * SKUs, among what is in memory. What somebody may not see is not found.
 */
export async function search(pasted: string, searched: Searched): Promise<SearchResult> {
  const { terms, more } = searchTerms(pasted);
  const isEach = terms.length <= mostLookedUp;
  const results = await inTurns(terms, atOnce, async (term) => await findTerm(term, searched, isEach));
  return { terms: results, more };
}

async function findTerm(term: SearchTerm, searched: Searched, isEach: boolean): Promise<TermFound> {
  const whole = findWhole(term, searched.entries);
  const named = isEach || whole.length === 0 ? await findNamed(term, searched) : [];
  const sure = distinct([...whole, ...named]);
  const found = sure.length > 0 ? sure : findPart(term, searched.entries);
  return { term: term.text, found: found.slice(0, mostFound), isCut: found.length > mostFound };
}

function distinct(found: readonly Found[]): Found[] {
  return [...new Map([...found].reverse().map((each) => [entryIdOf(each.entry), each])).values()].reverse();
}

const aliasKinds = ['case-id', 'reverse-order', 'wms-order', 'buyer'] as const satisfies readonly CaseName['kind'][];
const byAlias: Readonly<Record<CaseName['kind'], FoundBy>> = {
  'case-id': 'case',
  'reverse-order': 'other-name',
  'wms-order': 'other-name',
  buyer: 'buyer',
};

interface Named {
  readonly key: string;
  readonly by: FoundBy;
}

/** By keys in the table. */
async function findNamed(term: SearchTerm, searched: Searched): Promise<Found[]> {
  const { lookup, shelves, entries } = searched;
  const asked = [
    ...aliasKinds.map(async (kind) => namedBy(byAlias[kind], await lookup.casesNamed({ kind, value: term.text }))),
    ...ordersOf(term, shelves).map(async (order) => namedBy('order', await lookup.casesOfOrder(order))),
    ...term.numbers.map(async (number) => namedBy('tracking-number', await lookup.casesOfParcel(number))),
  ];
  const named = (await Promise.all(asked)).flat().filter(({ key }) => isSeen(key, shelves));
  const firsts = [...new Map([...named].reverse().map((each) => [each.key, each])).values()].reverse();
  const known = new Map(entries.map((entry) => [entryIdOf(entry), entry]));
  const found = firsts.slice(0, mostFound + 1).map(async ({ key, by }) => {
    const entry = known.get(`case ${key}`) ?? (await lookup.readCase(key));
    return entry ? [{ entry, by }] : [];
  });
  return (await Promise.all(found)).flat();
}

function namedBy(by: FoundBy, keys: readonly string[]): Named[] {
  return keys.map((key) => ({ key, by }));
}

/** An order is of a shop: whose it is is not in its name. */
function ordersOf({ text }: SearchTerm, shelves: readonly Shelf[]) {
  return shelves
    .filter((shelf) => shelf !== parcelShelf)
    .map((shelf) => {
      const [source = '', ...shop] = shelf.split(':');
      return { source, shop: shop.join(':'), orderId: text };
    });
}

function isSeen(key: string, shelves: readonly Shelf[]): boolean {
  const { source, shop } = parseCaseKey(key) ?? {};
  return shelves.includes(`${source}:${shop}`);
}
