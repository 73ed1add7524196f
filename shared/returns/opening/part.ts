import type { Instant } from '../record/instant.ts';
import type { Alias, CaseDetails } from './facts.ts';

/** What a case's record says of the request itself. */
export interface OpeningPart {
  readonly openedAt?: Instant;
  /** Other names of the case at its sender. */
  readonly aliases: readonly Alias[];
  readonly details: CaseDetails;
}
