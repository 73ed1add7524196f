import { ownCaseOf } from '../../../../test/simulators/own-store.ts';
import type { Becomes, Episode, Seeded } from '../episode.ts';
import type { Stage } from '../stage.ts';
import * as own from './own-life.ts';

const cap = [{ sku: 'CAP-BLUE', quantity: 1 }];
const caps = [{ sku: 'CAP-BLUE', quantity: 2 }];
const onItsWay = { headline: 'on-its-way', decision: 'approved' } as const;
const asked: readonly own.Dated[] = [
  [80, own.asked({ reason: { code: 'color', text: 'Not the blue of the picture' } })],
  [78, own.approved()],
];

/** Parcels that are stuck, lost, refused, not followed, or not one to one with their cases. */
export const parcelEpisodes: readonly Episode[] = [
  own.ownEpisode({
    name: 'stuck',
    title: { en: 'Stuck at the sorting centre', 'zh-CN': '卡在分拨中心' },
    items: cap,
    steps: [...asked, [60, own.sent], [50, own.scanned('in-transit')], [4, own.scanned('stuck')]],
    becomes: { ...onItsWay, stages: ['in-transit'], sides: ['stuck'] },
  }),
  own.ownEpisode({
    name: 'advice-refused',
    title: { en: 'The warehouse refuses it', 'zh-CN': '仓库拒绝预报' },
    items: cap,
    steps: [
      ...asked,
      [
        30,
        async (life, at) => {
          own.wmsOf(life).refuse(life.trackingNumber, 'stocktaking');
          await own.sent(life, at);
        },
      ],
    ],
    becomes: { ...onItsWay, stages: ['numbered'], attention: ['pre-advice-refused'] },
  }),
  own.ownEpisode({
    name: 'untracked',
    title: { en: 'No feed follows the number', 'zh-CN': '单号过长，无人跟踪' },
    items: cap,
    // 33 digits in all, so that no carrier's form has anything to leave out; Kuaidi100 takes 32.
    prefix: '420902109205590175999',
    steps: [...asked, [28, own.sent]],
    becomes: { ...onItsWay, stages: ['numbered'], attention: ['parcel-untracked'] },
  }),
  { name: 'on-the-old-number', live: onTheOldNumber },
  { name: 'two-parcels', live: twoParcels },
  {
    name: 'two-in-one',
    live: async (stage) =>
      await twoInOne(stage, caps, [
        { en: 'Shared parcel, enough (1)', 'zh-CN': '两单合寄，货够分（1）' },
        { en: 'Shared parcel, enough (2)', 'zh-CN': '两单合寄，货够分（2）' },
      ]),
  },
  {
    name: 'two-in-one-too-little',
    live: async (stage) =>
      await twoInOne(stage, cap, [
        { en: 'Shared parcel, too few (1)', 'zh-CN': '两单合寄，货不够（1）' },
        { en: 'Shared parcel, too few (2)', 'zh-CN': '两单合寄，货不够（2）' },
      ]),
  },
];

async function onTheOldNumber(stage: Stage): Promise<Seeded> {
  const life = own.openOwnLife(stage, cap);
  await own.play(life, [...asked, [50, own.sent]]);
  await stage.cast.ownStore.ship(life.own, stage.nextTracking('SF'), stage.ago(48), life.trackingNumber);
  await own.play(life, [[3, own.received()]]);
  const title = { en: 'Goods came on the old number', 'zh-CN': '货到了旧单号上' };
  const becomes = { ...onItsWay, stages: ['numbered'], attention: ['goods-on-replaced-number'] } as const;
  return { cases: [{ key: life.own.key, title, becomes }] };
}

async function twoParcels(stage: Stage): Promise<Seeded> {
  const life = own.openOwnLife(stage, [{ sku: 'CAP-BLUE', quantity: 3 }]);
  const second = { ...life, trackingNumber: stage.nextTracking('SF') };
  await own.play(life, [...asked, [54, own.sent]]);
  await own.play(second, [
    [53, own.sent],
    [20, own.scanned('in-transit')],
  ]);
  await own.play(life, [
    [33, own.received(cap)],
    [31, own.checked({ items: cap })],
    [30, own.stockedIn('sellable', cap)],
  ]);
  const title = { en: 'Three caps, two still travel', 'zh-CN': '三顶帽子，两顶在途' };
  // The refund of all is due a day after the last parcel, or after a week: it is not missed for the first.
  const becomes: Becomes = {
    headline: 'partly-received',
    decision: 'approved',
    stages: ['received', 'in-transit'],
    quality: 'passed',
    clocks: ['qc-follow-up met', 'refund runs'],
  };
  return { cases: [{ key: life.own.key, title, becomes }] };
}

type Titles = readonly [Seeded['cases'][number]['title'], Seeded['cases'][number]['title']];

/** One cap is to come back for each of two cases, under one number. */
async function twoInOne(stage: Stage, inIt: typeof cap, titles: Titles): Promise<Seeded> {
  const first = own.openOwnLife(stage, cap);
  const second = { ...first, own: ownCaseOf(`RMA-${stage.nextName()}`) };
  for (const life of [first, second]) {
    await own.play(life, [...asked, [40, own.sent], [39, own.expected]]);
  }
  await own.play(first, [[2, own.received(inIt)]]);
  const isEnough = inIt === caps;
  const becomes: Becomes = {
    headline: 'received',
    decision: 'approved',
    stages: ['received'],
    quality: 'waiting',
    clocks: ['qc-follow-up runs'],
    attention: ['number-on-several-cases', ...(isEnough ? [] : ['goods-awaiting-allotment' as const])],
  };
  return {
    cases: [first, second].map(({ own: { key } }, index) => ({ key, title: titles[index] ?? titles[0], becomes })),
  };
}
