import type { CaseEntry, Entry, EntryGoods, ParcelEntry } from '#shared/returns/attention/entry.ts';
import { type PackedWork, packClock, packNumber, packTime, packTodo, packWork } from './packed-values.ts';

/** Bytes of UTF-8 that an entry has at most: with its keys it is one unit to write, and one unit reads ten of them. */
export const mostEntryBytes = 600;

/** An entry in few bytes. What its keys say is not in it, nor what follows from its codes. */
export interface PackedEntry {
  readonly v: number;
  /** Clocks: the platform's, and ours. */
  readonly p?: string;
  readonly q?: string;
  /** What is to do. */
  readonly d?: readonly string[];
  readonly w?: PackedWork;
  /** Since when: opened, or come; and closed. */
  readonly a?: string;
  readonly z?: string;
  /** Currency, asked, paid, refunded. */
  readonly m?: string;
  readonly h?: string;
  readonly k?: string;
  readonly r?: string;
  readonly o?: string;
  /** SKU, quantity, how many more SKUs there are, title. */
  readonly g?: readonly [string, number, number, string?];
  readonly s?: readonly string[];
  readonly n?: readonly string[];
  /** Of a parcel: carrier, warehouse, what came. */
  readonly c?: string;
  readonly b?: string;
  readonly u?: readonly (readonly [string, number])[];
}

/** What is longer is no id that anybody has: it is left out, since a part of it would be another one. */
const longestId = 64;
/** In characters. */
const longestTitle = 24;
const mostSkus = 6;
const mostNumbers = 4;
const mostTodos = 8;

/** An entry as a text of at most {@link mostEntryBytes}: what there is no room for is left out, the least needed first; nothing in it is a part of an id. */
export function packEntry(entry: Entry): string {
  let packed = entry.record === 'case' ? packCase(entry) : packParcel(entry);
  for (const cut of cuts) {
    while (bytesOf(packed) > mostEntryBytes) {
      const next = cut(packed);
      if (next === packed) {
        break;
      }
      packed = next;
    }
  }
  return JSON.stringify(packed);
}

function bytesOf(packed: PackedEntry): number {
  return Buffer.byteLength(JSON.stringify(packed));
}

type Cut = (packed: PackedEntry) => PackedEntry;

/** Each makes an entry shorter, or gives it back as it is. */
const cuts: readonly Cut[] = [
  (packed) => (packed.g?.[3] === undefined ? packed : { ...packed, g: titled(packed.g) }),
  (packed) => without(packed, 's', 0),
  (packed) => without(packed, 'n', 1),
  (packed) => without(packed, 'u', 1),
  (packed) => withoutMember(packed, 'r'),
  (packed) => without(packed, 'd', 3),
  (packed) => without(packed, 'u', 0),
  (packed) => withoutMember(packed, 'g'),
  (packed) => without(packed, 'n', 0),
  (packed) => without(packed, 'd', 1),
  (packed) => withoutMember(packed, 'o'),
  (packed) => withoutMember(packed, 'k'),
];

/** Half of the title, or none of it. */
function titled([sku, quantity, more, title = '']: NonNullable<PackedEntry['g']>): NonNullable<PackedEntry['g']> {
  const half = [...title].slice(0, Math.floor([...title].length / 2)).join('');
  return half === '' ? [sku, quantity, more] : [sku, quantity, more, half];
}

/** One less of a list, down to so many. */
function without(packed: PackedEntry, member: 's' | 'n' | 'u' | 'd', most: number): PackedEntry {
  const list = packed[member] ?? [];
  return list.length > most ? { ...packed, [member]: list.slice(0, -1) } : packed;
}

function withoutMember(packed: PackedEntry, member: 'r' | 'g' | 'o' | 'k'): PackedEntry {
  const { [member]: left, ...rest } = packed;
  return left === undefined ? packed : rest;
}

function packAny({ version, platform, own, todos, work }: Entry): PackedEntry {
  const packedWork = packWork(work);
  return {
    v: version,
    ...(platform && { p: packClock(platform) }),
    ...(own && { q: packClock(own) }),
    ...(todos.length > 0 && { d: todos.slice(0, mostTodos).map(packTodo) }),
    ...(Object.keys(packedWork).length > 0 && { w: packedWork }),
  };
}

function packCase(entry: CaseEntry): PackedEntry {
  const { headline, kind, reason, orderId, goods, skus, numbers, openedAt, closedAt, currency } = entry;
  const ids = skus.filter(isShort).slice(0, mostSkus);
  return {
    ...packAny(entry),
    h: headline,
    ...(kind && { k: kind }),
    ...(reason && isShort(reason) && { r: reason }),
    ...(orderId && isShort(orderId) && { o: orderId }),
    ...(goods && isShort(goods.sku) && { g: packGoods(goods) }),
    ...(ids.length > 0 && { s: ids }),
    ...(numbers.length > 0 && { n: numbers.filter(isShort).slice(0, mostNumbers) }),
    ...(openedAt && { a: packTime(openedAt) }),
    ...(closedAt && { z: packTime(closedAt) }),
    ...(currency && /^[A-Z]{3}$/.test(currency) && { m: [currency, ...sumsOf(entry)].join(' ').trimEnd() }),
  };
}

function sumsOf({ asked, paid, refunded }: CaseEntry): string[] {
  return [asked, paid, refunded].map(packNumber);
}

function packGoods({ sku, quantity, more, title }: EntryGoods): NonNullable<PackedEntry['g']> {
  return title ? [sku, quantity, more, [...title].slice(0, longestTitle).join('')] : [sku, quantity, more];
}

function packParcel(entry: ParcelEntry): PackedEntry {
  const { carrier, warehouseId, since, goods } = entry;
  const came = goods.filter(({ sku }) => isShort(sku)).slice(0, mostSkus);
  return {
    ...packAny(entry),
    a: packTime(since),
    ...(carrier && isShort(carrier) && { c: carrier }),
    ...(warehouseId && { b: warehouseId }),
    ...(came.length > 0 && { u: came.map(({ sku, quantity }) => [sku, quantity] as const) }),
  };
}

/** In bytes, as it stands in JSON. */
function isShort(text: string): boolean {
  return Buffer.byteLength(JSON.stringify(text)) <= longestId + 2;
}
