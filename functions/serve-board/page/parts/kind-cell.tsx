import type { Entry } from '#shared/returns/attention/entry.ts';
import { caseKindWords } from '#shared/words/case-kind-words.ts';
import type { Texts } from '#shared/words/locale.ts';
import { reasonText } from '#shared/words/reason-text.ts';
import { useLanguage } from '../words/locale.tsx';
import { partsTexts } from './parts-texts.ts';
import './parts.css';

const kindWords: Readonly<Record<string, Texts>> = caseKindWords;

/** What the buyer asks for, and why; of a parcel that it is one. */
export function KindCell({ entry }: { readonly entry: Entry }) {
  const { say, locale } = useLanguage();
  if (entry.record === 'parcel') {
    return <span>{say(partsTexts.unclaimedParcel)}</span>;
  }
  const { kind, reason } = entry;
  const words = kind === undefined ? undefined : kindWords[kind];
  return (
    <span className="stacked">
      <span>{words ? say(words) : (kind ?? <span className="quiet">—</span>)}</span>
      {reason && (
        <bdi className="second line" title={reasonText(reason, locale)}>
          {reasonText(reason, locale)}
        </bdi>
      )}
    </span>
  );
}
