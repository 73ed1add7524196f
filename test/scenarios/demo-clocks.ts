import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { demoPolicy } from '#shared/policy/demo-policy.ts';
import type { StoredPolicy } from '#shared/policy/revisions.ts';
import { roundTheClock } from '#shared/returns/deadlines/calendar.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { partitions, sorts } from '#shared/store/keys.ts';
import { getItem, putItem, type Table, toAttributes } from '#shared/store/table.ts';

const revision = 'demo-quick';
const effectiveAt = instantOf(0);
const key = { pk: partitions.policy, sk: sorts.policy(effectiveAt, revision) };

/**
 * Stores a policy over the bundled one that escalates every minute, twice, and gives a warehouse three minutes to say that it expects a parcel,
 * so that nobody has to wait for hours, whatever hours the team keeps. Three, since a number whose push was lost is found by listing within two.
 * @returns what puts back the policy that was there before.
 */
export async function putDemoPolicy(table: Table): Promise<() => Promise<void>> {
  const before = await getItem(table, key);
  const hurried = { escalateEveryMinutes: 1, escalations: 2 };
  const { 'qc-follow-up': check, refund } = demoPolicy.deadlines;
  const acknowledgement = { dueAfterMinutes: 3, remindBeforeMinutes: 2, ...hurried };
  const stored: StoredPolicy = {
    revision,
    effectiveAt,
    policy: {
      deadlines: {
        'qc-follow-up': { ...check, ...hurried },
        refund: { ...refund, ...hurried },
        'warehouse-acknowledges': acknowledgement,
      },
      // At whatever hour it is run.
      calendar: { hours: roundTheClock.hours, ownDays: {} },
    },
  };
  await putItem(table, { ...key, ...stored });
  return async () => {
    if (before) {
      await putItem(table, before);
    } else {
      await table.client.send(new DeleteItemCommand({ TableName: table.name, Key: toAttributes(key) }));
    }
  };
}
