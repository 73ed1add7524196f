import type { Locale } from '#shared/words/locale.ts';
import { localeOf } from '../../operate/locale-option.ts';
import { readOptions } from '../../run/read-options.ts';

export interface ScenarioOptions {
  readonly help: boolean;
  /** Letters of the scenarios to run. */
  readonly only: readonly string[];
  readonly locale: Locale;
}

/** @throws Error that says what is allowed. */
export function readScenarioOptions(args: readonly string[], letters: readonly string[]): ScenarioOptions {
  const options = {
    help: { type: 'boolean', short: 'h', default: false },
    only: { type: 'string' },
    lang: { type: 'string', default: 'en' },
  } as const;
  const values = readOptions(options, args);
  const chosen = values.only?.split(',').map((each) => each.trim().toLowerCase());
  const only = chosen?.filter((each) => each !== '') ?? letters;
  const unknown = only.filter((each) => !letters.includes(each));
  if (unknown.length > 0) {
    throw new Error(`There is no scenario "${unknown.join(', ')}"; there are: ${letters.join(', ')}.`);
  }
  return { help: values.help, only, locale: localeOf(values.lang) };
}
