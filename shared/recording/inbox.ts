import type { Act } from '#shared/returns/act.ts';
import type { CaseFact, ParcelFact, ParcelState, TickFact } from '#shared/returns/fact.ts';
import type { Instant } from '#shared/returns/instant.ts';
import type { Delivery } from '#shared/sources/source.ts';

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

/** Everything that comes through the one door. */
export type InboxMessage =
  | { readonly kind: 'delivery'; readonly delivery: Delivery }
  /** A case linked itself to this parcel, or its link changed: fold the parcel again. */
  | { readonly kind: 'parcel-linked'; readonly number: string }
  /** A parcel changed: its state for one linked case. */
  | {
      readonly kind: 'parcel-state';
      readonly caseKey: string;
      readonly revision: number;
      readonly at: Instant;
      readonly state: ParcelState;
    }
  /** A clock struck. `caseKey` and the tick; sent by the timers and by the sweep. */
  | { readonly kind: 'tick'; readonly caseKey: string; readonly tick: TickFact }
  | CaseAnswer
  | ParcelAnswer
  /** An operator asks for a record to be folded anew. `emit`: tell also what only a newer fold revision sees. */
  | {
      readonly kind: 'rebuild';
      readonly record: { readonly caseKey: string } | { readonly parcel: string };
      readonly emit: boolean;
    }
  /** A person's action. */
  | {
      readonly kind: 'act';
      readonly record: { readonly caseKey: string } | { readonly parcel: string };
      readonly act: Act;
      readonly ifAct: number;
    };

/** A notify-only message on its way to `read-store`; `caseId` is the store's own. */
export interface ReadHint {
  readonly source: string;
  readonly channel: string;
  readonly shop: string;
  readonly caseId: string;
  readonly at: Instant;
  /** How often it was put back, for whichever reason: the delay grows with it. */
  readonly attempt: number;
  /** How often the store did not show the change yet. */
  readonly behind: number;
  /** Found by listing what changed, while no webhook had told of it. */
  readonly missed?: boolean;
  /** The sender named no time, and `at` is that of the receipt: the case may have changed before. */
  readonly atReceipt?: boolean;
}
