import type { Money as Sum } from '#shared/returns/record/money.ts';
import { useMe } from '../data/use-me.ts';
import { useLanguage } from '../words/locale.tsx';
import { moneyText } from './money-text.ts';
import './parts.css';

/** A sum, as the reader's language writes it. */
export function Money({ sum }: { readonly sum: Sum | undefined }) {
  const { locale } = useLanguage();
  const home = useMe()?.merchant.currency;
  return sum ? <span className="money">{moneyText(sum, { locale, home })}</span> : <span className="quiet">—</span>;
}
