import type { CaseView, DeadlineView } from '#shared/api/case-view.ts';
import { millisOf } from '#shared/returns/record/instant.ts';
import { timeLeftText } from '#shared/words/time-left.ts';
import { sideTexts } from './case-texts.ts';
import { clockName, timeOutOfClock } from './clock-words.ts';
import { useWording } from './use-wording.ts';

interface StorePlatformTimeProps {
  readonly clock: DeadlineView;
  readonly view: CaseView;
}

/** A clock of the platform's, and what the platform does at its end. */
export function StorePlatformTime({ clock, view }: StorePlatformTimeProps) {
  const { say, locale, now } = useWording();
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
