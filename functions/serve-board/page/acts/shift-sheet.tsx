import { actionNamed } from '#shared/returns/attention/actions.ts';
import { millisOf } from '#shared/returns/record/instant.ts';
import { timeLeftText } from '#shared/words/time-left.ts';
import { todoWords } from '#shared/words/todo-words.ts';
import { useMe } from '../data/use-me.ts';
import { useNow } from '../data/use-now.ts';
import { clockTone } from '../parts/clock-tone.ts';
import { Copyable } from '../parts/copyable.tsx';
import { FlagMark } from '../parts/flag-mark.tsx';
import { personName } from '../parts/person-name.ts';
import { useMoment } from '../parts/use-moment.ts';
import { filled } from '../words/filled.ts';
import { useLanguage } from '../words/locale.tsx';
import { lineIdOf, numberIn, type ShiftLine } from './shift-lines.ts';
import { shiftTexts } from './shift-texts.ts';
import { WorkState } from './work-line.tsx';

interface Props {
  readonly lines: readonly ShiftLine[];
  /** Why something was not done with a line, by its id. */
  readonly refused: ReadonlyMap<string, string>;
}

/** What one shift leaves to the next. */
export function ShiftSheet({ lines, refused }: Props) {
  return (
    <ul className="shift-sheet">
      {lines.map((line) => (
        <Line key={lineIdOf(line.record)} line={line} why={refused.get(lineIdOf(line.record))} />
      ))}
    </ul>
  );
}

function Line({ line, why }: { readonly line: ShiftLine; readonly why: string | undefined }) {
  const { say, locale } = useLanguage();
  const now = useNow();
  const moment = useMoment();
  const { record, todos, platform, own, promised, flag, offered, snooze, handled, notes } = line;
  const dueAt = [platform?.dueAt, own?.dueAt].filter((at) => at !== undefined).sort()[0];
  const [todo] = todos;
  return (
    <li className="shift-line">
      <div className="shift-line-head">
        <Copyable text={numberIn(record)} />
        <b>{say(todo ? todoWords[actionNamed(todo.action)] : shiftTexts.nothingToDo)}</b>
        {dueAt && (
          <span className={`clock-${clockTone(dueAt, now)}`}>
            {timeLeftText(millisOf(dueAt), millisOf(now), locale)}
          </span>
        )}
        {flag && <FlagMark work={{ flag, notes: 0 }} />}
        {offered && <span className="second">{say(shiftTexts.offeredAlready)}</span>}
      </div>
      {(snooze ?? handled) && (
        <div className="shift-line-head">
          <WorkState work={{ ...(snooze && { snooze }), ...(handled && { handled }) }} />
        </div>
      )}
      {promised && (
        <div className="clock-near">{say(filled(shiftTexts.promisedBy, { at: moment(promised.until) }))}</div>
      )}
      <Notes notes={notes} />
      {why && (
        <div className="clock-late" role="alert">
          {why}
        </div>
      )}
    </li>
  );
}

function Notes({ notes }: Pick<ShiftLine, 'notes'>) {
  const { say } = useLanguage();
  const me = useMe();
  const moment = useMoment();
  return notes.map(({ n, at, by, text }) => (
    <div key={n} className="second">
      <bdi>{text}</bdi>{' '}
      <span>
        — {me && <bdi>{say(personName(by, me))}</bdi>} {moment(at)}
      </span>
    </div>
  ));
}
