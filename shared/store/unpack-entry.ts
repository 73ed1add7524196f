import type { CaseEntry, Entry, EntryGoods, ParcelEntry } from '#shared/returns/attention/entry.ts';
import { parseCaseKey } from '#shared/returns/case/case-key.ts';
import { type Instant, instantOf } from '#shared/returns/record/instant.ts';
import type { PackedEntry } from './pack-entry.ts';
import { unpackClock, unpackNumber, unpackTime, unpackTodo, unpackWork } from './packed-values.ts';

/** What an entry's keys say of it. */
export interface EntryPlace {
  readonly record: 'case' | 'parcel';
  /** Of the case, or the tracking number. */
  readonly key: string;
  readonly writtenAt: Instant;
  readonly isOpen: boolean;
}

/** The entry that a text of `packEntry` stands for. */
export function unpackEntry(text: string, place: EntryPlace): Entry {
  const packed = JSON.parse(text) as PackedEntry;
  return place.record === 'case' ? unpackCase(packed, place) : unpackParcel(packed, place);
}

function unpackAny({ v, p, q, d = [], w }: PackedEntry, { writtenAt, isOpen }: EntryPlace) {
  return {
    version: v,
    writtenAt,
    isOpen,
    todos: d.map(unpackTodo),
    ...(p && { platform: unpackClock(p) }),
    ...(q && { own: unpackClock(q) }),
    work: unpackWork(w),
  };
}

function unpackCase(packed: PackedEntry, place: EntryPlace): CaseEntry {
  const { h, k, r, o, g, s = [], n = [], a, z, m } = packed;
  const { source = '', shop = '', caseId = place.key } = parseCaseKey(place.key) ?? {};
  const [openedAt, closedAt] = [unpackTime(a), unpackTime(z)];
  return {
    record: 'case',
    ...unpackAny(packed, place),
    key: place.key,
    source,
    shop,
    caseId,
    headline: h as CaseEntry['headline'],
    ...(k && { kind: k }),
    ...(r && { reason: r }),
    ...(o && { orderId: o }),
    ...(g && { goods: goodsIn(g) }),
    skus: s,
    numbers: n,
    ...(openedAt && { openedAt }),
    ...(closedAt && { closedAt }),
    ...(m && sumsIn(m)),
  };
}

function goodsIn([sku, quantity, more, title]: NonNullable<PackedEntry['g']>): EntryGoods {
  return { sku, quantity, more, ...(title && { title }) };
}

function sumsIn(text: string): Pick<CaseEntry, 'currency' | 'asked' | 'paid' | 'refunded'> {
  const [currency = '', ...sums] = text.split(' ');
  const [asked, paid, refunded] = sums.map(unpackNumber);
  return {
    currency,
    ...(asked !== undefined && { asked }),
    ...(paid !== undefined && { paid }),
    ...(refunded !== undefined && { refunded }),
  };
}

function unpackParcel(packed: PackedEntry, place: EntryPlace): ParcelEntry {
  const { a, c, b, u = [] } = packed;
  return {
    record: 'parcel',
    ...unpackAny(packed, place),
    number: place.key,
    ...(c && { carrier: c }),
    ...(b && { warehouseId: b }),
    since: unpackTime(a) ?? instantOf(0),
    goods: u.map(([sku, quantity]) => ({ sku, quantity })),
  };
}
