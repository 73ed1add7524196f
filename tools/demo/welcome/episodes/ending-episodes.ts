import { yuan } from '../../../../test/simulators/goods.ts';
import type { Episode } from '../episode.ts';
import {
  approved,
  asked,
  checked,
  type Dated,
  expected,
  notPaid,
  ownEpisode,
  paid,
  received,
  said,
  scanned,
  sent,
  stockedIn,
} from './own-life.ts';

const cap = [{ sku: 'CAP-BLUE', quantity: 1 }];
const shoes = [{ sku: 'SHOE-RED-41', quantity: 1 }];
const isBack = { decision: 'approved', stages: ['received'], quality: 'passed' } as const;

const back: readonly Dated[] = [
  [120, asked()],
  [118, approved()],
  [100, sent],
  [40, scanned('delivered')],
  [38, received()],
  [34, checked()],
  [20, stockedIn()],
];

/** The platform pays as its time is up, and closes the case, while the goods travel. */
const timedOut: readonly Dated[] = [
  [60, asked()],
  [58, approved()],
  [40, sent],
  [38, scanned('picked-up')],
  [30, paid({ by: 'platform', reason: 'merchant-timeout' })],
  [30, said('return.closed')],
];

/** How returns end, or do not: money, refusals, disputes, other kinds of cases. */
export const endingEpisodes: readonly Episode[] = [
  ownEpisode({
    name: 'declined',
    title: { en: 'Declined: too late to return', 'zh-CN': '已拒绝：超过退货期' },
    items: cap,
    steps: [
      [50, asked({ reason: { code: 'changed-mind', text: '放了两个月，还是想退' } })],
      [46, said('return.decided', { decision: 'declined', by: 'merchant', reason: 'out-of-period' })],
    ],
    becomes: { headline: 'declined', decision: 'declined' },
  }),
  ownEpisode({
    name: 'withdrawn',
    title: { en: 'Withdrawn, warehouse told', 'zh-CN': '已撤销，预报已取消' },
    items: cap,
    steps: [
      [50, asked()],
      [48, approved()],
      [30, sent],
      [29, expected],
      [6, said('return.withdrawn', { reason: 'keeps-it' })],
    ],
    becomes: { headline: 'withdrawn', decision: 'withdrawn', stages: ['numbered'] },
  }),
  ownEpisode({
    name: 'reopened',
    title: { en: 'Half was paid, opened again', 'zh-CN': '少退一半，重新打开' },
    items: cap,
    steps: [...back, [12, paid({ amount: yuan(4_950) })], [11, said('return.closed')], [2, said('return.reopened')]],
    becomes: {
      headline: 'partly-refunded',
      ...isBack,
      clocks: ['qc-follow-up met', 'refund reminded'],
      paidFen: 4_950,
    },
  }),
  ownEpisode({
    name: 'disputed',
    title: { en: 'Buyer went to the platform', 'zh-CN': '买家申请平台介入' },
    items: shoes,
    steps: [
      [70, asked({ reason: { code: 'not-as-described', text: '与描述不符' } })],
      [60, said('return.decided', { decision: 'declined', by: 'merchant', reason: 'evidence-missing' })],
      [20, said('return.disputed', { disputeId: 'D-1047' })],
    ],
    becomes: { headline: 'declined', decision: 'declined', attention: ['disputed'] },
    work: [
      { by: 'agent', act: () => ({ act: 'claim' }) },
      { by: 'agent', act: () => ({ act: 'flag', flag: 'red' }) },
    ],
  }),
  ownEpisode({
    name: 'refund-failed',
    title: { en: 'The refund failed', 'zh-CN': '退款失败' },
    items: cap,
    steps: [...back, [3, notPaid('account-closed')]],
    becomes: { headline: 'stocked-in', ...isBack, clocks: ['qc-follow-up met', 'refund reminded'] },
  }),
  ownEpisode({
    name: 'paid-too-much',
    title: { en: 'Too much compensation paid', 'zh-CN': '补偿超过上限' },
    items: cap,
    steps: [...back, [8, paid()], [7, paid({ kind: 'compensation', amount: yuan(8_000) })]],
    becomes: {
      headline: 'refunded',
      ...isBack,
      clocks: ['qc-follow-up met', 'refund met'],
      attention: ['money-over-cap'],
      paidFen: 17_900,
    },
  }),
  ownEpisode({
    name: 'timed-out',
    title: { en: 'Platform paid by time-out', 'zh-CN': '平台超时退款，货未回' },
    items: shoes,
    steps: [...timedOut],
    becomes: {
      headline: 'closed',
      decision: 'approved',
      stages: ['picked-up'],
      clocks: ['appeal runs'],
      attention: ['money-out-goods-not-back'],
      paidFen: 29_900,
    },
  }),
  ownEpisode({
    name: 'timed-out-then-swapped',
    title: { en: 'Paid first, then swapped', 'zh-CN': '超时退款后收到掉包货' },
    items: shoes,
    steps: [
      ...timedOut,
      [5, scanned('delivered')],
      [4, received()],
      [0.3, checked({ result: 'failed', finding: 'swapped' })],
    ],
    becomes: {
      headline: 'closed',
      decision: 'approved',
      stages: ['received'],
      quality: 'failed',
      clocks: ['appeal runs', 'exception-contact runs', 'qc-follow-up met'],
      attention: ['contact-buyer'],
      paidFen: 29_900,
    },
  }),
  ownEpisode({
    name: 'paid-in-part',
    title: { en: 'Part of the money is out', 'zh-CN': '先退了一部分' },
    items: cap,
    steps: [...back, [3, paid({ amount: yuan(5_000) })]],
    becomes: {
      headline: 'partly-refunded',
      ...isBack,
      clocks: ['qc-follow-up met', 'refund reminded'],
      paidFen: 5_000,
    },
  }),
  ownEpisode({
    name: 'exchange',
    title: { en: 'Exchange, new size sent', 'zh-CN': '换货，新码已发出' },
    items: shoes,
    steps: [
      [90, asked({ kind: 'exchange', refund: yuan(0) })],
      [88, approved()],
      [70, sent],
      [20, received()],
      [16, checked()],
      [15, stockedIn()],
      [4, said('replacement.shipped', { trackingNumber: 'SF7700100200300', carrier: 'SF Express' })],
    ],
    becomes: { headline: 'stocked-in', ...isBack, clocks: ['qc-follow-up met'] },
  }),
  ownEpisode({
    name: 'stopped',
    title: { en: 'Refund only, parcel stopped', 'zh-CN': '仅退款，已拦截发货' },
    items: cap,
    steps: [
      [8, asked({ kind: 'refund-only', orderState: 'unshipped', reason: { code: 'ordered-twice' } })],
      [7, approved()],
      [6.5, said('shipment.stop-requested', {})],
      [6, said('shipment.stopped', { ok: true })],
    ],
    becomes: { headline: 'approved', decision: 'approved' },
  }),
];
