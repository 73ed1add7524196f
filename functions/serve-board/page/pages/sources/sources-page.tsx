import { Alert, Button, Result } from 'antd';
import { PageWait } from '../../shell/page-wait.tsx';
import { useLanguage } from '../../words/locale.tsx';
import { ChannelCard } from './channel-card.tsx';
import { DeadLetters } from './dead-letters.tsx';
import { Messages } from './messages.tsx';
import { Queues } from './queues.tsx';
import { sourcesTexts } from './sources-texts.ts';
import { TroubleList } from './trouble-list.tsx';
import { type Health, nameOf, worstFirst } from './troubles.ts';
import { useReader } from './use-reader.ts';
import { useSources } from './use-sources.ts';
import './sources.css';

/** How everybody stands who tells us something, what nobody understood, and what could not be done; the worst first. */
export function SourcesPage() {
  const { data, error, refetch, isFetching } = useSources();
  const again = () => void refetch();
  if (!data) {
    return error ? <Failed again={again} /> : <PageWait />;
  }
  return <Standing health={data} isStale={error !== null} isFetching={isFetching} again={again} />;
}

interface Props {
  readonly health: Health;
  readonly isStale: boolean;
  readonly isFetching: boolean;
  readonly again: () => void;
}

function Standing({ health, isStale, isFetching, again }: Props) {
  const { say } = useLanguage();
  const { moment } = useReader();
  const at = moment(health.at);
  return (
    <div className="sources">
      <header>
        <h1 className="sources-title">{say(sourcesTexts.title)}</h1>
        <p className="second">{say(sourcesTexts.asOf).replace('{at}', at)}</p>
        {isStale && (
          <Alert
            type="warning"
            showIcon
            title={say(sourcesTexts.stale).replace('{at}', at)}
            action={
              <Button loading={isFetching} onClick={again}>
                {say(sourcesTexts.again)}
              </Button>
            }
          />
        )}
      </header>
      <TroubleList health={health} />
      <section aria-labelledby="channels">
        <h2 id="channels">{say(sourcesTexts.channels)}</h2>
        <div className="channels">
          {worstFirst(health).map((channel) => (
            <ChannelCard key={nameOf(channel)} channel={channel} at={health.at} />
          ))}
        </div>
      </section>
      <Messages channels={health.channels} />
      <DeadLetters deadLetters={health.deadLetters} />
      <Queues queues={health.queues} />
    </div>
  );
}

function Failed({ again }: { readonly again: () => void }) {
  const { say } = useLanguage();
  return (
    <Result
      status="warning"
      title={say(sourcesTexts.failed)}
      extra={<Button onClick={again}>{say(sourcesTexts.again)}</Button>}
    />
  );
}
