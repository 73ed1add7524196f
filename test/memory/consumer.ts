import { type EventType, events } from '#shared/returns/events.ts';
import type { Change } from '#shared/returns/record/change.ts';
import type { Subject } from '#shared/returns/record/event.ts';

/** Who reads the bus by the three rules of docs/events, and by nothing else. */
export interface Consumer {
  take(event: Change): void;
  /** What holds of each subject, and which announcements stand: the same in the end, whatever came when. */
  holding(): unknown;
}

/** The record, the topic and the fields that say of which; undefined of a happening. */
export function subjectOf({ type, record, data }: Change): string | undefined {
  const subject: Subject | undefined = events[type].subject;
  const fields = data as unknown as Readonly<Record<string, unknown>>;
  return subject && JSON.stringify([record, subject.topic, ...(subject.by ?? []).map((field) => fields[field])]);
}

export function createConsumer(): Consumer {
  const seen = new Set<string>();
  const latest = new Map<string, Change>();
  const ended = new Set<string>();
  const standing = new Set<string>();
  return {
    take(event) {
      if (seen.has(event.eventId)) {
        return;
      }
      seen.add(event.eventId);
      noteAnnouncement(event, standing, ended);
      const subject = subjectOf(event);
      const before = subject === undefined ? undefined : latest.get(subject);
      if (subject !== undefined && (!before || isLater(event, before))) {
        latest.set(subject, event);
      }
    },
    holding: () => ({
      latest: Object.fromEntries([...latest].sort().map(([subject, event]) => [subject, wordOf(event)])),
      standing: [...standing].filter((id) => !ended.has(id)).sort(),
    }),
  };
}

/** Which closing it was is no part of *closed*: one version may tell of two. */
function wordOf({ type, eventId }: Change): string {
  return type === 'Case Closed' ? type : eventId;
}

/** In one version, *Case Reopened* comes after *Case Closed*. */
function isLater(event: Change, before: Change): boolean {
  return event.version > before.version || (event.version === before.version && event.type === 'Case Reopened');
}

function noteAnnouncement({ type, data }: Change, standing: Set<string>, ended: Set<string>): void {
  if (type === 'Return Tracking Withdrawn') {
    ended.add(data.announcementId);
  }
  if (type === 'Return Tracking Replaced') {
    data.replaces.forEach(({ announcementId }) => {
      ended.add(announcementId);
    });
  }
  if (type === 'Return Tracking Assigned' || type === 'Return Tracking Replaced') {
    standing.add(data.announcementId);
  }
}

/** Of one record's version two words on one subject, of which nothing says which is the later. */
export function unorderedIn(changes: readonly Change[]): EventType[][] {
  const groups = Map.groupBy(changes, (change) => subjectOf(change) ?? change.eventId);
  return [...groups.values()]
    .map((group) => group.map(({ type }) => type).filter((type) => type !== 'Case Reopened'))
    .filter((types) => types.length > 1 && types.some((type) => type !== 'Case Closed'));
}
