import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { merchant } from '#shared/merchant/bundled.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { openStore, type Store } from '#shared/store/open-store.ts';
import type { LocalOutputs } from '../operate/outputs.ts';
import { localClient } from '../operate/read-outputs.ts';

/** The demo merchant's records, past the API. */
export function openLocalStore(outputs: LocalOutputs): Store {
  return openStore({
    client: new DynamoDBClient(localClient(outputs)),
    tableName: outputs.tableName,
    rawDays: merchant.retention.rawDays,
    now: () => instantOf(Date.now()),
  });
}
