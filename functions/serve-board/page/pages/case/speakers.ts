import type { TimelineEntry } from '#shared/api/timeline.ts';
import { speakerWords } from '#shared/words/speaker-words.ts';

export type SpeakerRole = keyof typeof speakerWords;

export interface Speaker {
  readonly role: SpeakerRole;
  /** Of several in the role: which warehouse, carrier, channel or person. */
  readonly name?: string;
}

/** `warehouse:east` is the warehouse named east; of `store:standard/own-store` the channel is the name. One that nobody knows speaks as a system. */
export function speakerOf(by: string): Speaker {
  const [role = '', ...rest] = by.split(':');
  const name = role === 'person' ? rest.join(':') : rest.join(':').split('/').at(-1);
  return Object.hasOwn(speakerWords, role)
    ? { role: role as SpeakerRole, ...(name && { name }) }
    : { role: 'system', name: by };
}

/** Who speaks in a timeline and how often, whoever said most first. */
export function speakersIn(entries: readonly TimelineEntry[]): readonly { role: SpeakerRole; count: number }[] {
  const counts = new Map<SpeakerRole, number>();
  for (const { by } of entries) {
    const { role } = speakerOf(by);
    counts.set(role, (counts.get(role) ?? 0) + 1);
  }
  return [...counts].map(([role, count]) => ({ role, count })).sort((a, b) => b.count - a.count);
}

export interface Telling {
  readonly newestFirst: boolean;
  /** Only theirs; everybody's where nobody is chosen. */
  readonly roles: ReadonlySet<SpeakerRole>;
}

/** The entries to show. @param entries - The earliest first, as the API answers. */
export function told(entries: readonly TimelineEntry[], { newestFirst, roles }: Telling): readonly TimelineEntry[] {
  const own = roles.size === 0 ? entries : entries.filter(({ by }) => roles.has(speakerOf(by).role));
  return newestFirst ? own.toReversed() : own;
}

/** Told so late that it may have surprised whoever worked on the case by then. */
const lateMs = 60 * 60_000;

export function isToldLate({ at, receivedAt }: Pick<TimelineEntry, 'at' | 'receivedAt'>): boolean {
  return receivedAt !== undefined && Date.parse(receivedAt) - Date.parse(at) > lateMs;
}
