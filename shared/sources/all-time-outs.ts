import { doudianTimeOuts } from './doudian/time-outs.ts';
import { shopifyTimeOuts } from './shopify/time-outs.ts';

/** What each platform does at its time-outs. Written by `npm run registries` from the folders beside it. */
export const allTimeOuts = {
  doudian: doudianTimeOuts,
  shopify: shopifyTimeOuts,
};
