import type { TimelineEntry } from '#shared/api/timeline.ts';
import { speakerWords } from '#shared/words/speaker-words.ts';
import { type SpeakerRole, speakersIn } from './speakers.ts';
import { timelineTexts } from './time-texts.ts';
import { useWording } from './use-wording.ts';

interface SpeakerFilterProps {
  readonly entries: readonly TimelineEntry[];
  /** All of them where empty. */
  readonly chosen: ReadonlySet<SpeakerRole>;
  readonly choose: (roles: ReadonlySet<SpeakerRole>) => void;
}

/** Whose lines are shown; each is a switch of its own. */
export function SpeakerFilter({ entries, chosen, choose }: SpeakerFilterProps) {
  const { say } = useWording();
  const turn = (role: SpeakerRole) => {
    const roles = new Set(chosen);
    if (!roles.delete(role)) {
      roles.add(role);
    }
    choose(roles);
  };
  return (
    <fieldset className="case-speakers">
      <legend className="case-unseen">{say(timelineTexts.speakers)}</legend>
      <button type="button" aria-pressed={chosen.size === 0} onClick={() => choose(new Set())}>
        {say(timelineTexts.everybody)} {entries.length}
      </button>
      {speakersIn(entries).map(({ role, count }) => (
        <button key={role} type="button" aria-pressed={chosen.has(role)} onClick={() => turn(role)}>
          {say(speakerWords[role])} {count}
        </button>
      ))}
    </fieldset>
  );
}
