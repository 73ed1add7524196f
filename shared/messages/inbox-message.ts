import type { CaseFact } from '#shared/returns/case/facts.ts';
import type { CaseName } from '#shared/returns/opening/facts.ts';
import type { ParcelFact } from '#shared/returns/parcel/facts.ts';
import type { ParcelLink } from '#shared/returns/parcel/parcel.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { ToldClass } from '#shared/returns/told-classes.ts';
import type { ParcelState } from '#shared/returns/tracking/facts.ts';
import type { Delivery } from '#shared/sources/source.ts';
import type { RecordName } from './record-name.ts';

interface Answered {
  readonly kind: 'answered';
  /** Names the call and its outcome: the same answer twice is one. */
  readonly callId: string;
  /** Who answered: a warehouse id, or `<source>/<channel>` of a carrier feed. */
  readonly by: string;
  readonly at: Instant;
}

/** What the other side of a call of ours answered of a case, as facts. */
export interface CaseAnswer extends Answered {
  readonly record: { readonly caseKey: string };
  readonly facts: readonly CaseFact[];
}

/** The same of a parcel. */
export interface ParcelAnswer extends Answered {
  readonly record: { readonly parcel: string };
  readonly facts: readonly ParcelFact[];
}

export function isOfParcel(answer: CaseAnswer | ParcelAnswer): answer is ParcelAnswer {
  return 'parcel' in answer.record;
}

/** What follows from a record: written into it by its own write, and carried to the inbox by the table's stream. */
export type OutboxMessage =
  /** What a case says to a parcel. Without `link` (as sent by earlier releases) it is in the table already. */
  | { readonly kind: 'parcel-linked'; readonly number: string; readonly link?: ParcelLink }
  /** A case goes by these names: who waits under one of them waits no longer. */
  | { readonly kind: 'named'; readonly caseKey: string; readonly aliases: readonly CaseName[] }
  /** A parcel changed: its state for one linked case. */
  | {
      readonly kind: 'parcel-state';
      readonly caseKey: string;
      readonly revision: number;
      readonly at: Instant;
      readonly state: ParcelState;
      /** Only a newer fold says it so. */
      readonly anew?: true;
    }
  | SiblingMessage
  | StrikeMessage;

/** A case has to look again at what the other cases of its order say: `of` says something new there, under this revision. */
export interface SiblingMessage {
  readonly kind: 'sibling';
  readonly caseKey: string;
  readonly of: string;
  readonly revision: number;
}

/** At this time a clock of the record strikes: look which. Held back until then. */
export type StrikeMessage = RecordName & { readonly kind: 'strike'; readonly at: Instant };

/** A person's decision, as asked for. Nobody has looked yet whether it is one. */
export interface ActMessage {
  readonly kind: 'act';
  readonly record: RecordName;
  readonly act: unknown;
  /** The number of the last act of this record that the person saw; 0 where they saw none. */
  readonly ifAct: number;
  /** Idempotency key: the same act asked for again has the same. */
  readonly key?: string;
}

/** What an adapter of a lower revision made of a delivery for a record of which the present one says nothing any more. */
export interface Retraction {
  readonly kind: 'retracted';
  readonly record: RecordName;
  /** Of the observation. */
  readonly id: string;
  /** `<source>/<channel>`. */
  readonly from: string;
  readonly receivedAt: Instant;
  /** Of the present adapter, as its observations have it. */
  readonly revision: number;
}

/** What another function counted of channels within a minute or a run: only the one writer of records writes it down. */
export interface TallyMessage {
  readonly kind: 'tally';
  /** When it was counted. */
  readonly at: Instant;
  readonly counted: readonly Tally[];
}

/** Webhooks refused at the door, or changes of which no webhook told. */
export interface Tally {
  readonly source: string;
  readonly channel: string;
  readonly counter: 'refused' | 'missed';
  readonly count: number;
}

/** Everything that comes through the one door. */
export type InboxMessage =
  | { readonly kind: 'delivery'; readonly delivery: Delivery }
  | OutboxMessage
  | CaseAnswer
  | ParcelAnswer
  /** An operator asks for a delivery to be read anew, as it was kept. */
  | {
      readonly kind: 'replay';
      readonly ref: { readonly source: string; readonly channel: string; readonly id: string };
    }
  | Retraction
  /** An operator asks for a record to be folded anew. `emit`: tell also what only a newer fold revision sees, or what of it is of these classes. */
  | { readonly kind: 'rebuild'; readonly record: RecordName; readonly emit: boolean | readonly ToldClass[] }
  | ActMessage
  | TallyMessage;

/** A notify-only message on its way to `read-store`; `caseId` is the store's own. */
export interface ReadHint {
  readonly source: string;
  readonly channel: string;
  readonly shop: string;
  readonly caseId: string;
  readonly at: Instant;
  /** How often it was put back, for whichever reason: the delay grows with it. */
  readonly attempt: number;
  /** How often the store did not show the change yet, or showed something that was not settled. */
  readonly behind: number;
  /** Found by listing what changed, while no webhook had told of it. */
  readonly missed?: boolean;
  /** The sender named no time, and `at` is that of the receipt: the case may have changed before. */
  readonly atReceipt?: boolean;
}
