import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Result, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { useLocation, useRoute } from 'wouter';
import { ask, RefusedError } from '../data/client.ts';
import { Shell } from '../shell/shell.tsx';
import { useLanguage } from '../words/locale.tsx';
import { problemText } from '../words/problem-text.ts';
import { gateTexts } from './gate-texts.ts';
import { finishSignIn, SignedOutError, signIn, signOut } from './session.ts';

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

/** Asks who it is; a provider that does not answer is told, and tried again by the same button. */
function SignIn({ hasFailed = false }: { readonly hasFailed?: boolean }) {
  const { say, locale, choose } = useLanguage();
  const [failed, setFailed] = useState(hasFailed);
  const enter = () => {
    setFailed(false);
    signIn().catch(() => setFailed(true));
  };
  return (
    <main className="gate">
      <Result
        icon={<img src={new URL('../icon.svg', import.meta.url).pathname} alt="" width="64" height="64" />}
        title={<h1>{say(gateTexts.board)}</h1>}
        subTitle={say(gateTexts.signInFirst)}
        extra={
          <>
            {failed && <Alert className="gate-failed" type="warning" showIcon title={say(gateTexts.signInFailed)} />}
            <Button type="primary" size="large" onClick={enter}>
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
  const isNotLetIn = error instanceof RefusedError && error.status === 403;
  const detail = error instanceof RefusedError ? problemText(error.problem, locale) : '';
  return (
    <main className="gate">
      <Result
        status={isNotLetIn ? '403' : 'warning'}
        title={<h1>{say(isNotLetIn ? gateTexts.notLetIn : gateTexts.noAnswer)}</h1>}
        subTitle={detail || say(isNotLetIn ? gateTexts.askAdmin : gateTexts.checkNetwork)}
        extra={[
          <Button key="again" type="primary" onClick={again}>
            {say(gateTexts.again)}
          </Button>,
          // At the provider, too: it would let the same one in again without a question.
          <Button key="leave" onClick={() => void signOut()}>
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
  return failed ? <SignIn hasFailed /> : <Waiting />;
}
