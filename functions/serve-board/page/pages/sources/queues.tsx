import { healthWords } from '#shared/words/health-words.ts';
import { useLanguage } from '../../words/locale.tsx';
import { sourcesTexts } from './sources-texts.ts';
import type { Health } from './troubles.ts';
import { useReader } from './use-reader.ts';
import './queues.css';

const columns = ['waiting', 'hidden', 'delayed'] as const;

/** What waits where; for whoever looks closer. */
export function Queues({ queues }: { readonly queues: Health['queues'] }) {
  const { say } = useLanguage();
  const { span } = useReader();
  const name = say(sourcesTexts.queues).replace('{n}', String(queues.length));
  const shown = (count: number | 'not-measured') => (count === 'not-measured' ? say(sourcesTexts.unknownState) : count);
  const age = (seconds: number | 'not-measured' | undefined) =>
    typeof seconds === 'number' ? span(seconds) : seconds ? say(sourcesTexts.unknownState) : '';
  return (
    <details className="queues">
      <summary>{name}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: by keys one can only scroll what has the focus. */}
      <section className="queues-scroll" tabIndex={0} aria-label={name}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say(healthWords.queue)}</th>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {say(healthWords[name])}
                </th>
              ))}
              <th scope="col">{say(healthWords.oldest)}</th>
            </tr>
          </thead>
          <tbody>
            {queues.map((each) => (
              <tr key={each.queue}>
                <th scope="row">
                  <bdi>{each.queue}</bdi>
                </th>
                {columns.map((name) => (
                  <td key={name}>{shown(each[name])}</td>
                ))}
                <td>{age(each.oldestSeconds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
