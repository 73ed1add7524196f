import type { Money } from '#shared/returns/record/money.ts';
import type { Locale } from '#shared/words/locale.ts';

export interface MoneyForm {
  readonly locale: Locale;
  /** The merchant's currency, which needs no country before its sign. */
  readonly home?: string | undefined;
}

/** A sum as people write it; whole ones without decimals. */
export function moneyText({ amount, currency }: Money, { locale, home }: MoneyForm): string {
  if (!/^[A-Z]{3}$/.test(currency)) {
    return `${amount} ${currency}`;
  }
  const currencyDisplay = currency === home ? 'narrowSymbol' : 'symbol';
  const format = formatOf(locale, currency, currencyDisplay);
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

const formats = new Map<string, Intl.NumberFormat>();

/** To make one takes longer than to write a hundred sums with it. */
function formatOf(locale: Locale, currency: string, currencyDisplay: 'narrowSymbol' | 'symbol'): Intl.NumberFormat {
  const name = `${locale} ${currency} ${currencyDisplay}`;
  const known = formats.get(name);
  if (known) {
    return known;
  }
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay,
    trailingZeroDisplay: 'stripIfInteger',
  });
  formats.set(name, made);
  return made;
}

/** Several sums, the merchant's own currency first. */
export function moneyTexts(sums: readonly Money[], form: MoneyForm): string {
  const own = sums.filter(({ currency }) => currency === form.home);
  const others = sums.filter(({ currency }) => currency !== form.home);
  return [...own, ...others].map((sum) => moneyText(sum, form)).join(form.locale === 'zh-CN' ? '，' : ', ');
}
