import type { Locale, Texts } from '#shared/words/locale.ts';
import { filled } from '../../words/filled.ts';
import { huntTexts } from './hunt-texts.ts';
import type { Match, MatchKind } from './match.ts';

const texts: Readonly<Record<MatchKind, Texts>> = {
  order: huntTexts.matchedOrder,
  parcel: huntTexts.matchedParcel,
  sku: huntTexts.matchedSku,
  buyer: huntTexts.matchedBuyer,
  other: huntTexts.matchedOther,
};

/** `匹配运单 SF…`; undefined of what its own number was found by. */
export function matchText(match: Match | undefined, locale: Locale): string | undefined {
  return match && filled(texts[match.kind], { text: match.text })[locale];
}
