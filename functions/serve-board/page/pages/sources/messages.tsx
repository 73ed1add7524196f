import { App, Tabs } from 'antd';
import { useState } from 'react';
import { strayListWords } from '#shared/words/stray-words.ts';
import { useLanguage } from '../../words/locale.tsx';
import { FindMessage } from './find-message.tsx';
import { MessageRows } from './message-rows.tsx';
import { ReplayResults } from './replay-results.tsx';
import type { Delivery } from './replay-standing.ts';
import { sourcesTexts } from './sources-texts.ts';
import type { Channel } from './troubles.ts';
import type { MessageList } from './use-messages.ts';
import { useReplay } from './use-replay.ts';

const lists: readonly MessageList[] = ['not-understood', 'unmatched'];

/** What a person may have to look at, and have read anew. */
export function Messages({ channels }: { readonly channels: readonly Channel[] }) {
  const { say } = useLanguage();
  const [list, setList] = useState<MessageList>('not-understood');
  const [replays, replay] = useReplay();
  const ask = useConfirm(replay);
  return (
    <section aria-labelledby="messages">
      <h2 id="messages">{say(sourcesTexts.messages)}</h2>
      <ReplayResults replays={replays} />
      <Tabs
        activeKey={list}
        onChange={(key) => setList(key as MessageList)}
        items={lists.map((key) => ({
          key,
          label: say(strayListWords[key]),
          children: <MessageRows list={key} replay={ask} />,
        }))}
      />
      <FindMessage channels={channels} replay={ask} />
      <p className="second">{say(sourcesTexts.noContent)}</p>
    </section>
  );
}

/** Names what is read anew before it is. */
function useConfirm(replay: (delivery: Delivery) => Promise<void>): (delivery: Delivery) => void {
  const { modal } = App.useApp();
  const { say } = useLanguage();
  return (delivery) => {
    const { id, source, channel } = delivery;
    const isolated = (text: string) => () => `\u2068${text}\u2069`;
    modal.confirm({
      title: say(sourcesTexts.replayTitle),
      content: (
        <span className="replay-what">
          {say(sourcesTexts.replayWhat)
            .replace('{source}', isolated(`${source}/${channel}`))
            .replace('{id}', isolated(id))}
        </span>
      ),
      okText: say(sourcesTexts.replay),
      cancelText: say(sourcesTexts.cancel),
      // It goes on after the dialog: what came of it is shown below the heading.
      onOk: () => void replay(delivery),
    });
  };
}
