import { doudianObserver } from './doudian/observe.ts';
import { kuaidi100Observer } from './kuaidi100/observe.ts';
import { qimenObserver } from './qimen/observe.ts';
import { shopifyObserver } from './shopify/observe.ts';
import type { Observer } from './source.ts';
import { standardObserver } from './standard/observe.ts';

/** The understanding half of every source. */
export const observers: readonly Observer[] = [
  standardObserver,
  shopifyObserver,
  doudianObserver,
  kuaidi100Observer,
  qimenObserver,
];

const bySource = new Map(observers.map((each) => [each.source, each]));

export function observerOf(source: string): Observer | undefined {
  return bySource.get(source);
}
