import type { Locale, Texts } from '#shared/words/locale.ts';

/** A text of a table in one language, as a name to look for: antd puts a blank between the two characters of a button. */
export function named(texts: Texts, locale: Locale): RegExp {
  const text = texts[locale];
  const escaped = [...text].map((each) => each.replace(/[.*+?^${}()|[\]\\]/, '\\$&'));
  return new RegExp(`^${/^\p{Script=Han}{2}$/u.test(text) ? escaped.join('\\s?') : escaped.join('')}$`);
}
