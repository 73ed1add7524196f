import type { Becomes, Episode, SeededCase } from '../episode.ts';
import * as doudian from './doudian-life.ts';

/** A step, and how many hours ago it happened. */
export type Dated = readonly [hoursAgo: number, step: doudian.DoudianStep];

export interface DoudianEpisode extends Omit<SeededCase, 'key'>, doudian.DoudianWish {
  readonly name: string;
  /** What happens after the buyer asked. */
  readonly askedHoursAgo: number;
  readonly steps: readonly Dated[];
}

export function doudianEpisode({
  name,
  title,
  becomes,
  isShown = false,
  askedHoursAgo,
  steps,
  ...wish
}: DoudianEpisode): Episode {
  return {
    name,
    live: async (stage) => {
      const life = doudian.openDoudianLife(stage, wish);
      const whole: readonly Dated[] = [[askedHoursAgo, doudian.doudianAsked], ...steps];
      for (const [hoursAgo, step] of whole) {
        await step(life, stage.ago(hoursAgo));
      }
      return { cases: [{ key: doudian.doudianKey(life), title, becomes, isShown }] };
    },
  };
}

/** Agreed and sent two days ago. */
export const onTheRoad: readonly Dated[] = [
  [56, doudian.doudianAgreed],
  [48, doudian.doudianSent],
];

/** Where Doudian waits until then for the merchant to take the goods in and refund. */
export const refundAtDoudian = { clocks: ['refund runs'], platform: ['refund'] } as const;

export const onItsWay: Becomes = {
  headline: 'on-its-way',
  decision: 'approved',
  stages: ['numbered'],
  ...refundAtDoudian,
};
