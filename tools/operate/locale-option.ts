import { isLocale, type Locale, locales } from '#shared/words/locale.ts';
import { didYouMean } from '../../infra/did-you-mean.ts';

/** What `--lang` says. @throws Error that says what is allowed. */
export function localeOf(lang: string): Locale {
  if (!isLocale(lang)) {
    throw new Error(`There is no language "${lang}"; there are: ${locales.join(', ')}${didYouMean(lang, locales)}`);
  }
  return lang;
}
