import { caseKeyOf } from '#shared/returns/case/case-key.ts';
import type { AdminLine } from '../../../../test/simulators/admin-return.ts';
import type { Answer } from '../../../../test/simulators/post-webhook.ts';
import { mustBeAccepted } from '../../../../test/simulators/standard-sender.ts';
import type { Occurrence } from '../episode.ts';
import type { Stage } from '../stage.ts';
import { scanOccurrences, storeNames, occurrenceTexts as texts } from './occurrence-texts.ts';
import { inItsCodes } from './own-life.ts';
import type { OpenPlainLife } from './plain-episode.ts';

/** A return at the Shopify shop: its webhooks say little, so it is read there; the policy sends it to the eastern warehouse. */
export interface ShopifyLife {
  readonly stage: Stage;
  readonly line: AdminLine;
  readonly order: string;
  readonly trackingNumber: string;
  /** Known once the buyer asked. */
  number: string;
}

/** Something that happens to it. */
export type ShopifyStep = (life: ShopifyLife, at: Date) => Promise<void>;

const products = {
  shoe: { sku: 'SHOE-RED-41', name: 'Running shoe, red, 41', price: '299.00', reason: 'size_too_small' },
  sock: { sku: 'SOCK-WHITE-M', name: 'Sports sock, white, M', price: '39.00', reason: 'color' },
  cap: { sku: 'CAP-BLUE', name: 'Cap, blue', price: '99.00', reason: 'unwanted' },
} as const;

export function shopifyLine(product: keyof typeof products, quantity = 1): AdminLine {
  return { ...products[product], quantity, currency: 'CNY' };
}

export function openShopifyLife(stage: Stage, line: AdminLine): ShopifyLife {
  const order = `#${stage.nextName().replace('-', '')}`;
  return { stage, line, order, trackingNumber: stage.nextTracking('1Z'), number: '' };
}

export function shopifyKey({ stage, number }: ShopifyLife): string {
  return caseKeyOf({ source: 'shopify', shop: stage.cast.shop.shop, caseId: number });
}

export const shopifyAsked: ShopifyStep = async (life, at) => {
  const { shop } = life.stage.cast;
  life.number = await shop.request(life.line, at, life.order);
  await wasRead(life, 0);
};

/** What the shop says of it next, by one of its verbs. */
export function shopifyStep(verb: 'approve' | 'decline' | 'cancel' | 'refund' | 'close'): ShopifyStep {
  return async (life, at) => await tell(life, verb, life.stage.cast.shop[verb](life.number, at));
}

export const shopifyAttached: ShopifyStep = async (life, at) => {
  const parcel = { carrierName: 'UPS', number: life.trackingNumber };
  await tell(life, 'attach', life.stage.cast.shop.attach(life.number, parcel, at));
};

/** A refund is told whole, all else is read. */
async function tell(life: ShopifyLife, verb: string, telling: Promise<Answer>): Promise<void> {
  const before = readsOf(life);
  mustBeAccepted(`what Shopify tells of a return (${verb})`, await telling);
  if (verb !== 'refund') {
    await wasRead(life, before);
  }
}

/** So that each of its states is seen, and its timeline is whole. */
async function wasRead(life: ShopifyLife, before: number): Promise<void> {
  await life.stage.until(`return ${life.number} is read at Shopify`, () => readsOf(life) > before);
}

function readsOf({ stage, number }: ShopifyLife): number {
  return stage.cast.admin.readsOf(number);
}

export function plainShopifyLife(line: AdminLine): OpenPlainLife {
  return (stage) => {
    const life = openShopifyLife(stage, line);
    const { trackingNumber, order } = life;
    const { east } = stage.cast.wms;
    const items = [{ sku: line.sku, quantity: line.quantity }];
    const report = (at: Date) => ({ trackingNumber, items: inItsCodes('east', items), at });
    const happen = (who: Occurrence['who'], what: Occurrence['what'], step: ShopifyStep): Occurrence => ({
      who,
      what,
      happens: async (at) => await step(life, at),
    });
    const scan = async (stageNow: string, at: Date) =>
      await stage.cast.scan({ trackingNumber, carrier: 'UPS' }, stageNow, at);
    return {
      name: { 'zh-CN': `Shopify ${order}`, en: `Shopify ${order}` },
      key: () => shopifyKey(life),
      occurrences: [
        happen('buyer', texts.asked(items, storeNames.shopify), shopifyAsked),
        happen('agent', texts.agreed('east'), shopifyStep('approve')),
        happen('buyer', texts.sent(trackingNumber), shopifyAttached),
        ...scanOccurrences(trackingNumber, scan, () => east.expects(life.number, trackingNumber) !== undefined),
        happen('warehouse', texts.received(items), async (_, at) => await east.receive(report(at))),
        happen('warehouse', texts.checked, async (_, at) => await east.inspect(report(at))),
        happen('warehouse', texts.stockedIn, async (_, at) => await east.stockIn(report(at))),
        happen('store', texts.refunded(Number(line.price) * line.quantity * 100), shopifyStep('refund')),
        happen('store', texts.closed, shopifyStep('close')),
      ],
    };
  };
}
