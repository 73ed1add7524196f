import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { isLocale, type Locale, type Texts } from '#shared/words/locale.ts';
import { settings } from '../session/settings.ts';
import { withoutLang } from './without-lang.ts';

interface Language {
  readonly locale: Locale;
  readonly choose: (locale: Locale) => void;
  /** Of the texts of every language, the reader's. */
  readonly say: (texts: Texts) => string;
}

const storedAs = 'locale';
const Chosen = createContext<Language | undefined>(undefined);

/** The language of whoever reads: as they chose, else the merchant's. */
export function LocaleProvider({ children }: { readonly children: ReactNode }) {
  const [locale, setLocale] = useState<Locale>(readLocale);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const language = useMemo<Language>(
    () => ({
      locale,
      say: (texts) => texts[locale],
      choose: (wanted) => {
        localStorage.setItem(storedAs, wanted);
        setLocale(wanted);
      },
    }),
    [locale],
  );
  return <Chosen value={language}>{children}</Chosen>;
}

export function useLanguage(): Language {
  const language = use(Chosen);
  if (!language) {
    throw new Error('there is no LocaleProvider above');
  }
  return language;
}

function readLocale(): Locale {
  takeAsked();
  const stored = localStorage.getItem(storedAs) ?? '';
  return isLocale(stored) ? stored : settings.locale;
}

/** A link may ask for a language: once, as if it was chosen. Left in the address, it would undo what is chosen afterwards. */
function takeAsked(): void {
  const { asked, search } = withoutLang(location.search);
  if (asked === undefined) {
    return;
  }
  if (isLocale(asked)) {
    localStorage.setItem(storedAs, asked);
  }
  history.replaceState(history.state, '', location.pathname + search + location.hash);
}
