import { appeal } from './appeal.ts';
import { bookingIn } from './booking-in.ts';
import type { DeadlineRow, DeadlineRule, ParcelDeadlineBasis } from './clock.ts';
import { exceptionContact } from './exception-contact.ts';
import { platformDecision } from './platform-decision.ts';
import { qcFollowUp } from './qc-follow-up.ts';
import { refund } from './refund.ts';
import { replacement } from './replacement.ts';
import { unclaimedParcel } from './unclaimed-parcel.ts';
import { warehouseAcknowledges } from './warehouse-acknowledges.ts';

/** All kinds of deadlines of a case: one more kind is one more file, a line here, and its words. */
export const caseDeadlines = {
  'warehouse-acknowledges': warehouseAcknowledges,
  'qc-follow-up': qcFollowUp,
  refund,
  'exception-contact': exceptionContact,
  'booking-in': bookingIn,
  replacement,
  'platform-decision': platformDecision,
  appeal,
} satisfies Readonly<Record<string, DeadlineRow>>;

/** The same of a parcel. */
export const parcelDeadlines = {
  'unclaimed-parcel': unclaimedParcel,
} satisfies Readonly<Record<string, DeadlineRow<ParcelDeadlineBasis>>>;

const rows = { ...caseDeadlines, ...parcelDeadlines };
export type DeadlineKind = keyof typeof rows;
export const deadlineKinds = Object.keys(rows) as DeadlineKind[];
export type DeadlineRules = Readonly<Record<DeadlineKind, DeadlineRule>>;

/** What each kind makes of the usual figures. */
export const usualDeadlines = Object.fromEntries(
  deadlineKinds.map((kind) => [kind, rows[kind].usual]),
) as DeadlineRules;
