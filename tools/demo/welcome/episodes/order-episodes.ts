import { yuan } from '../../../../test/simulators/goods.ts';
import { ownCaseOf } from '../../../../test/simulators/own-store.ts';
import type { Episode, Seeded } from '../episode.ts';
import type { Stage } from '../stage.ts';
import * as own from './own-life.ts';

const shoes = [{ sku: 'SHOE-RED-41', quantity: 1 }];

/** The order went out in one parcel, under the number of the life. */
const askedForWhatIsOut: own.Step = async (life, at) => {
  const parcels = [{ trackingNumber: life.trackingNumber, carrier: 'SF Express' }];
  const order = { orderState: 'shipped', fulfilment: { parcels } };
  await own.asked({ kind: 'refund-only', reason: { code: 'changed-mind', text: '不想要了' }, ...order })(life, at);
};

/** What the order itself has to do with it: the parcels in which it went out, and its other cases. */
export const orderEpisodes: readonly Episode[] = [
  own.ownEpisode({
    name: 'refused-at-the-door',
    title: { en: 'Refused at the door, coming', 'zh-CN': '拒收，原包裹退回途中' },
    items: shoes,
    steps: [
      [50, askedForWhatIsOut],
      [48, own.approved()],
      [30, own.scanned('out-for-delivery')],
      [28, own.scanned('refused')],
      [27, own.scanned('returned-to-sender')],
      [9, own.scanned('in-transit')],
      [1, own.expected],
    ],
    becomes: {
      headline: 'on-its-way',
      decision: 'approved',
      stages: ['in-transit'],
      sides: ['returned-to-sender'],
      attention: ['outbound-comes-back'],
    },
  }),
  own.ownEpisode({
    name: 'typed-outbound-number',
    title: { en: 'Typed its outbound number', 'zh-CN': '误填了发货单号' },
    items: shoes,
    steps: [
      [26, askedForReturn],
      [25, own.approved()],
      [20, own.sent],
    ],
    becomes: {
      headline: 'on-its-way',
      decision: 'approved',
      stages: ['numbered'],
      attention: ['outbound-number-typed'],
    },
  }),
  { name: 'one-line-two-cases', live: oneLineTwoCases },
];

async function askedForReturn(life: own.OwnLife, at: Date): Promise<void> {
  await own.scanned('delivered')(life, new Date(at.getTime() - 3 * 24 * 3_600_000));
  const parcels = [{ trackingNumber: life.trackingNumber, carrier: 'SF Express' }];
  await own.asked({ fulfilment: { parcels } })(life, at);
}

/** Some money for a stain, and then all of it back: each within what was paid, both together not. */
async function oneLineTwoCases(stage: Stage): Promise<Seeded> {
  const whole = own.openOwnLife(stage, shoes);
  const some = { ...whole, own: ownCaseOf(`RMA-${stage.nextName()}`) };
  const orderId = `SO-${whole.own.caseId.slice(4)}`;
  await own.play(some, [
    [130, own.asked({ orderId, kind: 'refund-only', refund: yuan(5_000) })],
    [128, own.approved()],
    [126, own.paid({ amount: yuan(5_000) })],
    [125, own.said('return.closed')],
  ]);
  await own.play(whole, [
    [100, own.asked({ orderId })],
    [98, own.approved()],
    [80, own.sent],
    [30, own.received()],
    [26, own.checked()],
    [25, own.stockedIn()],
    [12, own.paid()],
  ]);
  return {
    cases: [
      {
        key: some.own.key,
        title: { en: 'Money for a stain, first', 'zh-CN': '先因污渍补了差价' },
        becomes: { headline: 'closed', decision: 'approved', attention: ['line-over-paid'], paidFen: 5_000 },
      },
      {
        key: whole.own.key,
        title: { en: 'The same shoe, all paid back', 'zh-CN': '同一双鞋又全额退款' },
        becomes: {
          headline: 'refunded',
          decision: 'approved',
          stages: ['received'],
          quality: 'passed',
          clocks: ['qc-follow-up met', 'refund met'],
          attention: ['line-over-paid'],
          paidFen: 29_900,
        },
      },
    ],
  };
}
