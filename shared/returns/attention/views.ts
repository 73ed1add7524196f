import type { Entry, EntryWork } from './entry.ts';

/** Whose the list is: everybody's, mine, my team's, or what nobody has taken. */
export const views = ['all', 'mine', 'team', 'unclaimed'] as const;
export type View = (typeof views)[number];

export interface Viewer {
  /** By which records and lists name them: `namesOf` in short-person.ts. */
  readonly names: readonly string[];
  /** Ids of the teams that they are in. */
  readonly teams: readonly string[];
}

/** What was handed to no team is that of whoever may see it. */
export function isInView({ work }: Pick<Entry, 'work'>, view: View, viewer: Viewer | undefined): boolean {
  switch (view) {
    case 'all':
      return true;
    case 'mine':
      return viewer !== undefined && isOf(work, viewer.names);
    case 'team':
      return work.team === undefined || (viewer?.teams.includes(work.team) ?? false);
    case 'unclaimed':
      return work.owner === undefined;
  }
}

/** Theirs already, or offered to them. */
function isOf({ owner, offered }: EntryWork, names: readonly string[]): boolean {
  const offeredTo = offered && 'person' in offered.to ? offered.to.person : undefined;
  return [owner?.person, offeredTo].some((each) => each !== undefined && names.includes(each));
}
