import { describe, expect, it } from 'vitest';
import type { Episode } from '../../../tools/demo/welcome/episode.ts';
import { seed } from '../../../tools/demo/welcome/seed.ts';
import { openStage, type Stage } from '../../../tools/demo/welcome/stage.ts';
import { pooled } from '../../../tools/run/pool.ts';

const log = () => undefined;
const tick = async () => await new Promise<void>((resolve) => setImmediate(resolve));

describe('pooled', () => {
  it('works on so many at once, and gives results in the order of what they are of', async () => {
    let atWork = 0;
    let most = 0;
    const results = await pooled([5, 1, 4, 2, 3], 2, async (rounds) => {
      atWork += 1;
      most = Math.max(most, atWork);
      for (let round = 0; round < rounds; round += 1) {
        await tick();
      }
      atWork -= 1;
      return rounds * 10;
    });

    expect(results).toEqual([50, 10, 40, 20, 30]);
    expect(most).toBe(2);
  });
});

const episode = (name: string, live: Episode['live']): Episode => ({ name, live });
const options = { stage: {} as Stage, locale: 'en', log, letOthersCatchUp: tick } as const;

describe('seed', () => {
  it('gathers what came of each episode', async () => {
    const living = { name: { en: 'b', 'zh-CN': 'b' }, next: [] };
    const [a, b] = [{ key: 'a' }, { key: 'b' }] as never[];
    const population = await seed(
      [
        episode('first', async () => await Promise.resolve({ cases: [a as never] })),
        episode('second', async () => await Promise.resolve({ cases: [b as never], living })),
      ],
      options,
    );

    expect(population).toEqual({ cases: [a, b], strays: [], livings: [living], afterwards: [] });
  });

  it('says which episode broke off, and why', async () => {
    const broken = episode('swapped', async () => await Promise.reject(new Error('a webhook was answered 401')));

    await expect(seed([broken], options)).rejects.toThrow('The episode swapped broke off: a webhook was answered 401');
  });

  it('lets others catch up before each episode', async () => {
    const steps: string[] = [];
    const letOthersCatchUp = async () => void steps.push('waited');
    const told = episode('told', async () => {
      steps.push('told');
      return await Promise.resolve({ cases: [] });
    });
    await seed([told], { ...options, letOthersCatchUp });

    expect(steps).toEqual(['waited', 'told']);
  });
});

describe('openStage', () => {
  const startedAt = new Date('2026-03-10T12:00:00Z');
  const stageWith = (mostWaitMs: number, at = startedAt) =>
    openStage({ cast: {} as Stage['cast'], startedAt: at, log, mostWaitMs });

  it('counts back from when the demo began', () => {
    expect(stageWith(0).ago(1.5)).toEqual(new Date('2026-03-10T10:30:00Z'));
  });

  it('names nothing twice, also in a demo that begins later', () => {
    const later = new Date(startedAt.getTime() + 20_000);
    const [one, two] = [stageWith(0), stageWith(0, later)];
    const names = [one, one, two].flatMap((stage) => [stage.nextName(), stage.nextTracking('SF')]);

    expect(new Set(names).size).toBe(names.length);
  });

  it('waits until something holds, and gives up only after as long as it is told', async () => {
    let looked = 0;
    await stageWith(60_000).until('it is there', () => {
      looked += 1;
      return looked === 2;
    });

    expect(looked).toBe(2);
    await expect(stageWith(-1).until('it is there', () => false)).rejects.toThrow('waited until it is there');
  });
});
