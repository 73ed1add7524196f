import { appeal } from './appeal.ts';
import { arrival } from './arrival.ts';
import { bookingIn } from './booking-in.ts';
import { buyerShips } from './buyer-ships.ts';
import type { DeadlineRow, DeadlineRule, ParcelDeadlineBasis } from './clock.ts';
import { disputeEvidence } from './dispute-evidence.ts';
import { exceptionContact } from './exception-contact.ts';
import { firstResponse } from './first-response.ts';
import { greeting } from './greeting.ts';
import { platformDecision } from './platform-decision.ts';
import { qcFollowUp } from './qc-follow-up.ts';
import { refund } from './refund.ts';
import { replacement } from './replacement.ts';
import { snooze } from './snooze.ts';
import { solution } from './solution.ts';
import { stopShipment } from './stop-shipment.ts';
import { takeover } from './takeover.ts';
import { unclaimedParcel } from './unclaimed-parcel.ts';
import { warehouseAcknowledges } from './warehouse-acknowledges.ts';
import { writeUp } from './write-up.ts';

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
  greeting,
  takeover,
  'first-response': firstResponse,
  solution,
  'buyer-ships': buyerShips,
  arrival,
  'stop-shipment': stopShipment,
  'dispute-evidence': disputeEvidence,
  'write-up': writeUp,
  snooze,
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

/** Kinds of which only that they are near, or were missed, is told. */
export const quietKinds: readonly DeadlineKind[] = deadlineKinds.filter(
  (kind) => (rows as Readonly<Record<string, { readonly isQuiet?: true }>>)[kind]?.isQuiet,
);
