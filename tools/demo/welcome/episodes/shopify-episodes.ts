import type { Episode, SeededCase } from '../episode.ts';
import * as shopify from './shopify-life.ts';

interface ShopifyEpisode extends Omit<SeededCase, 'key'> {
  readonly name: string;
  readonly steps: readonly (readonly [hoursAgo: number, step: shopify.ShopifyStep])[];
}

function shopifyEpisode({ name, steps, ...told }: ShopifyEpisode): Episode {
  return {
    name,
    live: async (stage) => {
      const life = shopify.openShopifyLife(stage, shopify.shopifyLine('cap'));
      for (const [hoursAgo, step] of steps) {
        await step(life, stage.ago(hoursAgo));
      }
      return { cases: [{ key: shopify.shopifyKey(life), ...told }] };
    },
  };
}

export const shopifyEpisodes: readonly Episode[] = [
  shopifyEpisode({
    name: 'declined-at-shopify',
    title: { en: 'Declined at Shopify', 'zh-CN': 'Shopify 已拒绝' },
    steps: [
      [33, shopify.shopifyAsked],
      [31, shopify.shopifyStep('decline')],
    ],
    becomes: { headline: 'declined', decision: 'declined' },
  }),
];
