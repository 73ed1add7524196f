import type { CaseFact } from '../case/facts.ts';
import type { Note } from '../record/note.ts';
import { factsNamed, type Statement } from '../record/statement.ts';

/** The store hinted at a change that it has not shown since: what is recorded may be out of date. */
export function platformNotes(statements: readonly Statement<CaseFact>[]): Note[] {
  const latest = (name: 'store-behind' | 'platform-status') =>
    factsNamed(statements, name)
      .map(({ claimedAt }) => claimedAt)
      .sort()
      .at(-1);
  const hintedAt = latest('store-behind');
  const shownAt = latest('platform-status');
  return hintedAt && !(shownAt && shownAt >= hintedAt) ? [{ code: 'store-behind', detail: hintedAt }] : [];
}
