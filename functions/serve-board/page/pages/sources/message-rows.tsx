import { Button } from 'antd';
import { outcomeWords } from '#shared/words/outcome-words.ts';
import { Copyable } from '../../parts/copyable.tsx';
import { PageWait } from '../../shell/page-wait.tsx';
import { useLanguage } from '../../words/locale.tsx';
import { ReasonText } from './reason-text.tsx';
import type { Delivery } from './replay-standing.ts';
import { sourcesTexts } from './sources-texts.ts';
import { type MessageList, useMessages } from './use-messages.ts';
import { useReader } from './use-reader.ts';
import { idOf } from './use-replay.ts';

interface Props {
  readonly list: MessageList;
  readonly replay: (delivery: Delivery) => void;
}

/** The oldest first, as the API lists them. */
export function MessageRows({ list, replay }: Props) {
  const { say } = useLanguage();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useMessages(list);
  if (!data) {
    return error ? (
      <p>
        {say(sourcesTexts.failed)} <Button onClick={() => void refetch()}>{say(sourcesTexts.again)}</Button>
      </p>
    ) : (
      <PageWait />
    );
  }
  const deliveries = data.pages.flatMap((page) => page.deliveries);
  return (
    <>
      <p className="second">{say(list === 'unmatched' ? sourcesTexts.unmatchedWhy : sourcesTexts.notUnderstoodWhy)}</p>
      {deliveries.length === 0 && !hasNextPage && <p className="all-well">✓ {say(sourcesTexts.noMessages)}</p>}
      <ul className="messages">
        {deliveries.map((delivery) => (
          <MessageRow key={idOf(delivery)} delivery={delivery} replay={replay} />
        ))}
      </ul>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say(sourcesTexts.more)}
        </Button>
      )}
    </>
  );
}

export function MessageRow({ delivery, replay }: { readonly delivery: Delivery; readonly replay: Props['replay'] }) {
  const { say } = useLanguage();
  const { moment } = useReader();
  const { source, channel, id, via, receivedAt, outcome, reason } = delivery;
  return (
    <li>
      <div className="message-head">
        <strong>
          <bdi>{`${source}/${channel}`}</bdi>
        </strong>
        <span className="second">
          {moment(receivedAt)} · {say(via === 'read' ? sourcesTexts.byRead : sourcesTexts.byWebhook)} ·{' '}
          {say(outcomeWords[outcome])}
        </span>
        <Button className="message-act" onClick={() => replay(delivery)}>
          {say(sourcesTexts.replay)}
        </Button>
      </div>
      <ReasonText reason={reason} />
      <Copyable text={id} what={say(sourcesTexts.messageId)} className="second" />
    </li>
  );
}
