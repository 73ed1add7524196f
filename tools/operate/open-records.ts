import type { RecordName } from '#shared/messages/record-name.ts';
import { type Instant, instantOf, millisOf } from '#shared/returns/record/instant.ts';
import type { Listings, RecordList } from '#shared/store/listings.ts';

/** All lists of records that may be open, by the names that a place in them is known by. */
export type OpenLists = ReadonlyMap<string, RecordList>;

/** A page of one list; `next`: where the page behind it begins, absent after the last of all. */
export interface OpenPage {
  readonly list: string;
  readonly records: readonly RecordName[];
  readonly next?: string;
}

const dayMs = 86_400_000;

/**
 * Whatever its age: records whose clocks strike, cases that call a person, parcels that nobody counts; and cases by the UTC day of their opening, both
 * days in. A case that has none of these is not listed anywhere.
 */
export function openListsOf(since: Instant, until: Instant): OpenLists {
  const [first, last] = [since, until].map((at) => Math.floor(millisOf(at) / dayMs)) as [number, number];
  const days = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
    instantOf((first + index) * dayMs).slice(0, 10),
  );
  return new Map<string, RecordList>([
    ['clocks', 'clocks'],
    ['attention', 'attention'],
    ['unclaimed', 'unclaimed'],
    ['unclaimed-before', 'unclaimed-before'],
    ...days.map((openedOn): [string, RecordList] => [openedOn, { openedOn }]),
  ]);
}

/** Whether a list is one of cases by the day of their opening, open still or not. */
export function isByDay(list: string): boolean {
  return /^\d/.test(list);
}

/**
 * One page of all lists, one after another.
 * @param at - Where it begins, as an earlier page gave it; undefined: at the first.
 * @throws Error for a text that no page of these lists gave.
 */
export async function readOpenPage(
  { listRecords }: Pick<Listings, 'listRecords'>,
  lists: OpenLists,
  at: string | undefined,
  limit: number,
): Promise<OpenPage> {
  const names = [...lists.keys()];
  const { list, after } = at === undefined ? { list: names[0] ?? '' } : placeIn(at, names);
  const entries = await listRecords(lists.get(list) as RecordList, limit, after);
  const next = nextOf({ list, after: entries.length < limit ? undefined : entries.at(-1)?.place }, names);
  return { list, records: entries.map(({ record }) => record), ...(next && { next: textOf(next) }) };
}

/** Behind the last of a page, or at the begin of the list behind it. */
function nextOf(last: Place, names: readonly string[]): Place | undefined {
  if (last.after !== undefined) {
    return last;
  }
  const list = names[names.indexOf(last.list) + 1];
  return list === undefined ? undefined : { list };
}

interface Place {
  readonly list: string;
  readonly after?: string | undefined;
}

function textOf({ list, after }: Place): string {
  return Buffer.from(JSON.stringify([list, ...(after === undefined ? [] : [after])])).toString('base64url');
}

function placeIn(text: string, names: readonly string[]): Place {
  const [list, after] = partsOf(text);
  const isPlace = names.includes(String(list)) && (after === undefined || typeof after === 'string');
  if (!isPlace) {
    throw new Error('--after is not what an earlier run gave, or that run had another --since.');
  }
  return { list: String(list), after };
}

function partsOf(text: string): unknown[] {
  try {
    return [JSON.parse(Buffer.from(text, 'base64url').toString())].flat();
  } catch {
    return [];
  }
}
