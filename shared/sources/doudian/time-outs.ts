import type { TimeOutRow } from '#shared/returns/deadlines/time-out.ts';
import type { DeadlineKind } from './status-rows.ts';

const usual = 'no published rule; usual on Chinese market places';

/** What Doudian does when `status_deadline` has passed. Of its limits it publishes none but the times that a case states. */
export const doudianTimeOuts: readonly (TimeOutRow & { readonly kind: DeadlineKind | 'evidence' })[] = [
  {
    kind: 'refund',
    caseKinds: ['return'],
    does: 'refunds',
    isVerified: true,
    basis:
      'Doudian open platform, message 201 (RefundAgreed): sent for a return, too, once its timer for confirming the receipt has expired',
  },
  { kind: 'refund', does: 'refunds', isVerified: false, basis: usual },
  { kind: 'decision', does: 'approves', isVerified: false, basis: usual },
  {
    kind: 'buyer-ships',
    does: 'closes',
    isVerified: false,
    basis:
      'Doudian open platform, status 28: a case that failed or was closed, whether the buyer took it back or let the time pass is not told',
  },
  { kind: 'replacement', does: 'unknown', isVerified: false, basis: 'nothing is published' },
  {
    kind: 'evidence',
    does: 'decides',
    isVerified: false,
    basis:
      'Doudian open platform, messages 213 to 216: evidence is asked for, and the verdict follows; what it rests on without any is not told',
  },
];
