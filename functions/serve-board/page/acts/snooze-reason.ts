import type { Todo } from '#shared/returns/attention/entry.ts';
import type { Party } from '#shared/returns/deadlines/clock.ts';
import type { SnoozeReason } from '#shared/returns/work/part.ts';

const reasons: Readonly<Record<Party, SnoozeReason>> = {
  buyer: 'waits-for-buyer',
  warehouse: 'waits-for-warehouse',
  carrier: 'waits-for-carrier',
  merchant: 'waits-for-merchant',
  team: 'other',
  platform: 'other',
};

/** Why it would be put off, most likely: for whom it waits already. */
export function likelyReason(todos: readonly Todo[]): SnoozeReason {
  const [first] = todos;
  return first ? reasons[first.waitsOn] : 'other';
}
