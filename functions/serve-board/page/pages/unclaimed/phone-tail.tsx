import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useLanguage } from '../../words/locale.tsx';
import { unclaimedTexts } from './unclaimed-texts.ts';

interface Props {
  readonly find: (tail: string | undefined) => void;
  readonly isFinding: boolean;
  /** So many cannot be told apart without them. */
  readonly alike: number | undefined;
}

/** Of the phones that are known only whether they end so comes out. */
export function PhoneTail({ find, isFinding, alike }: Props) {
  const { say } = useLanguage();
  const id = useId();
  const [text, setText] = useState('');
  const isWhole = /^\d{4}$/.test(text);
  const change = (value: string) => {
    const digits = value.replace(/\D/g, '').slice(0, 4);
    setText(digits);
    if (digits === '') {
      find(undefined);
    }
  };
  return (
    <div className={alike === undefined ? 'phone-tail' : 'phone-tail is-wanted'}>
      <label htmlFor={id}>
        {alike === undefined ? (
          say(unclaimedTexts.tail)
        ) : (
          <strong>{say(unclaimedTexts.manyAlike).replace('{n}', String(alike))}</strong>
        )}
      </label>
      <Input
        id={id}
        className="phone-tail-input"
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        allowClear
        value={text}
        onChange={({ target }) => change(target.value)}
        onPressEnter={() => isWhole && find(text)}
      />
      <Button disabled={!isWhole} loading={isFinding} onClick={() => find(text)}>
        {say(unclaimedTexts.tailFind)}
      </Button>
    </div>
  );
}
