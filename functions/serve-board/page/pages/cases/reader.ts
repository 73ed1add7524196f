import type { Locale } from '#shared/words/locale.ts';
import type { Me } from '../../data/me.ts';

/** For whom texts are made, and who they are themselves. */
export interface Reader {
  readonly locale: Locale;
  readonly me: Me;
}

/** All by which records and lists name whoever reads. */
export function namesOf({ me: { person, listedAs } }: Reader): readonly string[] {
  return [person, listedAs].filter((name) => name !== undefined);
}
