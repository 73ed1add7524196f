import type { Money } from '#shared/returns/record/money.ts';

/** ISO 4217: currencies whose minor unit is not a hundredth. */
const digitsOfCurrency: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
};

const decimal = /^(\d{1,12})(?:\.(\d{1,12}))?$/;

/**
 * Turns a decimal text in major units (`49.90`, `10.0`, `1200`) into minor units, digit by digit, so that nothing is rounded.
 * @returns undefined for a negative or malformed amount, a part of a minor unit, or no ISO 4217 code.
 */
export function moneyFromDecimal(text: string, currency: string): Money | undefined {
  const [, whole, fraction = ''] = decimal.exec(text) ?? [];
  if (whole === undefined || !/^[A-Z]{3}$/.test(currency)) {
    return undefined;
  }
  const digits = Object.hasOwn(digitsOfCurrency, currency) ? (digitsOfCurrency[currency] ?? 2) : 2;
  const padded = fraction.padEnd(digits, '0');
  if (/[^0]/.test(padded.slice(digits))) {
    return undefined;
  }
  return { amount: Number(whole + padded.slice(0, digits)), currency };
}
