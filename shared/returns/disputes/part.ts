import type { Instant } from '../record/instant.ts';

export interface Dispute {
  readonly disputeId: string;
  readonly openedAt?: Instant;
  readonly closedAt?: Instant;
  readonly outcome?: string;
}

/** What a case's record says of disputes. */
export interface DisputesPart {
  readonly disputes: readonly Dispute[];
}
