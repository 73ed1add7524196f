import type { Headline } from '../case/case.ts';
import type { Party } from '../deadlines/clock.ts';
import type { DeadlineKind } from '../deadlines/kinds.ts';
import type { Instant } from '../record/instant.ts';
import type { Work } from '../work/part.ts';

/** The groups of the attention list, in their order; what is in each is in docs/glossary.md. */
export const attentionGroups = [
  'store-differs',
  'platform-soon',
  'second-confirmation',
  'grade-c',
  'exception-contact',
  'to-decide',
  'response',
  'goods-back-money-not-out',
  'money-out-goods-not-back',
  'at-warehouse',
  'stop-not-confirmed',
  'needs-info',
  'unclaimed',
  'awaiting-store',
  'write-up',
  'other',
] as const;
export type AttentionGroup = (typeof attentionGroups)[number];

/** A clock that runs, as a list shows it. Without a due time it is paused. */
export interface EntryClock {
  readonly kind: DeadlineKind;
  /** Of a platform's own deadline: what the platform calls it. */
  readonly subject?: string;
  readonly dueAt?: Instant;
}

/** One reason why somebody has to act. */
export interface Todo {
  readonly group: AttentionGroup;
  /** What has to be done: a code of shared/words. */
  readonly action: string;
  readonly waitsOn: Party;
  readonly since: Instant;
  /** Nobody has to do anything before: so long it is in time by itself. */
  readonly from?: Instant;
  /** Minor units, in the entry's currency. */
  readonly stake?: number;
}

/** Of people's work on a record, what lists show; who snoozed or handled it stands with their acts. */
export interface EntryWork extends Pick<Work, 'owner' | 'team' | 'flag' | 'notes' | 'touchedAt'> {
  readonly offered?: Pick<NonNullable<Work['offered']>, 'at' | 'to'>;
  readonly snooze?: Pick<NonNullable<Work['snooze']>, 'until' | 'reason'>;
  readonly handled?: Pick<NonNullable<Work['handled']>, 'did' | 'at' | 'state'>;
}

/** One record as lists show it, small enough to keep all that are open in memory. No personal data; all that depends on the time of day is left to the reader. */
interface AnyEntry {
  readonly version: number;
  /** By the clock of whoever wrote this version. */
  readonly writtenAt: Instant;
  /** Somebody may still have to do something. */
  readonly isOpen: boolean;
  /** The first group first; one of each action. */
  readonly todos: readonly Todo[];
  /** The earliest that runs of the platform's, and of ours. */
  readonly platform?: EntryClock;
  readonly own?: EntryClock;
  readonly work: EntryWork;
}

/** Goods in short: the first SKU, and how many more there are. */
export interface EntryGoods {
  readonly sku: string;
  readonly title?: string;
  readonly quantity: number;
  readonly more: number;
}

export interface CaseEntry extends AnyEntry {
  readonly record: 'case';
  readonly key: string;
  readonly source: string;
  readonly shop: string;
  readonly caseId: string;
  readonly headline: Headline;
  readonly kind?: string;
  readonly reason?: string;
  readonly orderId?: string;
  readonly goods?: EntryGoods;
  /** SKUs beside that of `goods`, as far as there is room. */
  readonly skus: readonly string[];
  /** Of parcels that stand, as far as there is room. */
  readonly numbers: readonly string[];
  readonly openedAt?: Instant;
  readonly closedAt?: Instant;
  /** When the buyer signed for what they bought, by the store's word; only where the entry is made from its record: lists do not hold it. */
  readonly signedAt?: Instant;
  /** Of all sums of the entry, which are in minor units; a sum in another one is left out. */
  readonly currency?: string;
  readonly asked?: number;
  readonly paid?: number;
  readonly refunded?: number;
}

export interface ParcelEntry extends AnyEntry {
  readonly record: 'parcel';
  readonly number: string;
  readonly carrier?: string;
  readonly warehouseId?: string;
  readonly since: Instant;
  readonly goods: readonly { readonly sku: string; readonly quantity: number }[];
}

export type Entry = CaseEntry | ParcelEntry;

/** As much of an entry as tells which record it is of. */
export type EntryName = Pick<CaseEntry, 'record' | 'key'> | Pick<ParcelEntry, 'record' | 'number'>;

/** By which an entry is known among all: a case's and a parcel's never meet. */
export function entryIdOf(entry: EntryName): string {
  return entry.record === 'case' ? `case ${entry.key}` : `parcel ${entry.number}`;
}
