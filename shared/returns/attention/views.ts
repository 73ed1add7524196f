import type { Entry, EntryWork } from './entry.ts';
import { shortPerson } from './short-person.ts';

/** Whose the list is: everybody's, mine, my team's, or what nobody has taken. */
export const views = ['all', 'mine', 'team', 'unclaimed'] as const;
export type View = (typeof views)[number];

export interface Viewer {
  /** Subject id at the identity provider. */
  readonly person: string;
  /** Ids of the teams that they are in. */
  readonly teams: readonly string[];
}

/** What was handed to no team is that of whoever may see it. */
export function isInView({ work }: Pick<Entry, 'work'>, view: View, viewer: Viewer | undefined): boolean {
  switch (view) {
    case 'all':
      return true;
    case 'mine':
      return viewer !== undefined && isOf(work, viewer.person);
    case 'team':
      return work.team === undefined || (viewer?.teams.includes(work.team) ?? false);
    case 'unclaimed':
      return work.owner === undefined;
  }
}

/** Theirs already, or offered to them. */
function isOf({ owner, offered }: EntryWork, person: string): boolean {
  const names = [person, shortPerson(person)];
  const offeredTo = offered && 'person' in offered.to ? offered.to.person : undefined;
  return [owner?.person, offeredTo].some((each) => each !== undefined && names.includes(each));
}
