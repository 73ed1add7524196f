import { deliveryReasonTexts } from '#shared/words/delivery-reason-text.ts';
import { useLanguage } from '../../words/locale.tsx';
import { sourcesTexts } from './sources-texts.ts';

/** Why a message was not taken, in words, and below as the adapter says it: by that one finds it in the log. */
export function ReasonText({ reason }: { readonly reason: string | undefined }) {
  const { say } = useLanguage();
  if (!reason) {
    return <div className="quiet">{say(sourcesTexts.unsaid)}</div>;
  }
  const texts = deliveryReasonTexts(reason);
  return (
    <>
      {texts && <div>{texts.map(say).join(say(sourcesTexts.next))}</div>}
      <details className="original" open={!texts}>
        <summary>{say(sourcesTexts.original)}</summary>
        <bdi>{reason}</bdi>
      </details>
    </>
  );
}
