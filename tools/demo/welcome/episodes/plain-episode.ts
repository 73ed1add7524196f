import type { Texts } from '#shared/words/locale.ts';
import type { Episode, Occurrence, Seeded, SeededCase } from '../episode.ts';
import type { Stage } from '../stage.ts';

/** A return that nothing goes wrong with, from the buyer's wish to its close. */
export interface PlainLife {
  /** As people call it. */
  readonly name: Texts;
  /** Known once the buyer asked. */
  key(): string;
  /** All that happens to it, in order. */
  readonly occurrences: readonly Occurrence[];
}

export type OpenPlainLife = (stage: Stage) => PlainLife;

export interface PlainEpisode extends Omit<SeededCase, 'key'> {
  readonly name: string;
  readonly open: OpenPlainLife;
  /** How many hours ago each of the first so many things happened; the others are still to come. */
  readonly hoursAgo: readonly number[];
}

/** A plain return that has come so far, and goes on once the demo lives. */
export function plainEpisode({ name, open, hoursAgo, ...told }: PlainEpisode): Episode {
  const live = async (stage: Stage): Promise<Seeded> => {
    const life = open(stage);
    for (const [index, hours] of hoursAgo.entries()) {
      await life.occurrences[index]?.happens(stage.ago(hours));
    }
    const living = { name: life.name, next: life.occurrences.slice(hoursAgo.length) };
    return { cases: [{ key: life.key(), ...told }], living };
  };
  return { name, live };
}
