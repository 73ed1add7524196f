import { type Action, todoOf } from '#shared/returns/attention/actions.ts';
import type { CaseEntry, ParcelEntry, Todo } from '#shared/returns/attention/entry.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';

/** When the lists of these tests are looked at. */
export const lookedAt = '2026-03-10T04:00:00.000Z' as Instant;

/** So many hours before or after. */
export function hours(count: number, at: Instant = lookedAt): Instant {
  return addMillis(at, count * 3_600_000);
}

export function todo(action: Action, fields: Partial<Pick<Todo, 'since' | 'from' | 'stake'>> = {}): Todo {
  return todoOf(action, { since: hours(-3), ...fields });
}

/** An open case that has to be decided, unless the fields say otherwise. */
export function caseEntry(caseId: string, fields: Partial<CaseEntry> = {}): CaseEntry {
  return {
    record: 'case',
    version: 1,
    writtenAt: hours(-1),
    key: `test:a:${caseId}`,
    source: 'test',
    shop: 'a',
    caseId,
    headline: 'requested',
    skus: [],
    numbers: [],
    openedAt: hours(-5),
    currency: 'CNY',
    isOpen: true,
    todos: [todo('decide')],
    work: { notes: 0 },
    ...fields,
  };
}

/** A parcel that no case counts, unless the fields say otherwise. */
export function parcelEntry(number: string, fields: Partial<ParcelEntry> = {}): ParcelEntry {
  return {
    record: 'parcel',
    version: 1,
    writtenAt: hours(-1),
    number,
    since: hours(-4),
    goods: [],
    isOpen: true,
    todos: [todo('find-case')],
    work: { notes: 0 },
    ...fields,
  };
}
