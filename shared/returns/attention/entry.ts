import type { Headline } from '../case/case.ts';
import type { Party } from '../deadlines/clock.ts';
import type { DeadlineKind } from '../deadlines/kinds.ts';
import type { Instant } from '../record/instant.ts';
import type { Work } from '../work/part.ts';

/** The groups of the attention list, in their order; specs of each in docs/glossary.md. */
export const attentionGroups = [
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
  readonly subject: string;
  readonly dueAt?: Instant;
}

/** One reason why somebody has to act. */
export interface Todo {
  readonly group: AttentionGroup;
  /** What has to be done: a code of shared/words. */
  readonly action: string;
  readonly waitsOn: Party;
  readonly since: Instant;
  /** Minor units of the merchant's currency. */
  readonly stake?: number;
}

/** One record as lists show it, small enough to keep all that are open in memory. No personal data; all that depends on the time of day is left to the reader. */
interface AnyEntry {
  readonly version: number;
  /** By the clock of whoever wrote this version. */
  readonly writtenAt: Instant;
  /** Somebody may still have to do something. */
  readonly isOpen: boolean;
  readonly todos: readonly Todo[];
  /** The earliest that runs of the platform's, and of ours. */
  readonly platform?: EntryClock;
  readonly own?: EntryClock;
  readonly work: Work;
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
  readonly goods?: { readonly sku: string; readonly title?: string; readonly quantity: number; readonly more: number };
  readonly numbers: readonly string[];
  readonly openedAt?: Instant;
  readonly closedAt?: Instant;
  /** When the buyer signed for what they bought, by the store's word. */
  readonly signedAt?: Instant;
  /** Minor units. */
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
