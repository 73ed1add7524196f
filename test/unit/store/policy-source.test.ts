import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '#shared/fault/fault.ts';
import { parsePolicy } from '#shared/policy/bundled-policy.ts';
import { demoPolicy } from '#shared/policy/demo-policy.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import { openPolicySource } from '#shared/store/policy-source.ts';
import { testMerchant } from '../../memory/test-merchant.ts';

const start = '2026-03-10T12:00:00.000Z' as Instant;
const later = addMillis(start, 3_600_000);
const caps = { compensation: 1, returnFreight: 2 };
const dynamo = mockClient(DynamoDBClient);
const table = { client: new DynamoDBClient({}), name: 'table' };

beforeEach(() => {
  dynamo.reset();
  store();
});

type Stored = readonly [revision: string, effectiveAt: Instant, policy: object];

function store(...revisions: readonly Stored[]): void {
  const Items = revisions.map(([revision, effectiveAt, policy]) =>
    marshall({ pk: 'POLICY', sk: `REVISION#${effectiveAt}#${revision}`, revision, effectiveAt, policy }),
  );
  dynamo.on(QueryCommand).resolves({ Items });
}

/** A source on a clock that the test moves. */
function openSource() {
  const clock = { now: start };
  const faults: string[] = [];
  const warnings: string[] = [];
  const onFault = (revision: string, { code }: Fault) => void faults.push(`${revision} ${code}`);
  const parse = (value: unknown) => parsePolicy(value, testMerchant);
  const onWarning = (revision: string, { code }: Fault) => void warnings.push(`${revision} ${code}`);
  const source = openPolicySource(table, { bundled: demoPolicy, parse, onFault, onWarning, now: () => clock.now });
  return { clock, faults, warnings, source };
}

describe('openPolicySource', () => {
  it('tells of one in force that names a warehouse that has gone, though a newer one is none', async () => {
    store(['gone', addMillis(start, -2), { defaultWarehouse: 'mars' }], ['broken', addMillis(start, -1), { caps: 7 }]);
    const { faults, source } = openSource();

    expect((await source.inForceAt(start)).revision).toBe('gone');
    expect(faults.sort()).toEqual(['broken policy-not-valid', 'gone warehouse-gone']);
  });

  it('gives the bundled policy where none is stored', async () => {
    expect(await openSource().source.inForceAt(start)).toEqual(demoPolicy);
  });

  it('puts the stored fields over the bundled ones', async () => {
    store(['r-7', start, { caps }]);

    expect(await openSource().source.inForceAt(start)).toEqual({ ...demoPolicy, caps, revision: 'r-7' });
  });

  it('gives each moment the policy that was in force then', async () => {
    store(['r-7', start, { caps }], ['r-8', later, { defaultWarehouse: 'west' }]);
    const { source } = openSource();

    expect((await source.inForceAt(addMillis(start, -1))).revision).toBe(demoPolicy.revision);
    expect((await source.inForceAt(addMillis(later, -1))).revision).toBe('r-7');
    expect(await source.inForceAt(later)).toEqual({ ...demoPolicy, revision: 'r-8', defaultWarehouse: 'west' });
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

    expect(await source.inForceAt(start)).toEqual({ ...demoPolicy, caps, revision: 'r-7' });
    expect(faults).toEqual(['r-7 warehouse-gone']);
  });

  it('says nothing of a warehouse that has gone from a policy whose time is over', async () => {
    store(['r-7', addMillis(start, -60_000), { caps, defaultWarehouse: 'gone' }], ['r-8', start, {}]);
    const { source, faults } = openSource();

    expect(await source.inForceAt(addMillis(start, -1))).toEqual({ ...demoPolicy, caps, revision: 'r-7' });
    expect(faults).toEqual([]);
  });

  it('reads once a minute', async () => {
    const { clock, source } = openSource();
    await source.inForceAt(start);
    store(['r-7', start, { caps }]);

    clock.now = addMillis(start, 59_999);
    expect(await source.inForceAt(start)).toEqual(demoPolicy);
    clock.now = addMillis(start, 60_000);
    expect(await source.inForceAt(start)).toMatchObject({ caps, revision: 'r-7' });
    expect(dynamo.commandCalls(QueryCommand)).toHaveLength(2);
  });

  it('reads strongly consistent', async () => {
    await openSource().source.inForceAt(start);

    expect(dynamo.commandCalls(QueryCommand)[0]?.args[0].input.ConsistentRead).toBe(true);
  });
});
