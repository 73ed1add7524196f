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

/** Who has a record, by their subject id at the identity provider. */
export interface Owner {
  readonly person: string;
  readonly since: Instant;
}

/** Whom a record is given to: a person by their subject id, or a team by its id. */
export type Assignee = { readonly person: string } | { readonly team: string };

/** Who works on a record and what they left on it: people's own, which changes nothing of what the record says is true. */
export interface Work {
  readonly owner?: Owner;
  /** The team that it was last given to, by its id; it stays while somebody of it has the record. */
  readonly team?: string;
  /** Handed over and not accepted yet: until then it is its owner's. */
  readonly offered?: { readonly by: string; readonly at: Instant; readonly to: Assignee };
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
  /** Until when the buyer was last promised something, and by whom; gone once somebody notes that it was kept. */
  readonly promised?: { readonly until: Instant; readonly at: Instant; readonly by: string };
  /** How many notes people wrote. What they say stands with their acts alone. */
  readonly notes: number;
  /** When a person last took any act on it. */
  readonly touchedAt?: Instant;
}

/** Of a record that nobody has worked on. */
export const noWork: Work = { notes: 0 };

/** What people's work makes of a record. */
export interface WorkPart {
  /** Absent while nobody worked on it: then it is {@link noWork}. */
  readonly work?: Work;
}
