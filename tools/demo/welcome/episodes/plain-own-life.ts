import { type Item, priceOf } from '../../../../test/simulators/goods.ts';
import type { Occurrence } from '../episode.ts';
import { scanOccurrences, storeNames, occurrenceTexts as texts } from './occurrence-texts.ts';
import * as own from './own-life.ts';
import type { OpenPlainLife } from './plain-episode.ts';

/** At the own store, which tells of everything; to a warehouse that reads its queue. */
export function plainOwnLife(items: readonly Item[], warehouse: own.OwnLife['warehouse'] = 'east'): OpenPlainLife {
  return (stage) => {
    const life = own.openOwnLife(stage, items, { warehouse });
    const { trackingNumber } = life;
    const happen = (who: Occurrence['who'], what: Occurrence['what'], step: own.Step): Occurrence => ({
      who,
      what,
      happens: async (at) => await step(life, at),
    });
    return {
      name: { 'zh-CN': life.own.caseId, en: life.own.caseId },
      key: () => life.own.key,
      occurrences: [
        happen('buyer', texts.asked(items, storeNames.own), own.asked()),
        happen('agent', texts.agreed(warehouse), own.approved()),
        happen('buyer', texts.sent(trackingNumber), own.sent),
        ...scanOccurrences(
          trackingNumber,
          async (scan, at) => await own.scanned(scan)(life, at),
          () => own.isExpected(life),
        ),
        happen('warehouse', texts.received(items), own.received()),
        happen('warehouse', texts.checked, own.checked()),
        happen('warehouse', texts.stockedIn, own.stockedIn()),
        happen('store', texts.refunded(priceOf(items).amount), own.paid()),
        happen('store', texts.closed, own.said('return.closed')),
      ],
    };
  };
}
