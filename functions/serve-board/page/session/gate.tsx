import { useQuery } from '@tanstack/react-query';
import { Button, Result, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { useLocation, useRoute } from 'wouter';
import { ask, RefusedError } from '../data/client.ts';
import { Shell } from '../shell/shell.tsx';
import { useLanguage } from '../words/locale.tsx';
import { problemText } from '../words/problem-text.ts';
import { gateTexts } from './gate-texts.ts';
import { finishSignIn, forget, SignedOutError, signIn } from './session.ts';

/** Lets in whoever is signed in and may see something. */
export function Gate() {
  const [isReturning] = useRoute('/signed-in');
  return isReturning ? <Returning /> : <SignedIn />;
}

function SignedIn() {
  const me = useQuery({
    queryKey: ['me'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await ask('showMe', {})).body,
  });
  if (me.data) {
    return <Shell me={me.data} />;
  }
  if (me.error instanceof SignedOutError) {
    return <SignIn />;
  }
  return me.error ? <Shut error={me.error} again={() => void me.refetch()} /> : <Waiting />;
}

function Waiting() {
  const { say } = useLanguage();
  return (
    <div className="gate" aria-busy="true">
      <Spin size="large" />
      <p>{say(gateTexts.loading)}</p>
    </div>
  );
}

function SignIn() {
  const { say, locale, choose } = useLanguage();
  return (
    <main className="gate">
      <Result
        icon={<img src={new URL('../icon.svg', import.meta.url).pathname} alt="" width="64" height="64" />}
        title={<h1>{say(gateTexts.board)}</h1>}
        subTitle={say(gateTexts.signInFirst)}
        extra={
          <>
            <Button type="primary" size="large" onClick={() => void signIn()}>
              {say(gateTexts.signIn)}
            </Button>
            <Button size="large" type="text" onClick={() => choose(locale === 'en' ? 'zh-CN' : 'en')}>
              {locale === 'en' ? '中文' : 'English'}
            </Button>
          </>
        }
      />
    </main>
  );
}

/** Signed in, and let in nowhere; or nothing answers. */
function Shut({ error, again }: { readonly error: Error; readonly again: () => void }) {
  const { say, locale } = useLanguage();
  const isRefused = error instanceof RefusedError;
  const detail = isRefused ? problemText(error.problem, locale) : '';
  const leave = async () => {
    await forget();
    again();
  };
  return (
    <main className="gate">
      <Result
        status={isRefused ? '403' : 'warning'}
        title={<h1>{say(isRefused ? gateTexts.notLetIn : gateTexts.noAnswer)}</h1>}
        subTitle={detail || say(isRefused ? gateTexts.askAdmin : gateTexts.checkNetwork)}
        extra={[
          <Button key="again" type="primary" onClick={again}>
            {say(gateTexts.again)}
          </Button>,
          <Button key="leave" onClick={() => void leave()}>
            {say(gateTexts.otherAccount)}
          </Button>,
        ]}
      />
    </main>
  );
}

function Returning() {
  const [, go] = useLocation();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    finishSignIn()
      .then((path) => go(path.replace(/^\/board/, ''), { replace: true }))
      .catch(() => setFailed(true));
  }, [go]);
  return failed ? <SignIn /> : <Waiting />;
}
