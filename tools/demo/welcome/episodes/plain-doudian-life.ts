import type { Kuaidi100State } from '../../../../test/simulators/kuaidi100-snapshot.ts';
import type { Occurrence } from '../episode.ts';
import * as doudian from './doudian-life.ts';
import { type homeward, scanOccurrences, storeNames, occurrenceTexts as texts } from './occurrence-texts.ts';
import type { OpenPlainLife } from './plain-episode.ts';

const states: Readonly<Record<(typeof homeward)[number], Kuaidi100State>> = {
  'picked-up': '1',
  'in-transit': '0',
  'out-for-delivery': '5',
  delivered: '3',
};

/** Checked and stocked in at once; the warehouse in the north speaks Standard Webhooks, the others Qimen. */
const bookedIn: doudian.DoudianStep = async (life, at) => {
  const { stage, lines, warehouse, trackingNumber } = life;
  if (warehouse === 'hangzhou') {
    await doudian.bookedIn({ ZP: lines[0]?.quantity ?? 1 })(life, at);
    return;
  }
  const items = lines.map(({ sku, quantity }) => ({ sku, quantity }));
  await stage.cast.north.inspect({ trackingNumber, items, at });
  await stage.cast.north.stockIn({ trackingNumber, items, at });
};

export function plainDoudianLife(wish: doudian.DoudianWish): OpenPlainLife {
  return (stage) => {
    const life = doudian.openDoudianLife(stage, wish);
    const { trackingNumber, warehouse, lines } = life;
    const happen = (who: Occurrence['who'], what: Occurrence['what'], step: doudian.DoudianStep): Occurrence => ({
      who,
      what,
      happens: async (at) => await step(life, at),
    });
    const priceFen = lines.reduce((sum, each) => sum + each.quantity * each.priceFen, 0);
    const items = lines.map(({ sku, quantity }) => ({ sku, quantity }));
    return {
      name: { 'zh-CN': `抖店 ${trackingNumber}`, en: `Doudian ${trackingNumber}` },
      key: () => doudian.doudianKey(life),
      occurrences: [
        happen('buyer', texts.asked(items, storeNames.doudian), doudian.doudianAsked),
        happen('agent', texts.agreed(warehouse), doudian.doudianAgreed),
        happen('buyer', texts.sent(trackingNumber), doudian.doudianSent),
        ...scanOccurrences(
          trackingNumber,
          async (scan, at) => await doudian.carried(states[scan])(life, at),
          () => doudian.isCalledFor(life),
        ),
        happen('warehouse', texts.arrived(trackingNumber), doudian.arrived),
        happen('warehouse', texts.bookedIn, bookedIn),
        happen('store', texts.refunded(priceFen), doudian.doudianRefunded),
      ],
    };
  };
}
