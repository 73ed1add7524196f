import type { EntryClock } from './entry.ts';

/** What the platform itself calls a clock that it set. */
export function platformKindOf({ kind, subject }: EntryClock): string {
  return kind === 'platform-decision' && subject ? subject : kind.replace(/^dispute-/, '');
}
