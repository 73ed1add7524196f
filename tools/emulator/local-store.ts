import type { Store } from '#shared/store/open-store.ts';
import { readMerchant } from '../../infra/merchant.ts';
import { openMerchantStore } from '../operate/open-merchant-store.ts';
import type { LocalOutputs } from '../operate/outputs.ts';
import { localClient } from '../operate/read-outputs.ts';

/** The records of what was deployed locally, past the API. */
export function openLocalStore(outputs: LocalOutputs): Store {
  return openMerchantStore(localClient(outputs), outputs.tableName, readMerchant(outputs.merchant));
}
