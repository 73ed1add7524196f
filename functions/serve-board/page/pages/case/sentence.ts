import type { CaseView } from '#shared/api/case-view.ts';
import type { CaseKind } from '#shared/returns/opening/facts.ts';
import type { Money } from '#shared/returns/record/money.ts';
import type { Locale, Texts } from '#shared/words/locale.ts';
import { reasonText } from '#shared/words/reason-text.ts';

/** A part of a sentence; what came from outside stands apart, since it may be written from right to left. */
export interface Piece {
  readonly text: string;
  readonly isOutside?: true;
}

type Asked = Pick<CaseView, 'kind' | 'lines' | 'reason' | 'refund'>;

export interface SentenceForm {
  readonly locale: Locale;
  readonly money: (money: Money) => string;
}

const wants: Readonly<Record<CaseKind | 'unknown', Texts>> = {
  'refund-only': { 'zh-CN': '买家要仅退款', en: 'The buyer wants the money back without a return' },
  return: { 'zh-CN': '买家要退货退款', en: 'The buyer wants to send the goods back for a refund' },
  exchange: { 'zh-CN': '买家要换货', en: 'The buyer wants an exchange' },
  reship: { 'zh-CN': '买家要补寄', en: 'The buyer wants the missing goods sent' },
  complaint: { 'zh-CN': '买家投诉维权', en: 'The buyer complains' },
  unknown: { 'zh-CN': '店铺还没说买家要什么', en: 'The store has not said yet what the buyer wants' },
};

/** So many lines are named; of others only how many there are. */
const mostNamed = 2;

/** What the buyer wants, in one sentence: kind, goods, reason, sum. What is not known is left out. */
export function sentenceOf({ kind, lines, reason, refund }: Asked, { locale, money }: SentenceForm): Piece[] {
  const say = (zh: string, en: string): Piece => ({ text: locale === 'zh-CN' ? zh : en });
  const want = { text: wants[kind ?? 'unknown'][locale] };
  const goods = goodsOf(lines, say);
  const parts: Piece[][] = [
    goods.length > 0 ? [want, say('：', ': '), ...goods] : [want],
    reason === undefined ? [] : [say('原因：', 'reason: '), { text: reasonText(reason, locale), isOutside: true }],
    refund ? [say(`申请 ${money(refund)}`, `asking for ${money(refund)}`)] : [],
  ];
  const between = say('，', ', ');
  return parts.filter((part) => part.length > 0).flatMap((part, index) => (index > 0 ? [between, ...part] : part));
}

function goodsOf(lines: Asked['lines'], say: (zh: string, en: string) => Piece): Piece[] {
  const named = lines.slice(0, mostNamed);
  const rest = lines.slice(mostNamed).reduce((sum, { quantity }) => sum + quantity, 0);
  const pieces = named.flatMap(({ title, sku, quantity }, index): Piece[] => [
    ...(index > 0 ? [say('、', ', ')] : []),
    { text: title || sku, isOutside: true },
    { text: ` × ${quantity}` },
  ]);
  return rest > 0 ? [...pieces, say(` 等另 ${rest} 件`, ` and ${rest} more`)] : pieces;
}
