import { paidOf } from '../money/actions.ts';
import { moneyKinds } from '../money/facts.ts';
import { earliestOf } from '../record/instant.ts';
import type { DeadlineRow } from './clock.ts';

/** A definite solution: the request is answered, money went out, or goods were sent anew. That the buyer is asked for something is none. */
export const solution: DeadlineRow = {
  usual: { dueAfterMinutes: 24 * 60, remindBeforeMinutes: 4 * 60, escalateEveryMinutes: 12 * 60, escalations: 3 },
  of: 'team',
  isQuiet: true,
  clocksOf: ({ heardAt: openedAt, answers, money, replacement }, { clock }) => {
    const metAt = earliestOf([answers[0], paidOf(money.actions, ...moneyKinds)[0]?.at, replacement?.at]);
    return openedAt && !(metAt && metAt <= openedAt) ? [clock({ subject: 'case', openedAt, metAt })] : [];
  },
};
