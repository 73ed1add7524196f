/** The languages that people read here. */
export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

/** One text in every language. */
export type Texts = Readonly<Record<Locale, string>>;

export function isLocale(text: string): text is Locale {
  return (locales as readonly string[]).includes(text);
}
