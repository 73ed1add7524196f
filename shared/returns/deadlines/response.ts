import type { Message } from '../contact/messages.ts';
import { earliestOf } from '../record/instant.ts';
import type { Clock, ClockTime, DeadlineBasis } from './clock.ts';

/**
 * A clock of the first word to the buyer. It runs from when we first heard of the case: nobody is late for what was told late. An answer to the request says
 * all that a first word could.
 */
export function responseClocks(
  { heardAt: openedAt, messages, answers }: DeadlineBasis,
  { clock }: ClockTime,
  isResponse: (message: Message) => boolean,
): Clock[] {
  const metAt = earliestOf([messages.find(isResponse)?.at, answers[0]]);
  return openedAt && !(metAt && metAt <= openedAt) ? [clock({ subject: 'case', openedAt, metAt })] : [];
}
