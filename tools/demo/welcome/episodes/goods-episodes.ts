import { yuan } from '../../../../test/simulators/goods.ts';
import type { Episode } from '../episode.ts';
import {
  approved,
  asked,
  checked,
  type Dated,
  inItsCodes,
  ownEpisode,
  received,
  said,
  scanned,
  sent,
  stockedIn,
} from './own-life.ts';

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

function inHours(now: Date, hours: number): string {
  return new Date(now.getTime() + hours * 3_600_000).toISOString();
}

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
      clocks: ['exception-contact missed', 'qc-follow-up met'],
      attention: ['contact-buyer', 'deadline-missed'],
    },
    work: [
      { by: 'day-team', act: () => ({ act: 'claim' }) },
      { by: 'day-team', act: () => ({ act: 'note', text: '已发照片给买家，提议扣 20 元洗护费，等回复' }) },
    ],
  }),
  ownEpisode({
    name: 'worn',
    title: { en: 'Worn shoe, the check failed', 'zh-CN': '鞋子穿过，质检不合格' },
    items: shoes,
    steps: [
      ...onTheRoad,
      [10, received()],
      [3, checked({ result: 'failed', finding: 'worn' })],
      [2, stockedIn('defective')],
    ],
    becomes: {
      headline: 'stocked-in',
      ...came,
      quality: 'failed',
      clocks: ['exception-contact missed', 'qc-follow-up met'],
      attention: ['contact-buyer', 'deadline-missed'],
    },
  }),
  ownEpisode({
    name: 'agreed-less',
    title: { en: 'Worn shoe, half is agreed', 'zh-CN': '鞋子穿过，协商退一半' },
    items: shoes,
    steps: [
      ...onTheRoad,
      [10, received()],
      [6, checked({ result: 'failed', finding: 'worn' })],
      [5.5, said('message.sent', { by: 'person', kind: 'worn-goods' })],
      [5, stockedIn('defective')],
      [4, said('return.amended', { refund: yuan(14_950) })],
    ],
    becomes: {
      headline: 'stocked-in',
      ...came,
      quality: 'failed',
      clocks: ['exception-contact met', 'qc-follow-up met', 'refund runs'],
    },
  }),
  ownEpisode({
    name: 'swapped-in-its-box',
    title: { en: 'Another shoe in the box', 'zh-CN': '掉包：盒中不是原鞋' },
    items: shoes,
    steps: [
      ...onTheRoad,
      [5, received()],
      [0.3, checked({ result: 'failed', finding: 'swapped' })],
      [0.2, stockedIn('defective')],
    ],
    becomes: {
      headline: 'stocked-in',
      ...came,
      quality: 'failed',
      clocks: ['exception-contact runs', 'qc-follow-up met'],
      attention: ['contact-buyer'],
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
    work: [
      { by: 'day-team', act: (now) => ({ act: 'snooze', until: inHours(now, 3), reason: 'waits-for-warehouse' }) },
    ],
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
