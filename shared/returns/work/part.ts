import type { Instant } from '../record/instant.ts';

/** Colours of a flag, as back offices have them. */
export const flags = ['red', 'yellow', 'green', 'blue', 'purple'] as const;
export type Flag = (typeof flags)[number];

/** What a person says that they did in the store's own back office. */
export const deeds = ['approved', 'declined', 'refunded', 'replacement-sent', 'evidence-sent'] as const;
export type Deed = (typeof deeds)[number];

/** Why a record is followed up later. */
export const snoozeReasons = [
  'waits-for-buyer',
  'waits-for-warehouse',
  'waits-for-carrier',
  'waits-for-merchant',
  'other',
] as const;
export type SnoozeReason = (typeof snoozeReasons)[number];

/** Who works on a record and what they left on it: people's own, which changes nothing of what the record says is true. */
export interface Work {
  /** By their subject id at the identity provider. */
  readonly owner?: { readonly person: string; readonly since: Instant };
  /** The team that it was handed to, by its id. */
  readonly team?: string;
  /** Handed over and not accepted yet: until then it is its owner's. */
  readonly offered?: { readonly by: string; readonly at: Instant; readonly to?: string };
  readonly flag?: Flag;
  readonly snooze?: {
    readonly until: Instant;
    readonly reason: SnoozeReason;
    readonly at: Instant;
    readonly by: string;
  };
  /** `differs`: the store has since said otherwise. */
  readonly handled?: {
    readonly did: Deed;
    readonly at: Instant;
    readonly by: string;
    readonly state: 'awaited' | 'confirmed' | 'differs';
  };
  /** How many notes people wrote. What they say stands with their acts alone. */
  readonly notes: number;
  /** When a person last did anything to it. */
  readonly touchedAt?: Instant;
}

/** What people's work makes of a record. */
export interface WorkPart {
  readonly work: Work;
}
