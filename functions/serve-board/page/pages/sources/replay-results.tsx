import { outcomeWords } from '#shared/words/outcome-words.ts';
import { useMe } from '../../data/use-me.ts';
import { failureText } from '../../words/failure-text.ts';
import { useLanguage } from '../../words/locale.tsx';
import { ReasonText } from './reason-text.tsx';
import { sourcesTexts } from './sources-texts.ts';
import { idOf, type Replay } from './use-replay.ts';

/** What came of what was read anew; it stays after the message has left the list. */
export function ReplayResults({ replays }: { readonly replays: readonly Replay[] }) {
  const { say } = useLanguage();
  return (
    <div aria-live="polite">
      {replays.length > 0 && (
        <div className="replays">
          <h3>{say(sourcesTexts.replayed)}</h3>
          <ul>
            {replays.map((replay) => (
              <li key={idOf(replay.before)}>
                <bdi>{idOf(replay.before)}</bdi> <Outcome replay={replay} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Outcome({ replay: { before, now, standing, error } }: { readonly replay: Replay }) {
  const { say, locale } = useLanguage();
  const me = useMe();
  if (standing === 'waiting') {
    return <span>{say(sourcesTexts.replayWaiting)}</span>;
  }
  if (standing === 'failed') {
    return (
      <span className="is-bad">{`${say(sourcesTexts.replayFailed)}${say(sourcesTexts.colon)}${failureText(error, locale, me)}`}</span>
    );
  }
  const [was, is] = [before, now ?? before].map(({ outcome }) => say(outcomeWords[outcome]));
  const text = say(standing === 'changed' ? sourcesTexts.replayChanged : sourcesTexts.replaySame);
  return (
    <>
      <strong>{text.replace('{before}', was ?? '').replace('{after}', is ?? '')}</strong>
      {standing === 'changed' && now?.reason && <ReasonText reason={now.reason} />}
    </>
  );
}
