import type { CaseView, DeadlineView } from '#shared/api/case-view.ts';
import { timeOutWords } from '#shared/api/time-out-words.ts';
import { platformKindOf } from '#shared/returns/attention/platform-kind.ts';
import { deadlineWords, missWords } from '#shared/words/deadline-words.ts';
import type { Texts } from '#shared/words/locale.ts';

/** What a clock measures; of a platform's own kind its own word. */
export function clockName({ kind, subject }: Pick<DeadlineView, 'kind' | 'subject'>): Texts {
  const words: Readonly<Record<string, Texts>> = deadlineWords;
  const own = kind === 'platform-decision' && Object.hasOwn(words, subject) ? words[subject] : undefined;
  return own ?? deadlineWords[kind];
}

/** What happens at its end: of a platform's what it does by itself, of ours what a miss costs. */
export function timeOutOfClock(clock: DeadlineView, { source, kind }: Pick<CaseView, 'source' | 'kind'>): Texts {
  return clock.setBy === 'platform' ? timeOutWords(source, platformKindOf(clock), kind) : missWords[clock.kind];
}
