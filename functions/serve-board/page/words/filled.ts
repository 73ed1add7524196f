import { locales, type Texts } from '#shared/words/locale.ts';

/** Texts with what stands for something in braces put in: `{n} notes`. */
export function filled(texts: Texts, values: Readonly<Record<string, string | number>>): Texts {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
  return Object.fromEntries(locales.map((locale) => [locale, fill(texts[locale])])) as Texts;
}
