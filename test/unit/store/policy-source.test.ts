import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '#shared/fault/fault.ts';
import { parsePolicy } from '#shared/policy/bundled-policy.ts';
import { demoPolicy } from '#shared/policy/demo-policy.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { roundTheClock } from '#shared/returns/deadlines/calendar.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import { openPolicySource } from '#shared/store/policy-source.ts';
import { testMerchant, testPolicy } from '../../memory/test-merchant.ts';

const start = '2026-03-10T12:00:00.000Z' as Instant;
const later = addMillis(start, 3_600_000);
const caps = { compensation: 1, returnFreight: 2 };
const dynamo = mockClient(DynamoDBClient);
const table = { client: new DynamoDBClient({}), name: 'table' };

let bases: Record<string, unknown>[] = [];

function isOfBases(input: unknown): boolean {
  return JSON.stringify(input).includes('"BASE#"');
}

beforeEach(() => {
  dynamo.reset();
  bases = [];
  dynamo.on(PutItemCommand).callsFake(({ Item }) => {
    const item = unmarshall(Item);
    if (bases.some(({ sk }) => sk === item.sk)) {
      throw new ConditionalCheckFailedException({ $metadata: {}, message: 'there' });
    }
    bases.push(item);
    return {};
  });
  store();
});

type Stored = readonly [revision: string, effectiveAt: Instant, policy: object];

function store(...revisions: readonly Stored[]): void {
  const Items = revisions.map(([revision, effectiveAt, policy]) =>
    marshall({ pk: 'POLICY', sk: `REVISION#${effectiveAt}#${revision}`, revision, effectiveAt, policy }),
  );
  dynamo
    .on(QueryCommand)
    .callsFake((input) => ({ Items: isOfBases(input) ? bases.map((each) => marshall(each)) : Items }));
}

/** A source on a clock that the test moves. */
function openSource(bundled: Policy = demoPolicy) {
  const clock = { now: start };
  const faults: string[] = [];
  const warnings: string[] = [];
  const onFault = (revision: string, { code }: Fault) => void faults.push(`${revision} ${code}`);
  const parse = (value: unknown) => parsePolicy(value, testMerchant);
  const onWarning = (revision: string, { code }: Fault) => void warnings.push(`${revision} ${code}`);
  const source = openPolicySource(table, { bundled, parse, onFault, onWarning, now: () => clock.now });
  return { clock, faults, warnings, source };
}

describe('openPolicySource', () => {
  it('tells of one in force that names a warehouse that has gone, though a newer one is none', async () => {
    store(['gone', addMillis(start, -2), { defaultWarehouse: 'mars' }], ['broken', addMillis(start, -1), { caps: 7 }]);
    const { faults, source } = openSource();

    expect((await source.inForceAt(start)).revision).toBe('gone');
    expect(faults.sort()).toEqual(['broken policy-not-valid', 'gone warehouse-gone']);
  });

  it('gives the bundled figures where no policy is stored, day and night as long as no calendar is', async () => {
    expect(await openSource().source.inForceAt(start)).toEqual(testPolicy);
  });

  it('stores nothing where it only reads, and gives the same', async () => {
    const parse = (value: unknown) => parsePolicy(value, testMerchant);
    const told = { onFault: () => undefined, onWarning: () => undefined };
    const source = openPolicySource(table, { bundled: demoPolicy, parse, ...told, now: () => start, readsOnly: true });

    expect(await source.inForceAt(start)).toEqual(await openSource().source.inForceAt(start));
    expect(dynamo.commandCalls(PutItemCommand)).toHaveLength(1);
  });

  it('puts the stored fields over the bundled ones', async () => {
    store(['r-7', start, { caps }]);

    expect(await openSource().source.inForceAt(start)).toEqual({ ...testPolicy, caps, revision: 'r-7' });
  });

  it('gives each moment the policy that was in force then', async () => {
    store(['r-7', start, { caps }], ['r-8', later, { defaultWarehouse: 'west' }]);
    const { source } = openSource();

    expect((await source.inForceAt(addMillis(start, -1))).revision).toBe(demoPolicy.revision);
    expect((await source.inForceAt(addMillis(later, -1))).revision).toBe('r-7');
    expect(await source.inForceAt(later)).toEqual({ ...testPolicy, revision: 'r-8', defaultWarehouse: 'west' });
  });

  it('goes on under the policy before when a stored one is not valid, and says so', async () => {
    store(['r-7', start, { caps }], ['r-8', start, { caps: 'many' }]);
    const { source, faults } = openSource();

    expect(await source.inForceAt(later)).toMatchObject({ revision: 'r-7', caps });
    expect(faults).toEqual(['r-8 policy-not-valid']);
  });

  it('keeps a policy whose warehouse has gone, with the bundled one in its place, and says so', async () => {
    store(['r-7', start, { caps, defaultWarehouse: 'gone' }]);
    const { source, faults } = openSource();

    expect(await source.inForceAt(start)).toEqual({ ...testPolicy, caps, revision: 'r-7' });
    expect(faults).toEqual(['r-7 warehouse-gone']);
  });

  it('says nothing of a warehouse that has gone from a policy whose time is over', async () => {
    store(['r-7', addMillis(start, -60_000), { caps, defaultWarehouse: 'gone' }], ['r-8', start, {}]);
    const { source, faults } = openSource();

    expect(await source.inForceAt(addMillis(start, -1))).toEqual({ ...testPolicy, caps, revision: 'r-7' });
    expect(faults).toEqual([]);
  });

  it('reads once a minute', async () => {
    const { clock, source } = openSource();
    await source.inForceAt(start);
    store(['r-7', start, { caps }]);

    clock.now = addMillis(start, 59_999);
    expect(await source.inForceAt(start)).toEqual(testPolicy);
    clock.now = addMillis(start, 60_000);
    expect(await source.inForceAt(start)).toMatchObject({ caps, revision: 'r-7' });
    expect(dynamo.commandCalls(QueryCommand)).toHaveLength(4);
  });

  it('reads strongly consistent', async () => {
    await openSource().source.inForceAt(start);

    expect(dynamo.commandCalls(QueryCommand)[0]?.args[0].input.ConsistentRead).toBe(true);
  });
});

