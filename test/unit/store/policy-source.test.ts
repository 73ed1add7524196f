import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { demoPolicy } from '#shared/policy/demo-policy.ts';
import { policySchema } from '#shared/policy/policy.ts';
import { addMillis, type Instant } from '#shared/returns/instant.ts';
import { openPolicySource } from '#shared/store/policy-source.ts';

const start = '2026-03-10T12:00:00.000Z' as Instant;
const caps = { compensation: 1, returnFreight: 2 };
const dynamo = mockClient(DynamoDBClient);
const table = { client: new DynamoDBClient({}), name: 'table' };

beforeEach(() => {
  dynamo.reset();
  dynamo.on(GetItemCommand).resolves({});
});

function store(policy: object, effectiveAt = start): void {
  const Item = marshall({ pk: 'POLICY', sk: 'CURRENT', revision: 'r-7', effectiveAt, policy });
  dynamo.on(GetItemCommand).resolves({ Item });
}

/** A source on a clock that the test moves. */
function openSource() {
  const clock = { now: start };
  const invalid: string[] = [];
  const onInvalid = (revision: string) => void invalid.push(revision);
  const parse = (value: unknown) => policySchema.parse(value);
  const source = openPolicySource(table, { bundled: demoPolicy, parse, onInvalid, now: () => clock.now });
  return { clock, invalid, source };
}

describe('openPolicySource', () => {
  it('gives the bundled policy where none is stored', async () => {
    expect(await openSource().source.current()).toEqual(demoPolicy);
  });

  it('puts the stored fields over the bundled ones', async () => {
    store({ caps });

    expect(await openSource().source.current()).toEqual({ ...demoPolicy, caps, revision: 'r-7' });
  });

  it('gives the bundled policy until the stored one takes effect', async () => {
    store({ caps }, addMillis(start, 90_000));
    const { clock, source } = openSource();

    expect(await source.current()).toEqual(demoPolicy);
    clock.now = addMillis(start, 90_000);
    expect(await source.current()).toMatchObject({ caps, revision: 'r-7' });
  });

  it('goes on under the last good policy when the stored one is not valid, and says so', async () => {
    store({ caps });
    const { clock, source, invalid } = openSource();
    await source.current();
    store({ caps: 'many' });
    clock.now = addMillis(start, 60_000);

    expect(await source.current()).toMatchObject({ caps });
    expect(invalid).toEqual(['r-7']);
  });

  it('gives the bundled policy when the only stored one is not valid', async () => {
    store({ caps: 'many' });

    expect(await openSource().source.current()).toEqual(demoPolicy);
  });

  it('reads once a minute', async () => {
    const { clock, source } = openSource();
    await source.current();
    store({ caps });

    clock.now = addMillis(start, 59_999);
    expect(await source.current()).toEqual(demoPolicy);
    clock.now = addMillis(start, 60_000);
    expect(await source.current()).toMatchObject({ caps, revision: 'r-7' });
    expect(dynamo.commandCalls(GetItemCommand)).toHaveLength(2);
  });

  it('reads strongly consistent', async () => {
    await openSource().source.current();

    expect(dynamo.commandCalls(GetItemCommand)[0]?.args[0].input.ConsistentRead).toBe(true);
  });
});
