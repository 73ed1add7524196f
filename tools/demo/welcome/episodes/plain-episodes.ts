import type { Episode } from '../episode.ts';
import { plainDoudianLife } from './plain-doudian-life.ts';
import { plainEpisode } from './plain-episode.ts';
import { plainOwnLife } from './plain-own-life.ts';
import { plainShopifyLife, shopifyLine } from './shopify-life.ts';

const cap = [{ sku: 'CAP-BLUE', quantity: 1 }];
const socks = [{ sku: 'SOCK-WHITE-M', quantity: 3 }];
const shoes = [{ sku: 'SHOE-RED-41', quantity: 1 }];
const approved = { decision: 'approved' } as const;
const onItsWay = { headline: 'on-its-way', ...approved } as const;

/** Returns that nothing goes wrong with, one at each step of the way; once the demo lives, they go on. */
export const plainEpisodes: readonly Episode[] = [
  plainEpisode({
    name: 'just-requested',
    title: { en: 'Cap, changed mind', 'zh-CN': '帽子，不想要了' },
    open: plainOwnLife(cap),
    hoursAgo: [0.1],
    becomes: { headline: 'requested', decision: 'new' },
  }),
  plainEpisode({
    name: 'requested-at-doudian',
    title: { en: 'Dress too large, at Doudian', 'zh-CN': '抖店连衣裙偏大' },
    open: plainDoudianLife({ goods: 'dress', reason: '尺码拍错/不喜欢/效果不好' }),
    hoursAgo: [28],
    becomes: { headline: 'requested', decision: 'new', platform: ['decision'] },
  }),
  plainEpisode({
    name: 'no-number-yet',
    title: { en: 'Three socks agreed yesterday', 'zh-CN': '三双袜子，昨天已同意' },
    open: plainOwnLife(socks),
    hoursAgo: [27, 24],
    becomes: { headline: 'approved', ...approved },
  }),
  plainEpisode({
    name: 'no-number-yet-at-doudian',
    title: { en: 'Skirt, six days to send it', 'zh-CN': '半裙，剩六天寄回' },
    open: plainDoudianLife({ goods: 'skirt', warehouse: 'north' }),
    hoursAgo: [30, 22],
    becomes: { headline: 'approved', ...approved, platform: ['buyer-ships'] },
  }),
  plainEpisode({
    name: 'not-picked-up',
    title: { en: 'Number named, not picked up', 'zh-CN': '有单号，未揽收' },
    open: plainOwnLife(shoes),
    hoursAgo: [26, 24, 2],
    becomes: { ...onItsWay, stages: ['numbered'] },
  }),
  plainEpisode({
    name: 'picked-up',
    title: { en: 'Picked up this morning', 'zh-CN': '今早已揽收' },
    open: plainDoudianLife({ goods: 'dress', courier: 'sf' }),
    hoursAgo: [50, 44, 9, 5],
    becomes: { ...onItsWay, stages: ['picked-up'], clocks: ['refund runs'], platform: ['refund'] },
  }),
  plainEpisode({
    name: 'in-transit',
    title: { en: 'Two caps with UPS', 'zh-CN': '两顶帽子，UPS 运输中' },
    open: plainShopifyLife(shopifyLine('cap', 2)),
    hoursAgo: [75, 70, 49, 47, 20],
    becomes: { ...onItsWay, stages: ['in-transit'] },
  }),
  plainEpisode({
    name: 'out-for-delivery',
    title: { en: 'On the van to the warehouse', 'zh-CN': '正在派送到仓' },
    open: plainOwnLife(cap, 'west'),
    hoursAgo: [80, 78, 55, 54, 30, 1.5],
    becomes: { ...onItsWay, stages: ['out-for-delivery'] },
  }),
  plainEpisode({
    name: 'not-booked-in',
    title: { en: 'Signed for, not booked in', 'zh-CN': '签收未入库' },
    open: plainOwnLife(socks),
    hoursAgo: [110, 108, 90, 88, 60, 32, 29],
    becomes: { ...onItsWay, stages: ['delivered'], attention: ['deadline-missed'] },
  }),
  plainEpisode({
    name: 'at-the-dock',
    title: { en: 'At the dock in Hangzhou', 'zh-CN': '已到杭州仓，未拆包' },
    open: plainDoudianLife({ goods: 'skirt', quantity: 2, courier: 'zto' }),
    hoursAgo: [100, 96, 80, 78, 50, 7, 4, 1.5],
    becomes: {
      headline: 'received',
      ...approved,
      stages: ['received'],
      quality: 'waiting',
      clocks: ['qc-follow-up runs', 'refund runs'],
      platform: ['refund'],
    },
  }),
  plainEpisode({
    name: 'checked',
    title: { en: 'Checked, on the shelf soon', 'zh-CN': '质检合格，待入库' },
    open: plainOwnLife(cap, 'west'),
    hoursAgo: [98, 97, 70, 69, 40, 9, 8, 6, 1],
    becomes: {
      headline: 'checked',
      ...approved,
      stages: ['received'],
      quality: 'passed',
      clocks: ['qc-follow-up met'],
    },
  }),
  plainEpisode({
    name: 'stocked-in',
    title: { en: 'Stocked in, money due', 'zh-CN': '已入库，待退款' },
    open: plainShopifyLife(shopifyLine('sock', 2)),
    hoursAgo: [120, 118, 95, 94, 60, 22, 20, 8, 6, 5],
    becomes: {
      headline: 'stocked-in',
      ...approved,
      stages: ['received'],
      quality: 'passed',
      clocks: ['qc-follow-up met', 'refund runs'],
    },
  }),
  plainEpisode({
    name: 'refunded',
    title: { en: 'Refunded, still open', 'zh-CN': '已退款，未关闭' },
    open: plainOwnLife(socks),
    hoursAgo: [122, 121, 99, 98, 70, 30, 28, 26, 22, 20, 3],
    becomes: {
      headline: 'refunded',
      ...approved,
      stages: ['received'],
      quality: 'passed',
      clocks: ['qc-follow-up met', 'refund met'],
      paidFen: 11_700,
    },
  }),
  plainEpisode({
    name: 'closed-at-doudian',
    title: { en: 'A whole life at Doudian', 'zh-CN': '抖店全流程' },
    open: plainDoudianLife({ goods: 'dress', courier: 'sf', warehouse: 'north', shop: '4400456' }),
    hoursAgo: [140, 132, 118, 116, 90, 60, 57, 55, 50, 34],
    becomes: {
      headline: 'closed',
      ...approved,
      stages: ['received'],
      quality: 'passed',
      clocks: ['qc-follow-up met', 'refund met'],
      platform: ['refund'],
      paidFen: 12_900,
    },
  }),
];
