import type { CaseView } from '#shared/api/case-view.ts';

/** What the other cases of the order mean for the lines of this one. */
export interface LineNotes {
  /** Ids of lines for which more went out over all cases than was paid. */
  readonly overPaid: ReadonlySet<string>;
  /** Keys of other cases that are open on one of the lines. */
  readonly otherCases: readonly string[];
}

export function lineNotesOf(attention: CaseView['attention']): LineNotes {
  const about = (code: string) => attention.find((each) => each.code === code)?.about ?? [];
  return {
    // The ids of the lines stand in one text.
    overPaid: new Set(about('line-over-paid').flatMap((ids) => ids.split(', '))),
    otherCases: about('line-in-other-case'),
  };
}
