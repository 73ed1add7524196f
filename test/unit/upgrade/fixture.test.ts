import { describe, expect, it } from 'vitest';
import { countOf } from '../../upgrade/count-of.ts';
import { type PlainItem, plainOf, readReleaseLines, readReleaseTable } from '../../upgrade/release-table.ts';

const items = readReleaseTable().map(plainOf);

const kindOf = ({ pk, sk }: PlainItem) => `${pk.split('#')[0]} ${pk.startsWith('CALL#') ? 'ledger' : sk.split('#')[0]}`;
const factsOf = (partition: string) =>
  items
    .filter(({ pk, sk }) => pk.startsWith(`${partition}#`) && sk.startsWith('OBS#'))
    .flatMap(({ facts }) => (facts as { readonly fact: string }[]).map(({ fact }) => fact));

interface Snapshot {
  readonly source?: string;
  readonly notes: readonly { readonly code: string }[];
  readonly deadlines?: Readonly<Record<string, { readonly kind: string }>>;
}
interface ToldEntry {
  readonly silent?: true;
}
const snapshots = items.filter(({ sk }) => sk === 'SNAPSHOT');
const contents = snapshots.map(({ snapshot }) => snapshot as Snapshot);
const told = snapshots.flatMap((each) => Object.values(each.told as Record<string, ToldEntry>));
const changes = snapshots.flatMap((each) => (each.changes ?? []) as unknown[]);
const names = (values: readonly string[]) => [...new Set(values)].sort();

/** What the tests of this folder are worth stands and falls with what is in the table. */
describe('the table of 91b539e', () => {
  it('holds every kind of item', () => {
    expect(countOf(items.map(kindOf))).toMatchSnapshot();
  });

  it('holds every fact that can be known of a case', () => {
    expect(names(factsOf('CASE'))).toMatchSnapshot();
  });

  it('holds every fact that can be known of a parcel', () => {
    expect(names(factsOf('PARCEL'))).toMatchSnapshot();
  });

  it('holds cases of every store, and thousands of things that were said and told', () => {
    expect(countOf(contents.map(({ source }) => source ?? 'parcel'))).toMatchSnapshot();
    expect([factsOf('CASE').length, factsOf('PARCEL').length, told.length, changes.length]).toMatchSnapshot();
  });

  it('tells every event', () => {
    const records = readReleaseLines('events.jsonl.zst') as { readonly events: readonly { readonly type: string }[] }[];
    expect(countOf(records.flatMap(({ events }) => events.map(({ type }) => type)))).toMatchSnapshot();
  });

  it('holds what an earlier fold had not seen and this one took over in silence', () => {
    expect(told.filter(({ silent }) => silent).length).toMatchSnapshot();
  });

  it('holds what a person should look at, and every kind of deadline', () => {
    expect(names(contents.flatMap(({ notes }) => notes.map(({ code }) => code)))).toMatchSnapshot();
    expect(
      countOf(contents.flatMap(({ deadlines }) => Object.values(deadlines ?? {}).map(({ kind }) => kind))),
    ).toMatchSnapshot();
  });

  it('holds what persons and policies decided', () => {
    const acts = items
      .filter(({ sk }) => sk.startsWith('ACT#'))
      .map(({ act }) => act as { readonly act: string; readonly by: object });
    expect(countOf(acts.map(({ act, by }) => `${act} by ${Object.keys(by)[0]}`))).toMatchSnapshot();
  });
});
