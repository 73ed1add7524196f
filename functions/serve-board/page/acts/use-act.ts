import { App } from 'antd';
import { useCallback, useState } from 'react';
import type { EntryName } from '#shared/returns/attention/entry.ts';
import type { Texts } from '#shared/words/locale.ts';
import { RefusedError } from '../data/client.ts';
import { useMe } from '../data/use-me.ts';
import { useShowRecord } from '../data/use-records.ts';
import { failureText } from '../words/failure-text.ts';
import { useLanguage } from '../words/locale.tsx';
import { sendAct } from './send-act.ts';
import type { WorkAct } from './work-act.ts';

export interface Acts {
  /** @param done - What is said once it was taken. @returns whether it was. */
  readonly take: (name: EntryName, act: WorkAct, done: Texts) => Promise<boolean>;
  readonly isBusy: boolean;
}

/** Takes an act, says what came of it, and shows what the record is like after it. */
export function useAct(): Acts {
  const { message } = App.useApp();
  const { say, locale } = useLanguage();
  const me = useMe();
  const show = useShowRecord();
  const [isBusy, setBusy] = useState(false);
  const take = useCallback<Acts['take']>(
    async (name, act, done) => {
      setBusy(true);
      try {
        const shown = await sendAct(name, act);
        void message.success(say(done));
        void show(shown);
        return true;
      } catch (error) {
        void message.error({ content: failureText(error, locale, me), duration: 6 });
        if (error instanceof RefusedError) {
          // It stands otherwise than it was shown.
          void show();
        }
        return false;
      } finally {
        setBusy(false);
      }
    },
    [message, say, locale, me, show],
  );
  return { take, isBusy };
}
