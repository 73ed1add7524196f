import type { Instant } from '../record/instant.ts';
import type { By } from '../record/values.ts';
import type { Decision } from './facts.ts';

/** What a case's record says of its decision and its end. */
export interface DecisionPart {
  readonly decision: {
    readonly value: 'new' | Decision;
    readonly by?: By;
    readonly reason?: string;
    /** Since when; of `new`, when the store took an end back. */
    readonly at?: Instant;
  };
  /** When the store closed it, while it is closed. */
  readonly closedAt?: Instant;
  /** Each closing by the sender's own time; one that is repeated without a reopening is one, as of the first time. */
  readonly closings: readonly Instant[];
  /** When it was opened again, if it is open after having been closed. */
  readonly reopenedAt?: Instant;
}
