import { doudianObserver } from './doudian/observe.ts';
import { kuaidi100Observer } from './kuaidi100/observe.ts';
import { qimenObserver } from './qimen/observe.ts';
import { shopifyObserver } from './shopify/observe.ts';
import { standardObserver } from './standard/observe.ts';

/** The understanding half of every source. Written by `npm run registries` from the folders beside it. */
export const allObservers = {
  doudian: doudianObserver,
  kuaidi100: kuaidi100Observer,
  qimen: qimenObserver,
  shopify: shopifyObserver,
  standard: standardObserver,
};
