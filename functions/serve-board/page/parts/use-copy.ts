import { App } from 'antd';
import { useCallback } from 'react';
import { useLanguage } from '../words/locale.tsx';
import { copyText } from './copy-text.ts';
import { partsTexts } from './parts-texts.ts';

/** Copies a text and says so; or that it cannot. */
export function useCopy(): (text: string) => Promise<void> {
  const { message } = App.useApp();
  const { say } = useLanguage();
  return useCallback(
    async (text) => {
      if (await copyText(text)) {
        void message.success(say(partsTexts.copiedThis).replace('{text}', text));
      } else {
        void message.warning(say(partsTexts.notCopied));
      }
    },
    [message, say],
  );
}
