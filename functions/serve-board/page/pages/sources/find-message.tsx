import { useMutation } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { ask, RefusedError } from '../../data/client.ts';
import { useLanguage } from '../../words/locale.tsx';
import { MessageRow } from './message-rows.tsx';
import type { Delivery } from './replay-standing.ts';
import { sourcesTexts } from './sources-texts.ts';
import { type Channel, nameOf } from './troubles.ts';

interface Props {
  readonly channels: readonly Channel[];
  readonly replay: (delivery: Delivery) => void;
}

/** One message by its sender's own id, whatever came of it. */
export function FindMessage({ channels, replay }: Props) {
  const { say } = useLanguage();
  const [name, setName] = useState(channels[0] ? nameOf(channels[0]) : '');
  const [id, setId] = useState('');
  const found = useMutation({
    mutationFn: async () => {
      const [source = '', channel = ''] = name.split('/');
      return (await ask('showDelivery', { path: { source, channel, id: id.trim() } })).body;
    },
  });
  const look = () => id.trim() !== '' && found.mutate();
  const isMissing = found.error instanceof RefusedError && found.error.status === 404;
  return (
    <details className="find-message">
      <summary>{say(sourcesTexts.find)}</summary>
      <div className="find-fields">
        <Select
          className="find-channel"
          aria-label={say(sourcesTexts.channels)}
          value={name}
          onChange={setName}
          options={channels.map((channel) => ({ value: nameOf(channel), label: nameOf(channel) }))}
        />
        <Input
          className="find-id"
          aria-label={say(sourcesTexts.findId)}
          placeholder={say(sourcesTexts.findId)}
          value={id}
          maxLength={512}
          onChange={({ target }) => setId(target.value)}
          onPressEnter={look}
        />
        <Button disabled={id.trim() === ''} loading={found.isPending} onClick={look}>
          {say(sourcesTexts.findGo)}
        </Button>
      </div>
      <div aria-live="polite">
        {found.data && (
          <ul className="messages">
            <MessageRow delivery={found.data} replay={replay} />
          </ul>
        )}
        {found.error && <p>{say(isMissing ? sourcesTexts.notFound : sourcesTexts.notFoundOut)}</p>}
      </div>
    </details>
  );
}
