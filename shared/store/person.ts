import { Fault } from '#shared/fault/fault.ts';
import type { PersonalDataReader, PersonalDataTable } from '#shared/recording/ports.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { PersonalData } from '#shared/sources/source.ts';
import { sorts } from './keys.ts';
import { type Condition, getItem, putItem, type Table } from './table.ts';

/** Personal data as kept: each field with the time it was said. */
export type KeptPerson = Readonly<Record<string, { readonly value: PersonalData[string]; readonly at: Instant }>>;

interface PersonItem {
  readonly version?: number;
  readonly fields?: KeptPerson;
  readonly erasedAt?: Instant;
}

const maxAttempts = 20;

/** Of 400 KB that an item may have; in bytes of JSON: what people write in Chinese takes three for a character. */
const mostBytes = 300_000;

/**
 * Field by field the later word wins; of two at the same instant the greater text, so that order does not matter. A word that there is no room for is
 * left out: what is known already stays, and the record itself goes on.
 */
export function mergePerson(kept: KeptPerson, person: PersonalData, at: Instant): KeptPerson {
  let merged = kept;
  for (const [field, value] of Object.entries(person)) {
    const old = kept[field];
    const entry = { value, at };
    const wider = { ...merged, [field]: entry };
    if ((!old || rank(entry) > rank(old)) && Buffer.byteLength(JSON.stringify(wider)) <= mostBytes) {
      merged = wider;
    }
  }
  return merged;
}

function rank({ value, at }: KeptPerson[string]): string {
  return `${at} ${JSON.stringify(value)}`;
}

/** What is known of people in records of one kind, in DynamoDB: one item a record. */
export function openPersonTable(
  table: Table,
  partition: (key: string) => string,
  now: () => Instant,
): PersonalDataTable & PersonalDataReader {
  return {
    putPersonalData: async (key, person, at) => await putPerson(table, partition(key), person, at),
    erasePersonalData: async (key) => await erasePerson(table, partition(key), now()),
    readPersonalData: async (key) => await readPerson(table, partition(key)),
  };
}

/** Merges personal data into a record's one item. @throws when other writers win {@link maxAttempts} times in a row. */
async function putPerson(table: Table, pk: string, person: PersonalData, at: Instant): Promise<'put' | 'erased'> {
  const key = { pk, sk: sorts.person };
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const { version = 0, fields: kept = {}, erasedAt } = (await readItem(table, pk)) ?? {};
    if (erasedAt) {
      return 'erased';
    }
    const fields = mergePerson(kept, person, at);
    if (fields === kept) {
      return 'put';
    }
    const { put } = await putItem(table, { ...key, version: version + 1, fields }, unchangedSince(version));
    if (put) {
      return 'put';
    }
  }
  const what = `personal data of a record was changed by others ${maxAttempts} times in a row`;
  throw new Fault('too-many-races', what, { advice: 'nothing: the message is tried again' });
}

function unchangedSince(version: number): Condition {
  if (version === 0) {
    // attribute_not_exists: neither data nor a tombstone was put since we found none.
    return { expression: 'attribute_not_exists(#pk)', names: ['pk'] };
  }
  // version = the one read: nobody merged since; a tombstone has no version, so it refuses as well.
  return { expression: '#version = :version', names: ['version'], values: { version } };
}

/** Replaces personal data by a tombstone that refuses later puts. */
async function erasePerson(table: Table, pk: string, erasedAt: Instant): Promise<void> {
  const item = { pk, sk: sorts.person, erasedAt };
  // attribute_not_exists(erasedAt): the first erasure's time stays.
  await putItem(table, item, { expression: 'attribute_not_exists(#erasedAt)', names: ['erasedAt'] });
}

/** @returns undefined where nothing was ever kept. */
async function readPerson(table: Table, pk: string): Promise<PersonalData | 'erased' | undefined> {
  const item = await readItem(table, pk);
  return item && (item.erasedAt ? 'erased' : personOf(item.fields ?? {}));
}

async function readItem(table: Table, pk: string): Promise<PersonItem | undefined> {
  const item: unknown = await getItem(table, { pk, sk: sorts.person });
  return item as PersonItem | undefined;
}

/** What is kept, without its times. */
export function personOf(kept: KeptPerson): PersonalData {
  return Object.fromEntries(Object.entries(kept).map(([field, { value }]) => [field, value]));
}
