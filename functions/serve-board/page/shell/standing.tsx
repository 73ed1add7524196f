import { Alert, Button } from 'antd';
import { useSyncExternalStore } from 'react';
import { instantOf } from '#shared/returns/record/instant.ts';
import { RefusedError } from '../data/client.ts';
import { useRecords } from '../data/use-records.ts';
import { useMoment } from '../parts/use-moment.ts';
import { SignedOutError, signIn } from '../session/session.ts';
import { useLanguage } from '../words/locale.tsx';
import { standingTexts, troubleTexts } from './standing-texts.ts';
import { troubleOf } from './trouble-of.ts';

/** Says when what is shown may not be true any more, since when, and what to do; the page stays as it is. */
export function Standing() {
  const { say } = useLanguage();
  const moment = useMoment();
  const { error, dataUpdatedAt, refetch, isFetching } = useRecords();
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  const trouble = troubleOf({
    hasFailed: error !== null,
    isSignedOut: error instanceof SignedOutError,
    status: error instanceof RefusedError ? error.status : undefined,
    isOnline,
  });
  if (!trouble) {
    return <div aria-live="polite" />;
  }
  const { title, shown, empty } = troubleTexts[trouble];
  const at = moment(instantOf(dataUpdatedAt));
  const isExpired = trouble === 'expired';
  return (
    <div aria-live="polite">
      <Alert
        banner
        type={isExpired || trouble === 'not-let-in' ? 'error' : 'warning'}
        title={
          <>
            <strong>{say(title)}</strong> {dataUpdatedAt > 0 ? say(shown).replace('{at}', at) : say(empty)}
          </>
        }
        action={
          <Button loading={isFetching && !isExpired} onClick={() => void (isExpired ? signIn() : refetch())}>
            {say(isExpired ? standingTexts.signIn : standingTexts.again)}
          </Button>
        }
      />
    </div>
  );
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
