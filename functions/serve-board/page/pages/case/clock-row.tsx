import type { CaseView, DeadlineView } from '#shared/api/case-view.ts';
import { millisOf } from '#shared/returns/record/instant.ts';
import { durationText, timeLeftText } from '#shared/words/time-left.ts';
import type { CaseWording } from './case-wording.ts';
import { type ClockBar, clockBarOf } from './clock-bar.ts';
import { clockName, timeOutOfClock } from './clock-words.ts';
import { clockStateTexts, clockTexts } from './time-texts.ts';
import { useWording } from './use-wording.ts';

interface ClockRowProps {
  readonly clock: DeadlineView;
  readonly view: CaseView;
}

/** A clock as a bar from when it opened to when it is due, and what happens then. */
export function ClockRow({ clock, view }: ClockRowProps) {
  const wording = useWording();
  const { say } = wording;
  const { subject, kind, metAt } = clock;
  const bar = clockBarOf(clock, wording.now);
  const isOfParcel = subject !== 'case' && kind !== 'platform-decision';
  return (
    <div className={`case-clock case-clock-${bar.state}`}>
      <div className="case-clock-head">
        <span>
          <strong>{say(clockName(clock))}</strong> {isOfParcel && <bdi className="case-hint">{subject}</bdi>}
        </span>
        <span className="case-clock-left">{leftText(clock, bar, wording)}</span>
      </div>
      <Bar bar={bar} label={say(clockStateTexts[bar.state])} />
      <div className="case-clock-foot case-hint">
        <span>{whenText(clock, wording)}</span>
        {metAt === undefined && <span>{say(timeOutOfClock(clock, view))}</span>}
      </div>
    </div>
  );
}

function Bar({ bar: { run, due = 1, remind, state }, label }: { readonly bar: ClockBar; readonly label: string }) {
  const percent = (share: number) => `${share * 100}%`;
  return (
    <div className="case-bar" role="img" aria-label={label}>
      <span className="case-bar-run" style={{ width: percent(Math.min(run, due)) }} />
      {run > due && <span className="case-bar-late" style={{ left: percent(due), width: percent(run - due) }} />}
      {remind !== undefined && state === 'running' && (
        <span className="case-bar-remind" style={{ left: percent(remind) }} />
      )}
      {due < 1 && <span className="case-bar-due" style={{ left: percent(due) }} />}
    </div>
  );
}

function leftText({ dueAt, metAt }: DeadlineView, { state, leftMs = 0 }: ClockBar, wording: CaseWording): string {
  const { say, locale, now } = wording;
  if (dueAt === undefined) {
    return say(clockStateTexts[state]);
  }
  if (metAt !== undefined) {
    return say(leftMs < 0 ? clockTexts.metLate : clockTexts.metIn, { time: durationText(Math.abs(leftMs), locale) });
  }
  return timeLeftText(millisOf(dueAt), millisOf(now), locale);
}

function whenText({ openedAt, dueAt, metAt, pausedSince }: DeadlineView, { say, time, now }: CaseWording): string {
  const began = say(openedAt > now ? clockTexts.opens : clockTexts.opened, { at: time(openedAt) });
  if (metAt !== undefined) {
    return `${began} → ${say(clockTexts.metAt, { at: time(metAt) })}`;
  }
  if (dueAt === undefined) {
    return pausedSince ? say(clockTexts.pausedSince, { at: time(pausedSince) }) : began;
  }
  return `${began} → ${say(clockTexts.due, { at: time(dueAt) })}`;
}
