import { healthTroubleWords } from '#shared/words/health-words.ts';
import { useLanguage } from '../../words/locale.tsx';
import { sourcesTexts } from './sources-texts.ts';
import { type Health, isGrave, type Trouble, troublesOf } from './troubles.ts';
import { useReader } from './use-reader.ts';

/** What somebody has to look after, the worst first, each with what to do. */
export function TroubleList({ health }: { readonly health: Health }) {
  const { say } = useLanguage();
  const troubles = troublesOf(health);
  const [grave, light] = [troubles.filter(isGrave), troubles.filter((each) => !isGrave(each))];
  return (
    <section aria-labelledby="troubles" aria-live="polite">
      <h2 id="troubles">{say(sourcesTexts.todo)}</h2>
      {grave.length > 0 ? <Troubles of={grave} /> : <p className="all-well">✓ {say(sourcesTexts.well)}</p>}
      {light.length > 0 && (
        <details className="light-troubles">
          <summary>
            {say(sourcesTexts.watch)} ({light.length})
          </summary>
          <Troubles of={light} />
        </details>
      )}
    </section>
  );
}

function Troubles({ of }: { readonly of: readonly Trouble[] }) {
  const { say } = useLanguage();
  const { moment } = useReader();
  return (
    <ul className="troubles">
      {of.map((trouble) => {
        const { title, advice } = healthTroubleWords[trouble.kind];
        const more = [
          trouble.of && `\u2068${trouble.of}\u2069`,
          trouble.since && say(sourcesTexts.sinceAt).replace('{at}', moment(trouble.since)),
          trouble.count !== undefined && say(sourcesTexts.times).replace('{n}', String(trouble.count)),
        ].filter(Boolean);
        return (
          <li key={`${trouble.kind} ${trouble.of}`} className={isGrave(trouble) ? 'is-grave' : ''}>
            <strong>{say(title)}</strong>
            {more.length > 0 && <span className="trouble-of">{more.join(' · ')}</span>}
            <div>{say(advice)}</div>
          </li>
        );
      })}
    </ul>
  );
}
