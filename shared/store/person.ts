import { Fault } from '#shared/fault/fault.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { PersonalData } from '#shared/sources/source.ts';
import { partitions, sorts } from './keys.ts';
import { type Condition, getItem, putItem, type Table } from './table.ts';

/** Personal data as kept: each field with the time it was said. */
export type KeptPerson = Readonly<Record<string, { readonly value: PersonalData[string]; readonly at: Instant }>>;

interface PersonItem {
  readonly version?: number;
  readonly fields?: KeptPerson;
  readonly erasedAt?: Instant;
}

const maxAttempts = 20;

/** Field by field the later word wins; of two at the same instant the greater text, so that order does not matter. */
export function mergePerson(kept: KeptPerson, person: PersonalData, at: Instant): KeptPerson {
  const said = Object.entries(person).map(([field, value]) => [field, { value, at }] as const);
  const winners = said.filter(([field, entry]) => {
    const old = kept[field];
    return !old || rank(entry) > rank(old);
  });
  return winners.length === 0 ? kept : { ...kept, ...Object.fromEntries(winners) };
}

function rank({ value, at }: KeptPerson[string]): string {
  return `${at} ${JSON.stringify(value)}`;
}

/** Merges personal data into a case's one item. @throws when other writers win {@link maxAttempts} times in a row. */
export async function putPerson(
  table: Table,
  caseKey: string,
  person: PersonalData,
  at: Instant,
): Promise<'put' | 'erased'> {
  const key = { pk: partitions.case(caseKey), sk: sorts.person };
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const { version = 0, fields: kept = {}, erasedAt } = (await readItem(table, caseKey)) ?? {};
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
  const what = `personal data of a case was changed by others ${maxAttempts} times in a row`;
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
export async function erasePerson(table: Table, caseKey: string, erasedAt: Instant): Promise<void> {
  const item = { pk: partitions.case(caseKey), sk: sorts.person, erasedAt };
  // attribute_not_exists(erasedAt): the first erasure's time stays.
  await putItem(table, item, { expression: 'attribute_not_exists(#erasedAt)', names: ['erasedAt'] });
}

/** @returns undefined where nothing was ever kept. */
export async function readPerson(table: Table, caseKey: string): Promise<PersonalData | 'erased' | undefined> {
  const item = await readItem(table, caseKey);
  return item && (item.erasedAt ? 'erased' : personOf(item.fields ?? {}));
}

async function readItem(table: Table, caseKey: string): Promise<PersonItem | undefined> {
  const item: unknown = await getItem(table, { pk: partitions.case(caseKey), sk: sorts.person });
  return item as PersonItem | undefined;
}

/** What is kept, without its times. */
export function personOf(kept: KeptPerson): PersonalData {
  return Object.fromEntries(Object.entries(kept).map(([field, { value }]) => [field, value]));
}
