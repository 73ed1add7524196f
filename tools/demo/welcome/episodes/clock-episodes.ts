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
    title: { en: 'Check soon due, reminded of', 'zh-CN': '质检将到期，已提醒仓库' },
    items: shoes,
    steps: untilTheDock(6),
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
