import type { Instant } from '#shared/returns/record/instant.ts';
import { useLanguage } from '../../words/locale.tsx';
import { sourcesTexts } from './sources-texts.ts';
import type { Shop } from './troubles.ts';
import { useReader } from './use-reader.ts';

const hookTexts = {
  telling: sourcesTexts.hookTelling,
  silent: sourcesTexts.hookSilent,
  'not-measured': sourcesTexts.hookUnknown,
} as const;
const tokenTexts = {
  ok: sourcesTexts.tokenOk,
  refused: sourcesTexts.tokenRefused,
  missing: sourcesTexts.tokenMissing,
  'not-measured': sourcesTexts.tokenUnknown,
} as const;

/** How a shop stands that is read. */
export function ShopLine({ shop }: { readonly shop: Shop }) {
  const { say } = useLanguage();
  const { moment } = useReader();
  const { hook, silentSince, token, tokenSince, seenUntil, busySince } = shop;
  const at = (text: string, since: Instant | undefined) => text.replace('{at}', since ? moment(since) : '?');
  const isWrong = token === 'refused' || token === 'missing';
  return (
    <li>
      <bdi className="shop-name">{shop.shop}</bdi>
      <span className={hook === 'silent' ? 'is-bad' : 'second'}>{at(say(hookTexts[hook]), silentSince)}</span>
      <span className={isWrong ? 'is-bad' : 'second'}>{at(say(tokenTexts[token]), tokenSince)}</span>
      {seenUntil && <span className="second">{at(say(sourcesTexts.seenUntil), seenUntil)}</span>}
      {busySince && <span className="is-bad">{at(say(sourcesTexts.busy), busySince)}</span>}
    </li>
  );
}
