import { healthWords } from '#shared/words/health-words.ts';
import { useLanguage } from '../../words/locale.tsx';
import { type Counter, dayParts } from './day-parts.ts';
import { sourcesTexts } from './sources-texts.ts';
import type { Channel } from './troubles.ts';
import { useReader } from './use-reader.ts';

/** What is not as it should be, where it is no zero. */
const bad: readonly Counter[] = ['refused', 'notUnderstood', 'inPart', 'missed'];
/** Nobody counts these of a channel that is not read. */
const ofReading: readonly Counter[] = ['reads', 'missed'];

export function DayFigures({ channel }: { readonly channel: Channel }) {
  const { say } = useLanguage();
  const { today, yesterday } = channel;
  const isUnread =
    ofReading.every((counter) => dayParts(today).unmeasured.includes(counter)) && dayParts(today).isMeasured;
  const names = ofReading.map((counter) => say(healthWords[counter])).join(say(sourcesTexts.and));
  return (
    <dl className="days">
      <Day name={say(sourcesTexts.today)} day={today} />
      <Day name={say(sourcesTexts.yesterday)} day={yesterday} />
      {isUnread && (
        <div className="second">
          <dt className="out-of-sight">{names}</dt>
          <dd>{say(sourcesTexts.notRead).replace('{names}', names)}</dd>
        </div>
      )}
    </dl>
  );
}

function Day({ name, day }: { readonly name: string; readonly day: Channel['today'] }) {
  const { say } = useLanguage();
  const { span } = useReader();
  const { isMeasured, counts, lags } = dayParts(day);
  const lagWords = { webhookLag: sourcesTexts.lagWebhook, readLag: sourcesTexts.lagRead } as const;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {!isMeasured && <span className="quiet">{say(sourcesTexts.notCounted)}</span>}
        <span className="counts">
          {counts.map(({ counter, count }) => (
            <span key={counter} className={bad.includes(counter) && count > 0 ? 'count is-bad' : 'count'}>
              {say(healthWords[counter])} <b>{count}</b>
            </span>
          ))}
        </span>
        {lags.map(({ of, lag }) => (
          <span key={of} className="lag">
            {say(lagWords[of])}
            {say(sourcesTexts.colon)}
            {say(sourcesTexts.lag).replace('{p50}', span(lag.p50Seconds)).replace('{p95}', span(lag.p95Seconds))}
          </span>
        ))}
      </dd>
    </div>
  );
}
