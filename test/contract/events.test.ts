import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detailSchema } from '#shared/events/detail-schema.ts';
import { eventDocuments, jsonSchemaOf } from '#shared/events/documents.ts';
import { entryOf } from '#shared/publishing/bus-entry.ts';
import type { EventData } from '#shared/returns/events.ts';
import type { Change } from '#shared/returns/record/change.ts';
import type { Instant } from '#shared/returns/record/instant.ts';

const folder = new URL('../../docs/events/', import.meta.url);
const at = '2026-03-10T12:00:00.000Z' as Instant;
const notice: EventData['Deadline Opened'] = {
  deadlineId: 'dl-1',
  kind: 'refund',
  subject: 'case',
  openedAt: at,
  remindAt: at,
  dueAt: at,
  setBy: 'policy',
  escalateEverySeconds: 3600,
  escalations: 3,
};

function detailOf(fields: Partial<Change>): unknown {
  const change = {
    type: 'Deadline Opened',
    data: notice,
    eventId: 'e-1',
    occurredAt: at,
    record: 'CASE#a',
    version: 1,
    ...fields,
  };
  const made = entryOf(change, 'demo');
  return made.ok ? JSON.parse(made.entry.detail) : made;
}

describe('event schemas', () => {
  it.each(['CASE#a', 'PARCEL#SF1'])('accept what is put on the bus of %s', (record) => {
    expect(detailSchema('Deadline Opened').safeParse(detailOf({ record })).error).toBeUndefined();
  });

  it('refuse a field that no event may hold', () => {
    const data = { ...notice, phone: '13900000000' };

    expect(detailSchema('Deadline Opened').safeParse(detailOf({ data })).success).toBe(false);
  });

  it('refuse a time that is not in the one form', () => {
    const data = { ...notice, dueAt: '2026-03-10 12:00' as Instant };

    expect(detailSchema('Deadline Opened').safeParse(detailOf({ data })).success).toBe(false);
  });
});

describe('docs/events', () => {
  it('is what the schemas say today; run `npm run events` after a change', () => {
    const onDisk = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]);

    expect(Object.fromEntries(onDisk)).toEqual(eventDocuments());
  });

  it('leaves room for later fields', () => {
    expect(JSON.stringify(jsonSchemaOf('Case Opened'))).not.toContain('additionalProperties');
  });

  it('resolves every reference of the AsyncAPI page', () => {
    const page = JSON.parse(eventDocuments()['asyncapi.json'] ?? '');
    const messages: Record<string, { payload: { $ref: string } }> = page.channels.returns.messages;

    for (const { $ref } of page.operations.publishChanges.messages) {
      const { payload } = messages[$ref.split('/').at(-1)] ?? {};
      expect(eventDocuments()).toHaveProperty([payload?.$ref.replace('./', '') ?? '']);
    }
  });
});
