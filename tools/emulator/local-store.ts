import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { instantOf } from '#shared/returns/record/instant.ts';
import { openStore, type Store } from '#shared/store/open-store.ts';
import { readMerchant } from '../../infra/merchant.ts';
import type { LocalOutputs } from '../operate/outputs.ts';
import { localClient } from '../operate/read-outputs.ts';

/** A merchant's records, past the API. */
export function openLocalStore(outputs: LocalOutputs): Store {
  return openStore({
    client: new DynamoDBClient(localClient(outputs)),
    tableName: outputs.tableName,
    rawDays: readMerchant(outputs.merchant).retention.rawDays,
    now: () => instantOf(Date.now()),
  });
}
