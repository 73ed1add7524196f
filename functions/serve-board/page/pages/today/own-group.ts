import type { GroupView } from '#shared/lists/attention-view.ts';
import type { AttentionGroup } from '#shared/returns/attention/entry.ts';
import type { Me } from '../../data/me.ts';

/** What a reader comes for, to whom most of the list is other people's work: a clerk, the goods that lie in the warehouse, while some do. */
export function ownGroupOf(
  { roles }: Pick<Me, 'roles'>,
  groups: readonly Pick<GroupView, 'group'>[],
): AttentionGroup | undefined {
  const isClerk = roles.length > 0 && roles.every((role) => role === 'warehouse');
  return isClerk ? groups.find(({ group }) => group === 'at-warehouse')?.group : undefined;
}
