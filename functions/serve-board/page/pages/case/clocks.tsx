import type { CaseView, DeadlineView } from '#shared/api/case-view.ts';
import { deadlineWords } from '#shared/words/deadline-words.ts';
import { Block } from './block.tsx';
import { inTurn } from './clock-bar.ts';
import { ClockRow } from './clock-row.tsx';
import { clockTexts } from './time-texts.ts';
import { useWording } from './use-wording.ts';
import './clocks.css';

/** The clocks that run, the platform's apart from ours; those that are over, and those of which nobody tells, folded. */
export function Clocks({ view }: { readonly view: CaseView }) {
  const { say, word } = useWording();
  const { open, met } = inTurn(view.deadlines);
  const { notMeasured = [] } = view;
  return (
    <Block title={say(clockTexts.title)} className="case-clocks">
      {open.length === 0 && <p className="case-hint">{say(clockTexts.none)}</p>}
      <ClockGroup name={say(clockTexts.platform)} clocks={open.filter(isPlatforms)} view={view} />
      <ClockGroup name={say(clockTexts.ours)} clocks={open.filter((clock) => !isPlatforms(clock))} view={view} />
      {met.length > 0 && (
        <details>
          <summary>{say(clockTexts.met, { n: met.length })}</summary>
          {met.map((clock) => (
            <ClockRow key={clock.deadlineId} clock={clock} view={view} />
          ))}
        </details>
      )}
      {notMeasured.length > 0 && (
        <details className="case-hint">
          <summary>{say(clockTexts.notMeasured, { n: notMeasured.length })}</summary>
          <ul>
            {notMeasured.map(({ kind, text }) => (
              <li key={kind}>
                {word(deadlineWords, kind)} – {say(text)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Block>
  );
}

function isPlatforms({ setBy }: DeadlineView): boolean {
  return setBy === 'platform';
}

interface GroupProps {
  readonly name: string;
  readonly clocks: readonly DeadlineView[];
  readonly view: CaseView;
}

function ClockGroup({ name, clocks, view }: GroupProps) {
  return clocks.length === 0 ? null : (
    <>
      <h4>{name}</h4>
      {clocks.map((clock) => (
        <ClockRow key={clock.deadlineId} clock={clock} view={view} />
      ))}
    </>
  );
}
