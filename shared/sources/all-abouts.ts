import { doudianAbout } from './doudian/about.ts';
import { kuaidi100About } from './kuaidi100/about.ts';
import { qimenAbout } from './qimen/about.ts';
import { shopifyAbout } from './shopify/about.ts';
import { standardAbout } from './standard/about.ts';

/** What each source is. Written by `npm run registries` from the folders beside it. */
export const allAbouts = {
  doudian: doudianAbout,
  kuaidi100: kuaidi100About,
  qimen: qimenAbout,
  shopify: shopifyAbout,
  standard: standardAbout,
};
