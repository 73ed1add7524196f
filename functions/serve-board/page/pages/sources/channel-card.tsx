import type { Instant } from '#shared/returns/record/instant.ts';
import { healthTroubleWords, healthWords } from '#shared/words/health-words.ts';
import { speakerWords } from '#shared/words/speaker-words.ts';
import type { Words } from '#shared/words/words.ts';
import { Mark } from '../../parts/mark.tsx';
import { useLanguage } from '../../words/locale.tsx';
import { DayFigures } from './day-figures.tsx';
import { ShopLine } from './shop-line.tsx';
import { sourcesTexts } from './sources-texts.ts';
import { type Channel, channelTroubles, isGrave, nameOf } from './troubles.ts';
import { useReader } from './use-reader.ts';

/** How one channel stands: what is wrong, when it was last heard, two days' figures, and each shop that is read. */
export function ChannelCard({ channel, at }: { readonly channel: Channel; readonly at: Instant }) {
  const { say } = useLanguage();
  const troubles = channelTroubles(channel, at);
  const role = (speakerWords as Words)[channel.role];
  const kinds = [...new Set(troubles.map(({ kind }) => kind))];
  return (
    <article className={troubles.some(isGrave) ? 'channel is-grave' : 'channel'}>
      <header>
        <strong>
          <bdi>{nameOf(channel)}</bdi>
        </strong>
        {role && <span className="second">{say(role)}</span>}
        <span className="channel-state">
          {kinds.length === 0 && <Mark tone="good">{say(sourcesTexts.ok)}</Mark>}
          {kinds.map((kind) => (
            <Mark key={kind} tone={isGrave({ kind, of: '' }) ? 'bad' : 'warn'}>
              {say(healthTroubleWords[kind].title)}
            </Mark>
          ))}
        </span>
      </header>
      <p className="channel-heard">
        <Heard name={say(healthWords.byWebhook)} at={channel.lastHeard.byWebhook} />
        {channel.lastHeard.byRead !== 'not-measured' && (
          <Heard name={say(healthWords.byRead)} at={channel.lastHeard.byRead} />
        )}
      </p>
      <DayFigures channel={channel} />
      {channel.shops.length > 0 && (
        <ul className="shops">
          {channel.shops.map((shop) => (
            <ShopLine key={shop.shop} shop={shop} />
          ))}
        </ul>
      )}
    </article>
  );
}

function Heard({ name, at }: { readonly name: string; readonly at: Channel['lastHeard']['byRead'] }) {
  const { say } = useLanguage();
  const { ago, moment } = useReader();
  if (at === 'not-measured' || at === 'never') {
    return (
      <span>
        {name}
        {say(sourcesTexts.colon)}
        {say(at === 'never' ? sourcesTexts.never : sourcesTexts.unknownState)}
      </span>
    );
  }
  return (
    <span title={moment(at)}>
      {name}
      {say(sourcesTexts.colon)}
      {ago(at)}
    </span>
  );
}
