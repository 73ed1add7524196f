import { endedAtOf } from '../decision/ended.ts';
import { earliestOf, type Instant } from '../record/instant.ts';
import type { DeadlineBasis, DeadlineRow } from './clock.ts';

/** A check failed or is doubtful, or goods are missing: somebody writes to the buyer. Met by a message of a person, or of an AI, since the check; or by what settles it. */
export const exceptionContact: DeadlineRow = {
  usual: { dueAfterMinutes: 60, remindBeforeMinutes: 30, escalateEveryMinutes: 60, escalations: 3 },
  of: 'team',
  outlivesCase: true,
  clocksOf: (basis, { clock }) => {
    if (!basis.concern) {
      return [];
    }
    const { at: openedAt } = basis.concern;
    const metAt = metAtOf(basis, openedAt);
    const own = clock({ subject: 'case', openedAt, metAt });
    const endedAt = basis.concern.isOpen || metAt ? undefined : endedAtOf(basis);
    return endedAt && !(own.dueAt && own.dueAt < endedAt) ? [] : [own];
  },
};

function metAtOf({ concern, messages }: DeadlineBasis, since: Instant): Instant | undefined {
  const written = messages.filter(({ at, by }) => at >= since && (by === 'person' || by === 'ai')).map(({ at }) => at);
  return earliestOf([...written, concern?.answeredAt]);
}
