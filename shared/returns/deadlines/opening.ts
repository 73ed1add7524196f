import type { Deadline } from './part.ts';

/** What a deadline was opened by: it is reminded of once per opening, however often its due time moves. A platform's is another one whenever it is due at another time. */
export function openingOf({
  kind,
  subject,
  setBy,
  openedAt,
  dueAt,
}: Pick<Deadline, 'kind' | 'subject' | 'setBy' | 'openedAt' | 'dueAt'>): string {
  return [kind, subject, setBy, setBy === 'platform' ? dueAt : openedAt].join('/');
}
