import type { Problem } from '#shared/api/shapes/problem.ts';
import type { Locale } from '#shared/words/locale.ts';
import type { Me } from '../data/me.ts';
import { personName } from '../parts/person-name.ts';

/** The API names people by their ids; colleagues know them by their names. */
export function withNames(
  text: string,
  { owner, between }: Pick<Partial<Problem>, 'owner' | 'between'>,
  me: Pick<Me, 'person' | 'listedAs' | 'people'> | undefined,
  locale: Locale,
): string {
  const people = [owner?.person, between?.by].filter((person) => person !== undefined);
  return me ? people.reduce((named, person) => named.replaceAll(person, personName(person, me)[locale]), text) : text;
}
