import type { Episode } from '../episode.ts';
import { doudianEpisode, onTheRoad } from './doudian-episode.ts';
import * as doudian from './doudian-life.ts';

const { atShop, carried } = doudian;

/** At Doudian, whose own deadlines count. */
export const doudianEpisodes: readonly Episode[] = [
  doudianEpisode({
    name: 'refund-only-at-doudian',
    title: { en: 'Refund only: 38 minutes left', 'zh-CN': '仅退款，只剩 38 分钟' },
    goods: 'coat',
    type: 'refundBeforeShipping',
    shop: '4400789',
    // Of the two days that Doudian gives, and of the minute until the demo is up.
    askedHoursAgo: 48 - 39 / 60,
    steps: [],
    becomes: { headline: 'requested', decision: 'new', clocks: ['refund reminded'], platform: ['refund'] },
  }),
  doudianEpisode({
    name: 'half-defective',
    title: { en: 'One of two dresses defective', 'zh-CN': '两条裙子，一条次品' },
    goods: 'dress',
    quantity: 2,
    reason: '质量问题',
    askedHoursAgo: 100,
    steps: [
      ...onTheRoad,
      [40, carried('1')],
      [20, carried('0')],
      [6, carried('3')],
      [5, doudian.arrived],
      [0.2, doudian.bookedIn({ ZP: 1, CC: 1 })],
    ],
    becomes: {
      headline: 'stocked-in',
      decision: 'approved',
      stages: ['received'],
      quality: 'failed',
      // One clock of the parcel that came unopened, one of the goods that were booked in by case.
      clocks: ['exception-contact runs', 'qc-follow-up met', 'qc-follow-up met', 'refund runs'],
      platform: ['refund'],
      attention: ['contact-buyer'],
    },
  }),
  doudianEpisode({
    name: 'asked-again',
    title: { en: 'Declined, asked for again', 'zh-CN': '拒绝后再次申请' },
    goods: 'dress',
    askedHoursAgo: 60,
    steps: [
      [40, atShop((shop, { id }) => shop.refuse(id))],
      [10, atShop((shop, { id }) => shop.modify(id, { reason: '质量问题' }))],
    ],
    becomes: { headline: 'requested', decision: 'new', platform: ['decision'] },
  }),
  doudianEpisode({
    name: 'money-first-at-doudian',
    title: { en: 'Speed refund, no goods yet', 'zh-CN': '极速退款，货未回' },
    goods: 'skirt',
    askedHoursAgo: 90,
    steps: [
      ...onTheRoad,
      [46, carried('1')],
      [30, doudian.followed],
      [20, atShop((shop, { id }) => shop.refundByPlatform(id))],
    ],
    becomes: {
      headline: 'closed',
      decision: 'approved',
      stages: ['picked-up'],
      clocks: ['appeal runs', 'refund met'],
      platform: ['refund'],
      attention: ['money-out-goods-not-back'],
      paidFen: 9_900,
    },
  }),
];
