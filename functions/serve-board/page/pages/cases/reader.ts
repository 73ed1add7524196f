import type { Locale } from '#shared/words/locale.ts';
import { casesTexts } from './cases-texts.ts';

/** For whom texts are made. */
export interface Reader {
  readonly locale: Locale;
  readonly timeZone: string;
  /** By which lists name them. */
  readonly names: readonly string[];
  readonly colleagues: ReadonlyMap<string, string>;
}

/** Of whoever is signed in, as much as names tell. */
interface Signed {
  readonly person?: string;
  /** By which lists name them, where that is not `person`. */
  readonly listedAs?: string;
  readonly people?: readonly { readonly person: string; readonly listedAs?: string; readonly name: string }[];
  readonly merchant: { readonly timeZone: string };
}

export function readerOf({ person, listedAs, people = [], merchant }: Signed, locale: Locale): Reader {
  return {
    locale,
    timeZone: merchant.timeZone,
    names: [person, listedAs].filter((name) => name !== undefined),
    colleagues: new Map(people.map((each) => [each.listedAs ?? each.person, each.name])),
  };
}

/** What whoever reads calls a person; somebody without a name by their id. */
export function personText(person: string, { names, colleagues, locale }: Reader): string {
  return names.includes(person) ? casesTexts.me[locale] : (colleagues.get(person) ?? person);
}
