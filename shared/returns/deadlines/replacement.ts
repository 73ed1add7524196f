import type { Clock, ClockTime, DeadlineBasis, DeadlineRow } from './clock.ts';
import { platformClock } from './platform-clock.ts';
import { goodsSettledAt } from './settled-goods.ts';

/** The replacement of an exchange is sent: some time after the goods were booked in, or by the platform's own deadline where that is earlier. */
export const replacement: DeadlineRow = {
  usual: { dueAfterMinutes: 48 * 60, remindBeforeMinutes: 8 * 60, escalateEveryMinutes: 4 * 60, escalations: 3 },
  of: 'merchant',
  clocksOf: (basis, time) => {
    const said = basis.setByPlatform.get('replacement');
    const platform = said ? platformClock('case', said, basis.replacement?.at) : [];
    const own = ownClocks(basis, time);
    const isOwnEarlier = own.some(({ dueAt }) => said && dueAt && dueAt < said.dueAt);
    return platform.length > 0 && !isOwnEarlier ? platform : own;
  },
};

function ownClocks(basis: DeadlineBasis, { clock }: ClockTime): Clock[] {
  const openedAt = basis.details.kind === 'exchange' ? goodsSettledAt(basis) : undefined;
  const metAt = basis.replacement?.at;
  return openedAt && !(metAt && metAt <= openedAt) ? [clock({ subject: 'case', openedAt, metAt })] : [];
}
