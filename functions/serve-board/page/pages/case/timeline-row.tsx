import type { TimelineEntry } from '#shared/api/timeline.ts';
import { speakerWords } from '#shared/words/speaker-words.ts';
import { isToldLate, speakerOf } from './speakers.ts';
import { timelineTexts } from './time-texts.ts';
import { useWording } from './use-wording.ts';

/** One line: when, who, and what; what somebody wrote stands below it. */
export function TimelineRow({ entry }: { readonly entry: TimelineEntry }) {
  const { say, time, person, now } = useWording();
  const { at, receivedAt, by, text, note } = entry;
  const { role, name } = speakerOf(by);
  const whose = role === 'person' && name ? person(name) : name;
  return (
    <li className={`case-told case-by-${role}`}>
      <span className="case-badge" aria-hidden="true">
        {[...say(speakerWords[role])][0]}
      </span>
      <div className="case-told-body">
        <div className="case-hint">
          {say(speakerWords[role])} {whose && <bdi>{whose}</bdi>} · <time dateTime={at}>{time(at)}</time>
          {at > now && ` · ${say(timelineTexts.toCome)}`}
          {receivedAt && isToldLate(entry) && ` · ${say(timelineTexts.late, { at: time(receivedAt) })}`}
        </div>
        <bdi>{text}</bdi>
        {note !== undefined && (
          <blockquote className="case-note">
            <bdi>{note}</bdi>
          </blockquote>
        )}
      </div>
    </li>
  );
}