/** Reads again after some minutes: what a source said is kept for one. */
async function minutesOn(minutes: number, { clock, source }: ReturnType<typeof openSource>) {
  clock.now = addMillis(clock.now, minutes * 60_000);
  return await source.inForceAt(clock.now);
}

const ofNextYear: Policy = {
  ...demoPolicy,
  revision: 'demo-2',
  caps,
  calendar: { ...demoPolicy.calendar, restDays: [] },
};

describe('the policy that a deployment brings', () => {
  it('is stored whole, once, and takes effect two minutes later', async () => {
    const worker = openSource();
    expect((await worker.source.inForceAt(start)).calendar).toEqual(roundTheClock);

    expect(bases).toMatchObject([
      { pk: 'POLICY', revision: 'demo-1', effectiveAt: addMillis(start, 120_000), policy: demoPolicy },
    ]);
    expect((await minutesOn(1, worker)).calendar).toEqual(roundTheClock);
    expect((await minutesOn(1, worker)).calendar).toEqual(demoPolicy.calendar);
    await minutesOn(9, worker);
    expect(bases).toHaveLength(1);
  });

  it('is stored once by two workers at once', async () => {
    await Promise.all([openSource(), openSource()].map(async ({ source }) => await source.inForceAt(start)));

    expect(dynamo.commandCalls(PutItemCommand)).toHaveLength(2);
    expect(bases).toHaveLength(1);
  });

  it('goes on for what was before a later one', async () => {
    await minutesOn(0, openSource());
    const next = openSource(ofNextYear);
    await minutesOn(600, next);
    await minutesOn(2, next);

    expect(await next.source.inForceAt(addMillis(start, 3 * 60_000))).toEqual(demoPolicy);
    expect(await next.source.inForceAt(next.clock.now)).toEqual(ofNextYear);
    expect(await next.source.calendars()).toEqual([
      { from: '1970-01-01T00:00:00.000Z', calendar: roundTheClock },
      { from: addMillis(start, 2 * 60_000), calendar: demoPolicy.calendar },
      { from: addMillis(start, 602 * 60_000), calendar: ofNextYear.calendar },
    ]);
  });

  it('is not stored anew by a worker of the release before, which ends when the next one is there', async () => {
    const [before, next] = [openSource(), openSource(ofNextYear)];
    await minutesOn(0, before);
    await minutesOn(600, next);
    await minutesOn(601, before);
    await minutesOn(1, before);

    expect(bases.map(({ revision }) => revision)).toEqual(['demo-1', 'demo-2']);
  });

  it('is stored anew once the release before is deployed again', async () => {
    const [before, next] = [openSource(), openSource(ofNextYear)];
    await minutesOn(0, before);
    await minutesOn(600, next);
    await minutesOn(700, before);
    await minutesOn(2, before);

    expect(bases.map(({ revision }) => revision)).toEqual(['demo-1', 'demo-2', 'demo-1']);
    expect(await before.source.inForceAt(before.clock.now)).toEqual(demoPolicy);
  });

  it('is what a stored policy of the merchant lies over at each time', async () => {
    const notices = [
      { source: 'doudian', link: 'https://e.example/1', from: start, to: addMillis(start, 86_400_000) },
    ] as const;
    store(['r-1', start, { calendar: { notices } }]);
    await minutesOn(0, openSource());
    const next = openSource(ofNextYear);
    await minutesOn(600, next);
    await minutesOn(2, next);

    const { calendar, revision } = await next.source.inForceAt(next.clock.now);
    expect({ calendar, revision }).toEqual({ calendar: { ...ofNextYear.calendar, notices }, revision: 'r-1' });
  });

  it('warns once while little more is known of its days', async () => {
    const worker = openSource();
    worker.clock.now = '2026-11-30T00:00:00.000Z' as Instant;
    await minutesOn(0, worker);
    await minutesOn(2, worker);
    expect(worker.warnings).toEqual([]);

    await minutesOn(24 * 60, worker);
    await minutesOn(2, worker);
    expect(worker.warnings).toEqual(['demo-1 calendar-ends']);
    expect(worker.faults).toEqual([]);
  });
});
