import type { Deadline } from './part.ts';

/** What a deadline was opened by, whenever it is due: it is reminded of once per opening, however often it moves. */
export function openingOf({
  kind,
  subject,
  setBy,
  openedAt,
}: Pick<Deadline, 'kind' | 'subject' | 'setBy' | 'openedAt'>): string {
  return `${kind}/${subject}/${setBy}/${openedAt}`;
}
