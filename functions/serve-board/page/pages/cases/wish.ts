import type { Horizon } from '#shared/returns/attention/horizon.ts';
import type { Party } from '#shared/returns/deadlines/clock.ts';
import type { Flag } from '#shared/returns/work/part.ts';
import { waitsOnWords } from '#shared/words/attention-group-words.ts';
import { caseKindWords } from '#shared/words/case-kind-words.ts';
import { type Sort, sortColumns } from './sort-rows.ts';
import { type Tab, tabs } from './tabs.ts';

export const ownerChoices = ['anyone', 'me', 'nobody'] as const;
export type OwnerChoice = (typeof ownerChoices)[number];

export const flagChoices = ['red', 'yellow', 'green', 'blue', 'purple', 'none'] as const satisfies readonly (
  | Flag
  | 'none'
)[];
export type FlagChoice = (typeof flagChoices)[number];

export const timeChoices = ['within-2-hours', 'within-8-hours', 'today'] as const satisfies readonly Horizon[];
export type TimeChoice = (typeof timeChoices)[number];

/** Which cases somebody wants to see, and in which order: all of it stands in the address. */
export interface Wish {
  readonly tab: Tab;
  /** What is looked for, as it was typed or pasted. */
  readonly text: string;
  /** Each as `<source>:<shop>`; of each list, empty means all. */
  readonly shops: readonly string[];
  readonly kinds: readonly string[];
  readonly reasons: readonly string[];
  readonly owner: OwnerChoice;
  readonly flags: readonly FlagChoice[];
  /** What is asked for, in whole units of its currency. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly waitsOn: readonly Party[];
  readonly time?: TimeChoice | undefined;
  readonly sort: Sort;
}

export const noWish: Wish = {
  tab: 'all',
  text: '',
  shops: [],
  kinds: [],
  reasons: [],
  owner: 'anyone',
  flags: [],
  waitsOn: [],
  sort: { by: 'opened', isDown: true },
};

const ownNames = ['tab', 'q', 'shop', 'kind', 'reason', 'owner', 'flag', 'from', 'to', 'waits', 'time', 'sort'];

/** What an address asks for; what nobody knows in it is passed over. @param search - as `location.search` */
export function readWish(search: string): Wish {
  const query = new URLSearchParams(search);
  const one = <Choice extends string>(name: string, known: readonly Choice[]) =>
    known.find((each) => each === query.get(name));
  const some = <Choice extends string>(name: string, known: readonly Choice[]) =>
    known.filter((each) => query.getAll(name).includes(each));
  return {
    tab: one('tab', tabs) ?? noWish.tab,
    text: query.get('q') ?? '',
    shops: query.getAll('shop'),
    kinds: some('kind', Object.keys(caseKindWords)),
    reasons: query.getAll('reason'),
    owner: one('owner', ownerChoices) ?? noWish.owner,
    flags: some('flag', flagChoices),
    from: sumIn(query.get('from')),
    to: sumIn(query.get('to')),
    waitsOn: some('waits', Object.keys(waitsOnWords) as Party[]),
    time: one('time', timeChoices),
    sort: sortIn(query.get('sort')),
  };
}

/** The same address with another wish; what is as usual is left out. @returns as `location.search` */
export function writeWish(wish: Wish, search: string): string {
  const query = new URLSearchParams(search);
  for (const name of ownNames) {
    query.delete(name);
  }
  for (const [name, value] of pairsOf(wish)) {
    query.append(name, value);
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

function pairsOf(wish: Wish): (readonly [name: string, value: string])[] {
  const { tab, text, shops, kinds, reasons, owner, flags, from, to, waitsOn, time, sort } = wish;
  const isUsual = sort.by === noWish.sort.by && sort.isDown === noWish.sort.isDown;
  const lists = { shop: shops, kind: kinds, reason: reasons, flag: flags, waits: waitsOn };
  const ones = {
    tab: tab === noWish.tab ? undefined : tab,
    q: text.trim() === '' ? undefined : text,
    owner: owner === noWish.owner ? undefined : owner,
    from: from?.toString(),
    to: to?.toString(),
    time,
    sort: isUsual ? undefined : `${sort.isDown ? '-' : ''}${sort.by}`,
  };
  return [
    ...Object.entries(lists).flatMap(([name, values]) => values.map((value) => [name, value] as const)),
    ...Object.entries(ones).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  ];
}

function sumIn(text: string | null): number | undefined {
  return text !== null && /^\d{1,12}(\.\d{1,3})?$/.test(text) ? Number(text) : undefined;
}

function sortIn(text: string | null): Sort {
  const by = sortColumns.find((each) => each === text?.replace(/^-/, ''));
  return by ? { by, isDown: text?.startsWith('-') ?? false } : noWish.sort;
}
