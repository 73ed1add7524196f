import { Alert } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { type Me, mayAsk } from '../data/use-me.ts';
import { useRecords } from '../data/use-records.ts';
import { useMoment } from '../parts/use-moment.ts';
import { useLanguage } from '../words/locale.tsx';
import { silentMark, silentParts } from './silent-text.ts';
import { standingTexts } from './standing-texts.ts';

/** One banner for all shops of which nothing is pushed; who hid it sees it again when it says something else. */
export function SilentShops({ me }: { readonly me: Me }) {
  const { say, locale } = useLanguage();
  const [at] = useLocation();
  const moment = useMoment();
  const { data } = useRecords();
  const [hidden, hide] = useState('');
  const silent = data?.silent ?? [];
  const [parts, mark] = [silentParts(silent), silentMark(silent)];
  // There it stands at length.
  if (!parts || hidden === mark || at === '/sources') {
    return null;
  }
  const text = say(parts.isMany ? standingTexts.silentMany : standingTexts.silentOne);
  const filled = text
    .replace('{at}', moment(parts.since))
    .replace('{n}', String(parts.n))
    .replace('{shops}', () => `\u2068${parts.shops.join(locale === 'zh-CN' ? '、' : ', ')}\u2069`);
  return (
    <Alert
      banner
      type="warning"
      title={
        <>
          {filled} <span className="desk-only">{say(standingTexts.silentMore)}</span>
        </>
      }
      action={mayAsk(me, 'listSources') && <Link href="/sources">{say(standingTexts.details)}</Link>}
      closable={{ 'aria-label': say(standingTexts.hide), onClose: () => hide(mark) }}
    />
  );
}
