import type { Random } from '../../../../test/memory/random.ts';
import { plainDoudianLife } from './plain-doudian-life.ts';
import type { OpenPlainLife } from './plain-episode.ts';
import { plainOwnLife } from './plain-own-life.ts';
import { plainShopifyLife, shopifyLine } from './shopify-life.ts';

/** Returns as they come in on any day: at each store, to each kind of warehouse. */
const lives: readonly OpenPlainLife[] = [
  plainOwnLife([{ sku: 'CAP-BLUE', quantity: 1 }]),
  plainOwnLife([{ sku: 'SHOE-RED-41', quantity: 1 }]),
  plainOwnLife([{ sku: 'SOCK-WHITE-M', quantity: 3 }], 'west'),
  plainShopifyLife(shopifyLine('shoe')),
  plainShopifyLife(shopifyLine('cap', 2)),
  plainDoudianLife({ goods: 'dress', courier: 'sf' }),
  plainDoudianLife({ goods: 'skirt', courier: 'zto' }),
  plainDoudianLife({ goods: 'dress', quantity: 2, warehouse: 'north', shop: '4400789' }),
];

export function openAnyLife(random: Random): OpenPlainLife {
  return lives[random(lives.length)] ?? plainOwnLife([{ sku: 'CAP-BLUE', quantity: 1 }]);
}
