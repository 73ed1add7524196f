import type { DeadlineView } from '#shared/api/case-view.ts';
import { deadlineWords } from '#shared/words/deadline-words.ts';
import type { Locale } from '#shared/words/locale.ts';

/** Of what only the platform sets, its own kind. */
export function kindOf({ kind, subject }: DeadlineView): string {
  return kind === 'platform-decision' ? subject : kind;
}

/** A platform may name kinds of which nobody has heard. */
export function deadlineName(kind: string, locale: Locale): string {
  return Object.hasOwn(deadlineWords, kind) ? deadlineWords[kind as keyof typeof deadlineWords][locale] : kind;
}
