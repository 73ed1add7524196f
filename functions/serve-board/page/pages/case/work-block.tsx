import type { CaseView } from '#shared/api/case-view.ts';
import type { TimelineEntry } from '#shared/api/timeline.ts';
import { flagTexts, snoozeReasonTexts } from '#shared/returns/work/work-texts.ts';
import { Mark } from '../../parts/mark.tsx';
import { Block, type Fact, Facts } from './block.tsx';
import type { CaseWording } from './case-wording.ts';
import { keyed } from './keyed.ts';
import { speakerOf } from './speakers.ts';
import { workTexts } from './time-texts.ts';
import { useWording } from './use-wording.ts';

type Work = NonNullable<CaseView['work']>;

interface WorkBlockProps {
  readonly work: Work | undefined;
  /** In which the notes are. */
  readonly timeline: readonly TimelineEntry[];
}

/** Who has the case, what they set on it, and what they wrote. */
export function WorkBlock({ work, timeline }: WorkBlockProps) {
  const wording = useWording();
  const { say, time } = wording;
  const notes = timeline.filter(({ kind }) => kind === 'noted').toReversed();
  return (
    <Block
      title={say(workTexts.title)}
      hint={work?.touchedAt && say(workTexts.touched, { at: time(work.touchedAt) })}
      className="case-work"
    >
      <Facts facts={factsOf(work, wording)} />
      <h4>{say(workTexts.notes)}</h4>
      {notes.length === 0 ? (
        <p className="case-hint">{say(workTexts.noNotes)}</p>
      ) : (
        <ul className="case-notes">
          {keyed(notes, ({ at, by }) => `${at} ${by}`).map(({ key, item }) => (
            <NoteRow key={key} entry={item} />
          ))}
        </ul>
      )}
    </Block>
  );
}

function NoteRow({ entry: { at, by, note } }: { readonly entry: TimelineEntry }) {
  const { say, time, person } = useWording();
  return (
    <li>
      <div className="case-hint">
        <bdi>{person(speakerOf(by).name ?? by)}</bdi> · <time dateTime={at}>{time(at)}</time>
      </div>
      {note === undefined ? (
        <span className="case-hint">{say(workTexts.erased)}</span>
      ) : (
        <bdi className="case-note">{note}</bdi>
      )}
    </li>
  );
}

function factsOf(work: Work | undefined, { say, person, time }: CaseWording): Fact[] {
  const { owner, team, offered, flag, snooze } = work ?? {};
  return [
    {
      name: say(workTexts.owner),
      value: owner ? (
        <>
          <bdi>{person(owner.person)}</bdi>{' '}
          <span className="case-hint">{say(workTexts.ownedSince, { at: time(owner.since) })}</span>
        </>
      ) : (
        <span className="case-hint">{say(workTexts.nobody)}</span>
      ),
    },
    { name: say(workTexts.team), value: team && <bdi>{team}</bdi> },
    {
      name: say(workTexts.handover),
      value:
        offered &&
        say(workTexts.offered, {
          who: person(offered.by),
          to: 'team' in offered.to ? say(workTexts.toTeam, { team: offered.to.team }) : person(offered.to.person),
        }),
    },
    {
      name: say(workTexts.flag),
      value: flag && <Mark className={`case-flag-${flag}`}>{say(flagTexts[flag])}</Mark>,
    },
    {
      name: say(workTexts.snooze),
      value:
        snooze &&
        say(workTexts.snoozedUntil, {
          at: time(snooze.until),
          reason: say(snoozeReasonTexts[snooze.reason]),
          who: person(snooze.by),
        }),
    },
  ];
}
