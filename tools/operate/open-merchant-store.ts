import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import type { Merchant } from '#shared/merchant/merchant.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { openStore, type Store } from '#shared/store/open-store.ts';

/** A merchant's records, past the API. */
export function openMerchantStore(
  config: DynamoDBClientConfig,
  tableName: string,
  { retention }: Pick<Merchant, 'retention'>,
): Store {
  const now = () => instantOf(Date.now());
  return openStore({ client: new DynamoDBClient(config), tableName, rawDays: retention.rawDays, now });
}
