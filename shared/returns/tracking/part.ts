import type { Instant } from '../record/instant.ts';
import type { ParcelState } from './facts.ts';

/** One tracking number that a case ever named. */
export interface CaseParcel {
  readonly number: string;
  /** Where a carrier feed found it, else as the case states it, else by a carrier's own word. */
  readonly carrier?: string;
  readonly statedCarrier?: string;
  /** By the sender's time. */
  readonly statedAt: Instant;
  /** When we first got a statement that names it. */
  readonly knownAt?: Instant;
  /** When a warehouse first accepted an announcement of it. */
  readonly acknowledgedAt?: Instant;
  /** False once the case's latest statement replaced it; its facts are then kept and not counted. Of goods that went out: once they are on their way back. */
  readonly stands: boolean;
  /** The order's goods went out under it. */
  readonly isOutbound?: true;
  /** Of such a number: the latest word names it no more. */
  readonly isGone?: true;
  /** They did, and it was stated as the number of goods that come back. */
  readonly isTypedOutbound?: true;
  /** What the parcel's own record last said. */
  readonly state?: ParcelState;
}

/** What a case's record says of its parcels. */
export interface TrackingPart {
  readonly parcels: readonly CaseParcel[];
}
