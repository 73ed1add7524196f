import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { LocalOutputs } from '../../infra/local/outputs.ts';
import { localClient } from '../../infra/local/read-outputs.ts';
import { demoPolicy } from '#shared/policy/demo-policy.ts';
import { partitions, sorts } from '#shared/store/keys.ts';

/** Stores the bundled policy with escalations that come within a minute, so that the demo shows them; as a merchant would store his own. */
export async function storeDemoPolicy(outputs: LocalOutputs): Promise<void> {
  const quick = { escalateEveryMinutes: 1, escalations: 1 };
  const deadlines = {
    'qc-follow-up': { ...demoPolicy.deadlines['qc-follow-up'], ...quick },
    refund: { ...demoPolicy.deadlines.refund, ...quick },
  };
  const item = {
    pk: partitions.policy,
    sk: sorts.currentPolicy,
    revision: 'demo-quick-escalations',
    effectiveAt: '2026-01-01T00:00:00.000Z',
    policy: { deadlines },
  };
  await new DynamoDBClient(localClient(outputs)).send(new PutItemCommand({ TableName: outputs.tableName, Item: marshall(item) }));
}
