import type { Episode, Seeded } from '../episode.ts';
import type { Stage } from '../stage.ts';
import * as own from './own-life.ts';

const belt = [{ sku: 'BELT-BROWN-90', quantity: 1 }];

/** A parcel that nobody named came to the west: one buyer mistyped a number that is nearly its own, another has named none, and nobody else sends a belt back. */
export const unclaimedBelt: Episode = { name: 'unclaimed-belt', live: comeUnnamed };

async function comeUnnamed(stage: Stage): Promise<Seeded> {
  const [mistyped, unnamed] = [own.openOwnLife(stage, belt, west), own.openOwnLife(stage, belt, west)];
  await own.play(mistyped, [
    [90, own.asked()],
    [88, own.approved()],
    [60, own.said('return.shipped', { carrier: '极兔速递', trackingNumber: mistypedOf(mistyped.trackingNumber) })],
  ]);
  await own.play(unnamed, [
    [70, own.asked()],
    [68, own.approved()],
  ]);
  await own.play(mistyped, [[5, own.received()]]);
  return {
    cases: [
      {
        key: mistyped.own.key,
        title: { en: 'Belt sent, a digit mistyped', 'zh-CN': '皮带已寄，单号填错一位' },
        becomes: { headline: 'on-its-way', decision: 'approved', stages: ['numbered'] },
      },
      {
        key: unnamed.own.key,
        title: { en: 'Belt agreed, no number yet', 'zh-CN': '皮带已同意，未填单号' },
        becomes: { headline: 'approved', decision: 'approved' },
      },
    ],
    strays: [
      {
        list: 'unclaimed',
        title: { en: 'A belt at the west that two cases wait for', 'zh-CN': '西南仓收到一条皮带，两单都可能' },
        name: mistyped.trackingNumber,
      },
    ],
  };
}

const west = { warehouse: 'west', prefix: 'JT' } as const;

/** The last digit of all the demo's numbers is 0. */
function mistypedOf(number: string): string {
  return number.replace(/0$/, '6');
}
