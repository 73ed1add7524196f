import { parseArgs } from 'node:util';
import { isLocale, type Locale, locales } from '#shared/api/locale.ts';

export interface DemoOptions {
  readonly help: boolean;
  /** End after the scenarios. */
  readonly once: boolean;
  /** Letters of the scenarios to run. */
  readonly only: readonly string[];
  readonly locale: Locale;
}

/** @throws Error that says what is allowed. */
export function readDemoOptions(args: readonly string[], letters: readonly string[]): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      once: { type: 'boolean', default: false },
      only: { type: 'string' },
      lang: { type: 'string', default: 'en' },
    },
  });
  const chosen = values.only?.split(',').map((each) => each.trim().toLowerCase());
  const only = chosen?.filter((each) => each !== '') ?? letters;
  const unknown = only.filter((each) => !letters.includes(each));
  if (unknown.length > 0) {
    throw new Error(`There is no scenario "${unknown.join(', ')}"; there are: ${letters.join(', ')}.`);
  }
  if (!isLocale(values.lang)) {
    throw new Error(`There is no language "${values.lang}"; there are: ${locales.join(', ')}.`);
  }
  return { help: values.help, once: values.once, only, locale: values.lang };
}
