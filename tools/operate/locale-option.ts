import { isLocale, type Locale, locales } from '#shared/words/locale.ts';

/** What `--lang` says. @throws Error that says what is allowed. */
export function localeOf(lang: string): Locale {
  if (!isLocale(lang)) {
    throw new Error(`There is no language "${lang}"; there are: ${locales.join(', ')}.`);
  }
  return lang;
}
