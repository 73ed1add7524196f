import { Skeleton } from 'antd';
import type { CaseView } from '#shared/api/case-view.ts';
import { actionNamed } from '#shared/returns/attention/actions.ts';
import type { Entry, Todo } from '#shared/returns/attention/entry.ts';
import { todosInForce } from '#shared/returns/attention/in-force.ts';
import { millisOf } from '#shared/returns/record/instant.ts';
import { waitsOnWords } from '#shared/words/attention-group-words.ts';
import { durationText } from '#shared/words/time-left.ts';
import { todoWords } from '#shared/words/todo-words.ts';
import { Mark } from '../../parts/mark.tsx';
import { Block } from './block.tsx';
import { caseTexts, sideTexts } from './case-texts.ts';
import { OurWord } from './our-word.tsx';
import { useWording } from './use-wording.ts';
import { WhyLook } from './why-look.tsx';

interface OurSideProps {
  readonly view: CaseView;
  /** How lists show it; undefined where none does. */
  readonly entry: Entry | 'loading' | undefined;
}

/** What we have to do, why, and what we said that we did: ours, and nothing of the store's. */
export function OurSide({ view, entry }: OurSideProps) {
  const { say } = useWording();
  return (
    <Block title={say(sideTexts.ours)} hint={say(sideTexts.oursHint)} className="case-ours">
      {entry === 'loading' ? (
        <Skeleton active title={false} paragraph={{ rows: 1 }} />
      ) : (
        <Todos entry={entry} isClosed={view.closedAt !== undefined} />
      )}
      <WhyLook attention={view.attention} />
      <OurWord view={view} />
    </Block>
  );
}

interface TodosProps {
  readonly entry: Entry | undefined;
  readonly isClosed: boolean;
}

function Todos({ entry, isClosed }: TodosProps) {
  const { say, now } = useWording();
  // What the platform's clock asks for soon may stand among the others, too.
  const inForce = entry ? todosInForce(entry, now) : [];
  const todos = inForce.filter(({ action }, index) => inForce.findIndex((each) => each.action === action) === index);
  const currency = entry?.record === 'case' ? entry.currency : undefined;
  if (todos.length === 0) {
    return <p className="case-hint">{say(isClosed && !entry ? sideTexts.caseClosed : sideTexts.nothingToDo)}</p>;
  }
  return (
    <ol className="case-todos">
      {todos.map((todo) => (
        <TodoRow key={todo.action} todo={todo} currency={currency} />
      ))}
    </ol>
  );
}

function TodoRow({ todo, currency }: { readonly todo: Todo; readonly currency: string | undefined }) {
  const { say, locale, money, now } = useWording();
  const { action, waitsOn, since, stake } = todo;
  const time = durationText(millisOf(now) - millisOf(since), locale);
  return (
    <li>
      <strong>{say(todoWords[actionNamed(action)])}</strong>{' '}
      <span className="case-hint">
        {say(waitsOnWords[waitsOn])} · {say(sideTexts.since, { time })}
      </span>{' '}
      {stake && currency ? (
        <Mark tone="warn">{say(caseTexts.atStake, { sum: money({ amount: stake, currency }) })}</Mark>
      ) : null}
    </li>
  );
}
