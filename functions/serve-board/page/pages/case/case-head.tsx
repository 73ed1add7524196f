import type { CaseView } from '#shared/api/case-view.ts';
import { caseKindWords } from '#shared/words/case-kind-words.ts';
import { useMe } from '../../data/use-me.ts';
import { backOfficeUrl } from '../../parts/back-office.ts';
import { Copyable } from '../../parts/copyable.tsx';
import { Mark } from '../../parts/mark.tsx';
import { caseTexts } from './case-texts.ts';
import { OutsideLink } from './outside-link.tsx';
import { sentenceOf } from './sentence.ts';
import { useWording } from './use-wording.ts';

/** What the buyer wants, where the case stands, and by which numbers it is known elsewhere. */
export function CaseHead({ view }: { readonly view: CaseView }) {
  const { say, word } = useWording();
  const { source, shop, caseId, orderId, kind, headlineText } = view;
  const url = backOfficeUrl(useMe()?.backOffice[source], { shop, caseId, orderId });
  return (
    <header className="case-head">
      <div className="case-head-tags">
        <Mark tone="info">{say(headlineText)}</Mark>
        {kind && <Mark>{word(caseKindWords, kind)}</Mark>}
        <span className="case-hint">
          <bdi>{source}</bdi> · <bdi>{shop}</bdi>
        </span>
      </div>
      <Sentence view={view} />
      <div className="case-ids">
        <span className="case-id">
          <span className="case-hint">{say(caseTexts.caseId)}</span>{' '}
          <Copyable text={caseId} what={say(caseTexts.caseId)} />
        </span>
        {orderId && (
          <span className="case-id">
            <span className="case-hint">{say(caseTexts.orderId)}</span>{' '}
            <Copyable text={orderId} what={say(caseTexts.orderId)} />
          </span>
        )}
        {url && <OutsideLink url={url}>{say(caseTexts.backOffice)}</OutsideLink>}
      </div>
    </header>
  );
}

function Sentence({ view }: { readonly view: CaseView }) {
  const { locale, money } = useWording();
  return (
    <h2 className="case-sentence">
      {sentenceOf(view, { locale, money }).map(({ text, isOutside }, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence have no other place than their own.
        isOutside ? <bdi key={index}>{text}</bdi> : <span key={index}>{text}</span>,
      )}
    </h2>
  );
}
