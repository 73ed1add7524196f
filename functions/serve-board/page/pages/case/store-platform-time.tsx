import type { CaseView } from '#shared/api/case-view.ts';
import { millisOf } from '#shared/returns/record/instant.ts';
import { timeLeftText } from '#shared/words/time-left.ts';
import { sideTexts } from './case-texts.ts';
import { inTurn } from './clock-bar.ts';
import { clockName, timeOutOfClock } from './clock-words.ts';
import { useWording } from './use-wording.ts';

/** The platform's clock that strikes first, and what it does then. */
export function StorePlatformTime({ view }: { readonly view: CaseView }) {
  const { say, locale, now } = useWording();
  const [clock] = inTurn(view.deadlines.filter(({ setBy }) => setBy === 'platform')).open;
  if (!clock) {
    return <span className="case-hint">–</span>;
  }
  const { dueAt } = clock;
  return (
    <>
      <strong className={dueAt && dueAt <= now ? 'case-bad' : ''}>
        {dueAt ? timeLeftText(millisOf(dueAt), millisOf(now), locale) : say(sideTexts.paused)}
      </strong>{' '}
      {say(clockName(clock))}
      <div className="case-hint">{say(timeOutOfClock(clock, view))}</div>
    </>
  );
}
