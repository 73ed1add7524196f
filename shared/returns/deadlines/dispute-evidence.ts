import type { Dispute } from '../disputes/slice.ts';
import { earliestOf, type Instant } from '../record/instant.ts';
import type { Clock, DeadlineBasis, DeadlineRow } from './clock.ts';
import { platformClock } from './platform-clock.ts';
import { isOver } from './stopped.ts';

/** As platforms call what this row is of. */
export const evidenceKinds = ['evidence', 'dispute-evidence'] as const;

/**
 * Evidence for a dispute reaches the platform: by its own deadline, or, where it states none, by a usual figure that nobody has verified. Met where a person says that it
 * was sent; a dispute that is closed waits for none.
 */
export const disputeEvidence: DeadlineRow = {
  usual: { dueAfterMinutes: 48 * 60, remindBeforeMinutes: 24 * 60, escalateEveryMinutes: 12 * 60, escalations: 2 },
  of: 'merchant',
  outlivesCase: true,
  followsNotices: true,
  clocksOf: (basis, { clock }) => {
    const said = evidenceKinds.flatMap((kind) => basis.setByPlatform.get(kind) ?? []);
    if (said.length > 0) {
      return said
        .slice(0, 1)
        .flatMap((each) => platformClock('case', each, undefined))
        .filter((each) => !isOver(each, basis));
    }
    return basis.disputes.flatMap((dispute): Clock[] => {
      const { disputeId, openedAt } = dispute;
      if (!openedAt) {
        return [];
      }
      const sentAt = sentAtOf(basis, openedAt);
      const metAt = earliestOf([sentAt, dispute.closedAt]);
      const own = clock({ subject: disputeId, openedAt, metAt });
      return isClosedInTime(dispute, own, sentAt) ? [] : [own];
    });
  },
};

/** Closed by then, without any evidence: the clock stopped. */
function isClosedInTime({ closedAt }: Dispute, { dueAt }: Clock, sentAt: Instant | undefined): boolean {
  return closedAt !== undefined && (!dueAt || closedAt <= dueAt) && !(sentAt && sentAt <= closedAt);
}

/** By the word of whoever sent it in the platform's own back office. */
function sentAtOf({ evidenceSent }: DeadlineBasis, since: Instant): Instant | undefined {
  return evidenceSent.find((at) => at >= since);
}
