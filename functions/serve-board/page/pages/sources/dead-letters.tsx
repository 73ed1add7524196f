import { deadLetterWords } from '#shared/words/dead-letter-words.ts';
import { useMe } from '../../data/use-me.ts';
import { Copyable } from '../../parts/copyable.tsx';
import { useLanguage } from '../../words/locale.tsx';
import { deadLetterCommand } from './dead-letter-command.ts';
import { sourcesTexts } from './sources-texts.ts';
import type { Health } from './troubles.ts';
import { useReader } from './use-reader.ts';

interface Props {
  readonly deadLetters: Health['deadLetters'];
}

/** What waits for a person, the most of it first, with what helps. */
export function DeadLetters({ deadLetters }: Props) {
  const { say } = useLanguage();
  const filled = deadLetters.flatMap((each) => (each.count !== 'not-measured' && each.count > 0 ? [each] : []));
  const unseen = deadLetters.filter(({ count }) => count === 'not-measured').map(({ of }) => of);
  return (
    <section aria-labelledby="dead-letters">
      <h2 id="dead-letters">{say(sourcesTexts.deadLetters)}</h2>
      <p className="second">{say(sourcesTexts.deadLettersWhat)}</p>
      {filled.length === 0 && <p className="all-well">✓ {say(sourcesTexts.noDeadLetters)}</p>}
      <ul className="troubles">
        {filled.map((each) => (
          <OneQueue key={each.of} deadLetters={each} />
        ))}
      </ul>
      {unseen.length > 0 && (
        <p className="quiet">
          {say(sourcesTexts.unseenDeadLetters).replace('{names}', unseen.join(say(sourcesTexts.and)))}
        </p>
      )}
    </section>
  );
}

function OneQueue({
  deadLetters: { of, count, oldestSeconds },
}: {
  readonly deadLetters: Props['deadLetters'][number];
}) {
  const { say } = useLanguage();
  const { span } = useReader();
  const merchant = useMe()?.merchant.name ?? '<merchant>';
  const { what, advice } = deadLetterWords(of);
  const command = deadLetterCommand(of, merchant);
  const isKnown = typeof oldestSeconds === 'number';
  const age = isKnown
    ? say(sourcesTexts.oldest).replace('{age}', span(oldestSeconds))
    : say(sourcesTexts.oldestUnknown);
  return (
    <li className="is-grave">
      <strong>
        <bdi>{of}-dlq</bdi>
      </strong>
      <span className="trouble-of">
        {say(sourcesTexts.times).replace('{n}', String(count))} · {age}
      </span>
      <div>
        {say(what)}
        {say(sourcesTexts.stop)}
        {say(advice)}
      </div>
      {command && <Copyable text={command} className="command" />}
    </li>
  );
}
