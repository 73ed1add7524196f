import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { widthOf } from '#shared/api/text-width.ts';
import { headlineWords } from '#shared/words/headline-words.ts';
import type { Episode, SeededCase } from '../../../tools/demo/welcome/episode.ts';
import { episodes } from '../../../tools/demo/welcome/episodes/episodes.ts';
import type { Stage } from '../../../tools/demo/welcome/stage.ts';

const nowMs = Date.parse('2026-03-10T12:00:00Z');
/** What no sender of the demo can say; nobody can, so far. */
const unsaid = ['expired'];

const answers: ReadonlyMap<string | symbol, unknown> = new Map<string, unknown>([
  ['then', undefined],
  ['flag', 'success'],
  ['status', 200],
]);

/** Takes everything, answers that it is well, and notes every time that it is told. */
function obliging(name: string, times: number[]): unknown {
  return new Proxy(() => undefined, {
    get: (_, key) => {
      if (key === Symbol.toPrimitive) {
        return () => name;
      }
      return answers.has(key) ? answers.get(key) : obliging(`${name}-${String(key)}`, times);
    },
    apply: (_, __, args: readonly unknown[]) => {
      times.push(...args.flatMap((each) => (each instanceof Date ? [each.getTime()] : [])));
      return obliging(name, times);
    },
  });
}

let counted = 0;

function fakeStage(times: number[]): Stage {
  const next = () => {
    counted += 1;
    return String(counted);
  };
  return {
    cast: obliging('shop', times) as Stage['cast'],
    ago: (hours) => new Date(nowMs - hours * 3_600_000),
    nextName: () => `00000-${next()}`,
    nextTracking: (prefix) => `${prefix}14${next()}`,
    until: async () => await Promise.resolve(),
  };
}

interface Lived {
  readonly episode: Episode;
  readonly cases: readonly SeededCase[];
  readonly strays: number;
  readonly times: readonly number[];
}

let lived: readonly Lived[] = [];
beforeAll(async () => {
  vi.useFakeTimers({ now: nowMs, toFake: ['Date'] });
  lived = await Promise.all(
    episodes.map(async (episode) => {
      const times: number[] = [];
      const { cases, strays = [] } = await episode.live(fakeStage(times));
      return { episode, cases, strays: strays.length, times };
    }),
  );
});
afterAll(() => vi.useRealTimers());
const cases = () => lived.flatMap((each) => each.cases);

describe('episodes', () => {
  it('have names of their own', () => {
    expect(new Set(episodes.map(({ name }) => name)).size).toBe(episodes.length);
  });

  it('bring about some sixty cases in every state that a sender can bring about, and what belongs to no case', () => {
    const shown = new Set(cases().map(({ becomes }) => becomes.headline));

    expect(cases().length).toBeGreaterThanOrEqual(60);
    expect(Object.keys(headlineWords).filter((headline) => !shown.has(headline as never))).toEqual(unsaid);
    expect(lived.reduce((sum, { strays }) => sum + strays, 0)).toBeGreaterThanOrEqual(3);
  });

  it('happen in the past, within some days', () => {
    const odd = lived.filter(({ times }) => times.some((at) => at > nowMs || at < nowMs - 10 * 86_400_000));

    expect(odd.map(({ episode }) => episode.name)).toEqual([]);
  });

  it.each(['en', 'zh-CN'] as const)('have titles in %s that fit into the table, each its own', (locale) => {
    const titles = cases().map(({ title }) => title[locale]);

    expect(titles.filter((title) => widthOf(title) > 28 || title === '')).toEqual([]);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  it('show three timelines', () => {
    expect(cases().filter(({ isShown }) => isShown)).toHaveLength(3);
  });
});
