import { setTimeout as sleep } from 'node:timers/promises';
import type { Episode, Seeded } from '../episode.ts';
import type { Stage } from '../stage.ts';
import * as doudian from './doudian-life.ts';

/** Nothing else happens at it once the demo lives: one webhook from there, of whatever case, and its hook is heard again. */
const shop = '4400456';
/** What a push told of may be read so late; it would show what comes after. */
const hintsUnderWayMs = 12_000;

const titles = [
  { en: 'Asked at a silent shop (1)', 'zh-CN': '断推店铺的申请（1）' },
  { en: 'Asked at a silent shop (2)', 'zh-CN': '断推店铺的申请（2）' },
  { en: 'Asked at a silent shop (3)', 'zh-CN': '断推店铺的申请（3）' },
] as const;

/** A Doudian shop whose webhooks stop: three cases change there, and only listing finds it, two or three minutes after the demo is ready. */
export const silentShop: Episode = {
  name: 'silent-shop',
  live: async (stage): Promise<Seeded> => {
    const lives = titles.map(() => doudian.openDoudianLife(stage, { goods: 'skirt', shop, reason: '不喜欢' }));
    await Promise.all(lives.map(async (life, index) => await doudian.doudianAsked(life, stage.ago(7 - index))));
    return {
      cases: lives.map((life, index) => ({
        key: doudian.doudianKey(life),
        title: titles[index] ?? titles[0],
        becomes: { headline: 'requested', decision: 'new', platform: ['decision'] },
      })),
      afterwards: async () => await fallSilent(stage, lives),
    };
  },
};

async function fallSilent(stage: Stage, lives: readonly doudian.DoudianLife[]): Promise<void> {
  const app = stage.cast.lane.doudian;
  // What changed before a shop was first listed is never called missed.
  await stage.until(`the changes of shop ${shop} are listed`, () => app.listingsOf(shop) > 0);
  for (const { id } of lives) {
    app.silence(id);
  }
  await sleep(hintsUnderWayMs);
  for (const { id } of lives) {
    app.agree(id);
  }
}
