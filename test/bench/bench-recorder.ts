import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { demoPolicy } from '#shared/policy/demo-policy.ts';
import { policySchema } from '#shared/policy/policy.ts';
import type { OrderTable } from '#shared/recording/ports.ts';
import type { RecordWriter } from '#shared/recording/recorder.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { openStore } from '#shared/store/open-store.ts';
import { openPolicySource } from '#shared/store/policy-source.ts';
import { readMerchant } from '../../infra/merchant.ts';

/** Folds records in a table; what follows from one is left out, and so is what other cases of an order say: here each case has one of its own. */
export function openBenchRecorder(client: DynamoDBClient, tableName: string, now: () => Instant): RecordWriter {
  const merchant = readMerchant('demo');
  const { cases, parcels } = openStore({ client, tableName, rawDays: merchant.retention.rawDays, now });
  const policy = openPolicySource(
    { client, name: tableName },
    {
      bundled: demoPolicy,
      parse: (value) => ({ policy: policySchema.parse(value) }),
      now,
      onFault: refuse,
      // A calendar that ends before long is no matter here.
      onWarning: () => undefined,
    },
  );
  const orders: OrderTable = { readItems: async () => [], putItem: async () => 'put' };
  return { cases, parcels, orders, policy, merchant, now };
}

function refuse(revision: string): void {
  throw new Error(`the policy ${revision} is not valid`);
}
