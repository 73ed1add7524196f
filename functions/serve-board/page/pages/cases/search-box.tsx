import { type GetRef, Input } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useNarrow } from '../../parts/use-narrow.ts';
import { useLanguage } from '../../words/locale.tsx';
import { huntTexts } from './hunt-texts.ts';

interface SearchBoxProps {
  readonly text: string;
  readonly change: (text: string) => void;
}

/** Takes one thing to look for, or a whole column of numbers; a slash anywhere on the page leads here. */
export function SearchBox({ text, change }: SearchBoxProps) {
  const { say } = useLanguage();
  const isNarrow = useNarrow();
  const box = useRef<GetRef<typeof Input.TextArea>>(null);
  useEffect(() => {
    // The key leads here from other pages, too.
    if (new URLSearchParams(location.search).has('focus')) {
      box.current?.focus({ cursor: 'all' });
    }
    const onKey = (event: globalThis.KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]');
      if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        box.current?.focus({ cursor: 'all' });
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  // What is typed is looked for at once: Enter has nothing left to do, and no line is begun by mistake.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
    }
    if (event.key === 'Escape') {
      change('');
    }
  };
  return (
    <Input.TextArea
      ref={box}
      className="search-box"
      aria-label={say(huntTexts.label)}
      placeholder={say(isNarrow ? huntTexts.short : huntTexts.placeholder)}
      rows={1}
      size="middle"
      allowClear
      value={text}
      onChange={(event) => change(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}
