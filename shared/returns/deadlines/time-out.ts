import type { CaseKind } from '../opening/facts.ts';

/** What a platform does by itself once a time limit of its own has passed. `decides`: by what it has been shown until then. */
export const timeOuts = [
  'refunds',
  'approves',
  'closes',
  'extends',
  'decides',
  'decides-for-buyer',
  'penalises',
  'nothing',
  'unknown',
] as const;
export type TimeOut = (typeof timeOuts)[number];

/** What a miss costs at a platform, as far as anybody knows. */
export interface TimeOutRow {
  /** The platform's own kind of deadline; without it, any. */
  readonly kind?: string;
  /** Without them, of any case. */
  readonly caseKinds?: readonly CaseKind[];
  readonly does: TimeOut;
  /** The platform's own documents say so. */
  readonly isVerified: boolean;
  /** What says so, in words. */
  readonly basis: string;
}
