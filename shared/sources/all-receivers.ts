import { doudianReceiver } from './doudian/receiver.ts';
import { kuaidi100Receiver } from './kuaidi100/receiver.ts';
import { qimenReceiver } from './qimen/receiver.ts';
import { shopifyReceiver } from './shopify/receiver.ts';
import { standardReceiver } from './standard/receiver.ts';

/** The door half of every source. Written by `npm run registries` from the folders beside it. */
export const allReceivers = {
  doudian: doudianReceiver,
  kuaidi100: kuaidi100Receiver,
  qimen: qimenReceiver,
  shopify: shopifyReceiver,
  standard: standardReceiver,
};
