import type { CaseView } from '#shared/api/case-view.ts';
import { Mark, type MarkTone } from '../../parts/mark.tsx';
import { warehouseTexts } from './goods-texts.ts';
import { useWording } from './use-wording.ts';

type PreAdvice = CaseView['preAdvices'][number];

/** What each warehouse was last told of each parcel, and what it said to that. */
export function PreAdvices({ preAdvices }: { readonly preAdvices: readonly PreAdvice[] }) {
  const { say, time } = useWording();
  return preAdvices.length === 0 ? null : (
    <>
      <h4>{say(warehouseTexts.preAdvices)}</h4>
      <ul className="case-rows">
        {preAdvices.map((advice) => (
          <li key={advice.announcementId}>
            <bdi>{advice.warehouseId}</bdi> ← <bdi>{advice.trackingNumber}</bdi> {say(warehouseTexts[advice.state])}{' '}
            <span className="case-hint">{time(advice.at)}</span>{' '}
            {advice.state !== 'replaced' && <AnswerMark advice={advice} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function AnswerMark({ advice }: { readonly advice: PreAdvice }) {
  const { say, time } = useWording();
  const { answeredAt, reason } = advice;
  const { text, tone } = answerOf(advice);
  return (
    <>
      <Mark tone={tone}>{say(warehouseTexts[text])}</Mark>
      <span className="case-hint">
        {answeredAt && advice.state === 'announced' && time(answeredAt)} <bdi>{reason}</bdi>
      </span>
    </>
  );
}

function answerOf({ state, accepted, withdrawalAccepted }: PreAdvice): {
  readonly text: 'accepted' | 'refused' | 'noAnswer' | 'forgotten' | 'notForgotten';
  readonly tone: MarkTone;
} {
  const answer = state === 'withdrawn' ? withdrawalAccepted : accepted;
  if (answer === undefined) {
    return { text: 'noAnswer', tone: 'plain' };
  }
  if (state === 'withdrawn') {
    return answer ? { text: 'forgotten', tone: 'good' } : { text: 'notForgotten', tone: 'bad' };
  }
  return answer ? { text: 'accepted', tone: 'good' } : { text: 'refused', tone: 'bad' };
}
