import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detailSchema } from '#shared/events/detail-schema.ts';
import { eventDocuments } from '#shared/events/documents.ts';
import { jsonSchemaOf } from '#shared/events/json-schema.ts';
import { entryOf } from '#shared/publishing/bus-entry.ts';
import { type EventData, events } from '#shared/returns/events.ts';
import type { Change } from '#shared/returns/record/change.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { type Schema, schemaFaults } from './schema-faults.ts';

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

interface Message {
  readonly payload: { readonly schema: Schema };
}

/** What is published, by file name: schemas only. */
const published: readonly (readonly [string, Schema])[] = Object.entries(eventDocuments())
  .filter(([name]) => name.endsWith('.schema.json'))
  .map(([name, content]) => [name, JSON.parse(content)]);

describe('the metadata of an event', () => {
  const metadata = { eventId: 'e-1', occurredAt: at, merchant: 'demo', version: 1, schemaVersion: 1 };
  const ofCase = { ...metadata, caseKey: 'standard:main:RMA-1' };
  const ofParcel = { ...metadata, trackingNumber: 'SF1' };
  const closed = { closedAt: at };
  const claimed = { trackingNumber: 'SF1', cases: ['standard:main:RMA-1'] };

  it.each([
    ['Case Closed', closed, ofCase, true],
    ['Case Closed', closed, ofParcel, false],
    ['Return Parcel Claimed', claimed, ofParcel, true],
    ['Return Parcel Claimed', claimed, ofCase, false],
    ['Deadline Opened', notice, ofCase, true],
    ['Deadline Opened', notice, ofParcel, true],
    ['Deadline Opened', notice, { ...ofCase, ...ofParcel }, false],
    ['Deadline Opened', notice, metadata, false],
  ] as const)('names the one record that tells %s', (type, data, names, isRight) => {
    expect(detailSchema(type).safeParse({ metadata: names, data }).success).toBe(isRight);
  });
});

/**
 * A consumer generated its types from docs/events: `metadata` was Metadata | Metadata1 in each of them, lines and money had another name in each,
 * and no field said what it is. json-schema-to-typescript, quicktype, datamodel-codegen and Modelina agree on few ways to name a type;
 * these rules are what all four make one well-named type of.
 */
describe('types that a generator makes of docs/events', () => {
  it.each(published)('D7 are well named and described throughout: %s', (_name, schema) => {
    expect(schemaFaults(schema)).toEqual([]);
  });

  it('D7 are the same under one name in every event', () => {
    const definitions = published.flatMap(([, { $defs = {} }]) => Object.entries($defs));

    const forms = Map.groupBy(definitions, ([name]) => name).entries();
    const several = [...forms].filter(([, same]) => new Set(same.map(([, each]) => JSON.stringify(each))).size > 1);

    expect(several.map(([name]) => name)).toEqual([]);
  });

  it('D7 have one place for all events', () => {
    const { $defs = {}, anyOf = [] } = Object.fromEntries(published)['events.schema.json'] ?? {};

    expect(anyOf.map(({ $ref = '' }) => $defs[$ref.replace('#/$defs/', '')]?.title)).toEqual(Object.keys(events));
  });

  const described = { description: 'what it is' };
  it.each([
    ['has no description', { properties: { at: {} } }],
    ['is a union', { properties: { metadata: { ...described, anyOf: [] } } }],
    ['has no name', { properties: { kind: { ...described, enum: ['return'] } } }],
    ['has no name', { properties: { lines: { ...described, items: { properties: {} } } } }],
    ['refers to nothing', { properties: { amount: { $ref: '#/$defs/Money' } } }],
    ['says something beside Money', { properties: { amount: { ...described, $ref: '#/$defs/Money' } } }],
    ['has another title', { $defs: { Money: { ...described, title: 'Amount' } } }],
    ['Money has no description', { $defs: { Money: { title: 'Money' } } }],
  ])('D7 would be worse where something %s', (fault, schema) => {
    expect(schemaFaults(schema)).toContainEqual(expect.stringContaining(fault));
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

  it('D7 states of each message of the AsyncAPI page what it is, and in which format its schema', () => {
    const page = JSON.parse(eventDocuments()['asyncapi.json'] ?? '');
    const messages: Record<string, Message> = page.channels.returns.messages;
    const told = page.operations.publishChanges.messages.map(
      ({ $ref }: Schema) => messages[$ref?.split('/').at(-1) ?? ''],
    );

    expect(told).toEqual(
      Object.entries(events).map(([name, { summary }]) => ({
        name,
        title: name,
        summary,
        description: expect.any(String),
        contentType: 'application/json',
        payload: { schemaFormat: 'application/schema+json;version=draft-2020-12', schema: expect.anything() },
      })),
    );
    const files = told.map(({ payload }: Message) => payload.schema.$ref?.replace('./', ''));
    expect(files.map((file: string) => Object.fromEntries(published)[file]?.title)).toEqual(Object.keys(events));
  });
});
