import type { DeadlineRow, DeadlineRule } from './clock.ts';
import { qcFollowUp } from './qc-follow-up.ts';
import { refund } from './refund.ts';
import { warehouseAcknowledges } from './warehouse-acknowledges.ts';

/** All kinds of deadlines of a case: one more kind is one more file, a line here, and its words. */
export const caseDeadlines = {
  'warehouse-acknowledges': warehouseAcknowledges,
  'qc-follow-up': qcFollowUp,
  refund,
} satisfies Readonly<Record<string, DeadlineRow>>;

export type DeadlineKind = keyof typeof caseDeadlines;
export const deadlineKinds = Object.keys(caseDeadlines) as DeadlineKind[];

export type DeadlineRules = Readonly<Record<DeadlineKind, DeadlineRule>>;

/** What each kind makes of the procedure's own figures. */
export const usualDeadlines = Object.fromEntries(
  deadlineKinds.map((kind) => [kind, caseDeadlines[kind].usual]),
) as DeadlineRules;
