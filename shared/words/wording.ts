import type { SkuQuantity } from '#shared/returns/goods/facts.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { Money } from '#shared/returns/record/money.ts';
import type { Locale } from './locale.ts';
import type { Words } from './words.ts';

/** Puts things into the words of one language, and times into one zone. */
export interface Wording {
  readonly say: (zh: string, en: string) => string;
  /** The people's word for a code; the code itself where there is none. */
  readonly word: (words: Words, code: string) => string;
  readonly time: (at: Instant) => string;
  readonly money: (money: Money) => string;
  /** `2 × SHOE-RED-41, 1 × BAG`; `more` adds something to a line. */
  readonly goods: <Line extends SkuQuantity>(lines: readonly Line[], more?: (line: Line) => string) => string;
  /** Texts one after the other; empty ones are left out. */
  readonly list: (...parts: readonly (string | undefined)[]) => string;
}

export function wordingIn(locale: Locale, timeZone: string): Wording {
  const say: Wording['say'] = (zh, en) => (locale === 'zh-CN' ? zh : en);
  const list: Wording['list'] = (...parts) => parts.filter((part) => part).join(say('，', ', '));
  return {
    say,
    list,
    word: (words, code) => (Object.hasOwn(words, code) ? words[code]?.[locale] : undefined) ?? code,
    time: (at) => formatTime(at, timeZone).slice(0, -3),
    money: (money) => formatMoney(money, locale),
    goods: (lines, more = () => '') =>
      lines.map((line) => `${line.quantity} × ${line.sku}${more(line)}`).join(say('、', ', ')),
  };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** To make one takes longer than to read a thousand times by it. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) {
    return known;
  }
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  clocks.set(timeZone, made);
  return made;
}

/** `2026-03-10 17:00:05` by the clocks of the zone. */
export function formatTime(at: Instant, timeZone: string): string {
  const parts = Object.fromEntries(
    clockOf(timeZone)
      .formatToParts(Date.parse(at))
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}:${parts.second}`;
}

function formatMoney({ amount, currency }: Money, locale: Locale): string {
  if (!/^[A-Z]{3}$/.test(currency)) {
    return `${amount} ${currency}`;
  }
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
