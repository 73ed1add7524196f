import type { Locale } from '#shared/words/locale.ts';
import { localeOf } from '../../operate/locale-option.ts';
import { readOptions } from '../../run/read-options.ts';

export interface WelcomeOptions {
  readonly help: boolean;
  /** Ends once all is there, or with a list of what is not. */
  readonly once: boolean;
  /** Nothing happens by itself after that, and the senders go home. */
  readonly quiet: boolean;
  readonly locale: Locale;
}

const options = {
  help: { type: 'boolean', short: 'h', default: false },
  once: { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
  lang: { type: 'string', default: 'en' },
  only: { type: 'string' },
} as const;

/** @throws Error that says what is allowed. */
export function readWelcomeOptions(args: readonly string[]): WelcomeOptions {
  const { help, once, quiet, lang, only } = readOptions(options, args);
  const rules: readonly (readonly [boolean, string])[] = [
    [only !== undefined, 'Scenarios have a command of their own: npm run scenarios -- --only a,c'],
    [once && quiet, '--once ends by itself, --quiet stays up: choose one of them.'],
  ];
  const broken = rules.find(([isBroken]) => isBroken);
  if (broken) {
    throw new Error(broken[1]);
  }
  return { help, once, quiet, locale: localeOf(lang) };
}
