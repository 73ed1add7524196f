import type { Episode, Seeded } from '../episode.ts';
import type { Stage } from '../stage.ts';
import * as own from './own-life.ts';
import { plainShopifyLife, shopifyLine } from './shopify-life.ts';

const shoes = [{ sku: 'SHOE-RED-41', quantity: 1 }];
const cap = [{ sku: 'CAP-BLUE', quantity: 1 }];

/** Timelines worth reading: what happens in them happens while the demo is there to see it, or is told late by somebody. */
export const shownEpisodes: readonly Episode[] = [
  { name: 'whole-life', live: wholeLife },
  { name: 'replaced-number', live: replacedNumber },
  { name: 'told-at-once', live: toldAtOnce },
  own.ownEpisode({
    name: 'told-late',
    title: { en: 'Came before the store spoke', 'zh-CN': '先到货，店铺后通知' },
    items: cap,
    steps: [
      [26, own.scanned('in-transit')],
      [9.4, own.received()],
      [52, own.asked({ reason: { code: 'changed-mind', text: '不喜欢' } })],
      [50, own.approved()],
      [48, own.sent],
    ],
    becomes: {
      headline: 'received',
      decision: 'approved',
      stages: ['received'],
      quality: 'waiting',
      clocks: ['qc-follow-up missed'],
      attention: ['deadline-missed'],
    },
    isShown: true,
  }),
];

/** As it comes, each as soon as those before it have done their part. */
async function wholeLife(stage: Stage): Promise<Seeded> {
  const life = plainShopifyLife(shopifyLine('shoe'))(stage);
  for (const { isReady = () => true, happens } of life.occurrences) {
    await stage.until(`the warehouse has heard of ${life.name.en}`, isReady);
    await happens(new Date());
  }
  return {
    cases: [
      {
        key: life.key(),
        title: { en: 'A whole life within a minute', 'zh-CN': '一分钟走完全流程' },
        becomes: {
          headline: 'closed',
          decision: 'approved',
          stages: ['received'],
          quality: 'passed',
          clocks: ['qc-follow-up met', 'refund met'],
          paidFen: 29_900,
        },
        isShown: true,
      },
    ],
  };
}

async function replacedNumber(stage: Stage): Promise<Seeded> {
  const life = own.openOwnLife(stage, cap);
  const second = { ...life, trackingNumber: stage.nextTracking('SF') };
  await own.play(life, [
    [80, own.asked({ reason: { code: 'color', text: 'Not the blue of the picture' } })],
    [78, own.approved()],
    [0.4, own.sent],
    [0.3, own.expected],
  ]);
  await stage.cast.ownStore.ship(life.own, second.trackingNumber, stage.ago(0.2), life.trackingNumber);
  await own.play(second, [[0.1, own.expected]]);
  const title = { en: 'Buyer corrected the number', 'zh-CN': '买家更正了单号' };
  const becomes = { headline: 'on-its-way', decision: 'approved', stages: ['numbered'] } as const;
  return { cases: [{ key: life.own.key, title, becomes, isShown: true }] };
}

/** Nobody has to look at a wish for another size: the shop's own software agrees, and the warehouse hears of the parcel once it has a number. */
async function toldAtOnce(stage: Stage): Promise<Seeded> {
  const life = own.openOwnLife(stage, shoes);
  for (const step of [
    own.asked({ reason: { code: 'size', text: '尺码偏小，想退掉' } }),
    own.approved({ by: 'system' }),
    own.sent,
    own.expected,
  ]) {
    await step(life, new Date());
  }
  const title = { en: 'Size: agreed, told at once', 'zh-CN': '尺码问题：秒批，已预报' };
  const becomes = { headline: 'on-its-way', decision: 'approved', stages: ['numbered'] } as const;
  return { cases: [{ key: life.own.key, title, becomes }] };
}
