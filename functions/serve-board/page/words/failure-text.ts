import type { Locale } from '#shared/words/locale.ts';
import { RefusedError } from '../data/client.ts';
import type { Me } from '../data/me.ts';
import { SignedOutError } from '../session/session.ts';
import { failureTexts } from './failure-texts.ts';
import { problemText } from './problem-text.ts';
import { withNames } from './with-names.ts';

/** Why something was not done, in the reader's language: in the API's own words where it has any. */
export function failureText(error: unknown, locale: Locale, me: Me | undefined): string {
  if (error instanceof SignedOutError) {
    return failureTexts.signedOut[locale];
  }
  if (error instanceof RefusedError) {
    const text =
      problemText(error.problem, locale) || failureTexts.refused[locale].replace('{status}', String(error.status));
    return withNames(text, error.problem, me, locale);
  }
  return failureTexts.noAnswer[locale];
}
