import type { Episode } from '../episode.ts';
import { approved, asked, checked, type Dated, inItsCodes, ownEpisode, received, scanned, sent } from './own-life.ts';

const cap = [{ sku: 'CAP-BLUE', quantity: 1 }];
const caps = [{ sku: 'CAP-BLUE', quantity: 2 }];
const socks = [{ sku: 'SOCK-WHITE-M', quantity: 2 }];
const shoes = [{ sku: 'SHOE-RED-41', quantity: 1 }];
const came = { decision: 'approved', stages: ['received'] } as const;

const onTheRoad: readonly Dated[] = [
  [98, asked({ reason: { code: 'quality', text: '有线头，穿着不舒服' } })],
  [97, approved()],
  [76, sent],
  [44, scanned('in-transit')],
  [12, scanned('delivered')],
];

/** Goods that are not as they should be. Within an hour of its check somebody should have written to the buyer. */
export const goodsEpisodes: readonly Episode[] = [
  ownEpisode({
    name: 'washed',
    title: { en: 'Washed once: a deduction', 'zh-CN': '洗过一次，需扣款' },
    items: cap,
    steps: [...onTheRoad, [10, received()], [4, checked({ result: 'passed-with-deduction', finding: 'washed' })]],
    becomes: {
      headline: 'checked',
      ...came,
      quality: 'passed-with-deduction',
      clocks: ['qc-follow-up met'],
      attention: ['contact-buyer', 'deadline-missed'],
    },
  }),
  ownEpisode({
    name: 'worn',
    title: { en: 'Worn shoe, the check failed', 'zh-CN': '鞋子穿过，质检不合格' },
    items: shoes,
    steps: [...onTheRoad, [10, received()], [3, checked({ result: 'failed', finding: 'worn' })]],
    becomes: {
      headline: 'checked',
      ...came,
      quality: 'failed',
      clocks: ['qc-follow-up met'],
      attention: ['contact-buyer', 'deadline-missed'],
    },
  }),
  ownEpisode({
    name: 'swapped',
    title: { en: 'Socks came instead of a shoe', 'zh-CN': '掉包：退鞋收到袜子' },
    items: shoes,
    steps: [...onTheRoad, [9, received([{ sku: 'SOCK-WHITE-M', quantity: 1 }])]],
    becomes: {
      headline: 'received',
      ...came,
      quality: 'waiting',
      clocks: ['qc-follow-up missed'],
      attention: ['goods-unexpected', 'goods-short', 'deadline-missed'],
    },
  }),
  ownEpisode({
    name: 'too-many',
    title: { en: 'One cap more than expected', 'zh-CN': '多收一顶帽子' },
    items: cap,
    steps: [...onTheRoad, [5, received(caps)], [2, checked({ items: caps })]],
    becomes: {
      headline: 'checked',
      ...came,
      quality: 'passed',
      clocks: ['qc-follow-up met'],
      attention: ['goods-over'],
    },
  }),
  ownEpisode({
    name: 'one-missing',
    title: { en: 'One sock pair is missing', 'zh-CN': '少了一双袜子' },
    items: socks,
    steps: [...onTheRoad, [5, received([{ sku: 'SOCK-WHITE-M', quantity: 1 }])]],
    becomes: {
      headline: 'received',
      ...came,
      quality: 'waiting',
      clocks: ['qc-follow-up reminded'],
      attention: ['goods-short'],
    },
  }),
  ownEpisode({
    name: 'wrong-warehouse',
    title: { en: 'Sent east, came to the west', 'zh-CN': '应退华东，到了西南仓' },
    items: cap,
    steps: [
      ...onTheRoad,
      [
        2,
        async ({ stage, trackingNumber }, at) =>
          await stage.cast.wms.west.receive({ trackingNumber, items: inItsCodes('west', cap), at }),
      ],
    ],
    becomes: {
      headline: 'received',
      ...came,
      quality: 'waiting',
      clocks: ['qc-follow-up runs'],
      attention: ['warehouse-differs'],
    },
  }),
];
