import { yuan } from '../../../../test/simulators/goods.ts';
import type { Episode } from '../episode.ts';
import { approved, asked, checked, type Dated, ownEpisode, received, scanned, sent, stockedIn } from './own-life.ts';

const cap = [{ sku: 'CAP-BLUE', quantity: 1 }];
const shoes = [{ sku: 'SHOE-RED-41', quantity: 1 }];
const came = { decision: 'approved', stages: ['received'] } as const;

/** On its way since four days before it comes. */
function untilTheDock(receivedHoursAgo: number): Dated[] {
  const before = (hours: number) => receivedHoursAgo + hours;
  return [
    [before(96), asked()],
    [before(94), approved()],
    [before(72), sent],
    [before(40), scanned('in-transit')],
    [before(2), scanned('delivered')],
    [receivedHoursAgo, received()],
  ];
}

/** Deadlines, near, missed and met late; by the bundled policy a check is due 8 hours after receipt, a refund 24 after stock-in. */
export const clockEpisodes: readonly Episode[] = [
  ownEpisode({
    name: 'check-soon-due',
    title: { en: 'Not checked for 7.5 hours', 'zh-CN': '收货 7.5 小时未质检' },
    items: shoes,
    steps: untilTheDock(7.5),
    becomes: { headline: 'received', ...came, quality: 'waiting', clocks: ['qc-follow-up reminded'] },
  }),
  ownEpisode({
    name: 'check-late',
    title: { en: 'Checked, but two hours late', 'zh-CN': '质检迟了两小时' },
    items: cap,
    steps: [...untilTheDock(16), [6, checked()], [5, stockedIn()]],
    becomes: {
      headline: 'stocked-in',
      ...came,
      quality: 'passed',
      clocks: ['qc-follow-up met late', 'refund runs'],
    },
  }),
  ownEpisode({
    name: 'money-not-out',
    title: { en: 'Back for 21 h, money not out', 'zh-CN': '货回 21 小时，钱未退' },
    items: [{ sku: 'CAP-BLUE', quantity: 2 }],
    steps: [...untilTheDock(28), [23, checked()], [21, stockedIn()]],
    becomes: {
      headline: 'stocked-in',
      ...came,
      quality: 'passed',
      clocks: ['qc-follow-up met', 'refund reminded'],
    },
    work: [{ by: 'day-team', act: () => ({ act: 'claim' }) }],
  }),
  ownEpisode({
    name: 'refund-missed',
    title: { en: 'Goods back, money not out', 'zh-CN': '货回钱未退' },
    items: cap,
    steps: [...untilTheDock(34), [29, checked()], [27.2, stockedIn()]],
    becomes: {
      headline: 'stocked-in',
      ...came,
      quality: 'passed',
      clocks: ['qc-follow-up met', 'refund missed'],
      attention: ['deadline-missed'],
    },
  }),
  ownEpisode({
    name: 'exchange-owed',
    title: { en: 'Exchange: new size not sent', 'zh-CN': '换货：新码还没发' },
    items: shoes,
    steps: [
      [92, asked({ kind: 'exchange', refund: yuan(0) })],
      [90, approved()],
      [72, sent],
      [46, received()],
      [43, checked()],
      [42, stockedIn()],
    ],
    becomes: { headline: 'stocked-in', ...came, quality: 'passed', clocks: ['qc-follow-up met'] },
  }),
  ownEpisode({
    name: 'platform-deadline',
    title: { en: 'Platform wants it earlier', 'zh-CN': '平台时效更早' },
    items: cap,
    steps: [
      [40, asked()],
      [38, approved({ deadline: { kind: 'refund', at: new Date(Date.now() + 10 * 3_600_000).toISOString() } })],
      [20, sent],
      [6, scanned('picked-up')],
    ],
    becomes: {
      headline: 'on-its-way',
      decision: 'approved',
      stages: ['picked-up'],
      clocks: ['refund runs'],
      platform: ['refund'],
    },
  }),
];
