import { describe, expect, it } from 'vitest';
import { readMerchant } from '../../infra/merchant.ts';
import { releaseFile } from '../upgrade/release-table.ts';
import { type Resource, synthesize } from './synthesize.ts';

/**
 * What a deployment of 91b539e is made of (test/fixtures/release-91b539e/templates.json): all of the data stack, and of the other stack what
 * has a physical name. `properties` are those that CloudFormation replaces a resource for; `growing` may have more entries today.
 */
interface Kept {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly growing?: Readonly<Record<string, readonly unknown[]>>;
}

type StackName = 'data' | 'returns';

interface Templates {
  /** By type: the properties that CloudFormation replaces a resource for, by its own resource specification. */
  readonly replacing: Readonly<Record<string, readonly string[]>>;
  readonly stacks: Readonly<Record<string, Readonly<Record<StackName, Readonly<Record<string, Kept>>>>>>;
}

const { replacing, stacks }: Templates = JSON.parse(releaseFile('templates.json').toString());
const merchants = ['demo', 'lanyu'];
const synths = new Map(merchants.map((name) => [name, synthesize(readMerchant(name))]));

/** What was taken away on purpose, with why nothing is lost by it. */
const takenAway: Readonly<Record<string, string>> = {
  TimersOpenedDeadlinesQueue937D0424:
    'Deadlines that were opened waited here for start-timers. The sweep starts clocks now, out of the records, also for what still waits here (ADR 015).',
  TimersOpenedDeadlinesDeadLettersQueue1122DD24:
    'Its dead letters: deadlines whose clock could not be started. The sweep finds each of them by its record.',
};

/** What became of one resource; undefined where it is still what it was. */
function changeOf(id: string, { type, properties, growing = {} }: Kept, today: Readonly<Record<string, Resource>>) {
  const resource = today[id];
  if (resource?.Type !== type) {
    return resource ? `is a ${resource.Type}` : 'is gone';
  }
  const given = resource.Properties ?? {};
  const replaced = (replacing[type] ?? []).filter((each) => !isSame(given[each], properties[each]));
  const shrunk = Object.entries(growing).flatMap(([property, entries]) => {
    const now = (given[property] ?? []) as readonly unknown[];
    return entries.every((entry) => now.some((each) => isSame(each, entry))) ? [] : [property];
  });
  const changed = [...replaced, ...shrunk];
  return changed.length > 0 ? `has another ${changed.join(', ')}` : undefined;
}

/** JSON: both come out of the same synthesizer, which writes properties in one order. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function changesOf(merchant: string, stack: StackName): string[] {
  const today = synths.get(merchant)?.[stack] ?? {};
  return Object.entries(stacks[merchant]?.[stack] ?? {}).flatMap(([id, kept]) => {
    const change = changeOf(id, kept, today);
    return change ? [`${id} ${change}`] : [];
  });
}

describe.each(merchants)('a deployment of 91b539e of %s', (merchant) => {
  it('keeps all that its data stack holds, none of it replaced', () => {
    expect(changesOf(merchant, 'data')).toEqual([]);
  });

  it('keeps all that has a physical name, but for what was taken away', () => {
    expect(changesOf(merchant, 'returns').sort()).toEqual(
      Object.keys(takenAway)
        .map((id) => `${id} is gone`)
        .sort(),
    );
  });
});

describe('the fixture', () => {
  it('knows for each type what it is replaced for', () => {
    const all = Object.values(stacks).flatMap(({ data, returns }) => [
      ...Object.values(data),
      ...Object.values(returns),
    ]);
    expect(all.filter(({ type }) => !replacing[type])).toEqual([]);
    expect(
      all.flatMap(({ type, properties }) => Object.keys(properties).filter((each) => !replacing[type]?.includes(each))),
    ).toEqual([]);
  });

  it('holds both merchants, their tables, buses, secrets and queues', () => {
    const countOf = (merchant: string, stack: StackName, type: RegExp) =>
      Object.values(stacks[merchant]?.[stack] ?? {}).filter((kept) => type.test(kept.type)).length;
    expect(Object.keys(stacks)).toEqual(merchants);
    expect(merchants.map((each) => countOf(each, 'data', /GlobalTable$|EventBus$|Bucket$|Api$/))).toEqual([4, 4]);
    expect(merchants.map((each) => countOf(each, 'data', /Secret$/))).toEqual([17, 12]);
    expect(merchants.map((each) => countOf(each, 'returns', /Queue$|StateMachine$/))).toEqual([23, 21]);
  });

  it('sees what is renamed, becomes another thing, is replaced, or shrinks', () => {
    const [id, kept] = Object.entries(stacks.demo?.data ?? {}).find(([, { growing }]) => growing) ?? [];
    const table = synths.get('demo')?.data[id ?? ''];
    if (!id || !kept || !table) {
      throw new Error('there is no table');
    }
    const seen = (resources: Record<string, Resource>) => changeOf(id, kept, resources);
    const withProperties = (changes: object) => ({
      [id]: { ...table, Properties: { ...table.Properties, ...changes } },
    });
    expect(seen({ [id]: table })).toBeUndefined();
    expect(seen({ [`${id}2`]: table })).toBe('is gone');
    expect(seen({ [id]: { ...table, Type: 'AWS::DynamoDB::Table' } })).toBe('is a AWS::DynamoDB::Table');
    expect(seen(withProperties({ TableName: 'records' }))).toBe('has another TableName');
    expect(seen(withProperties({ GlobalSecondaryIndexes: [] }))).toBe('has another GlobalSecondaryIndexes');
  });
});
