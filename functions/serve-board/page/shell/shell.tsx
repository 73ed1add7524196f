import { Suspense } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { type Me, mayAsk } from '../data/use-me.ts';
import { useLanguage } from '../words/locale.tsx';
import { NoPage } from './no-page.tsx';
import { PageBoundary } from './page-boundary.tsx';
import { PageMenu } from './page-menu.tsx';
import { PageWait } from './page-wait.tsx';
import { boardPages, CasePage } from './pages.ts';
import { PersonMenu } from './person-menu.tsx';
import { shellTexts } from './shell-texts.ts';
import { SilentShops } from './silent-shops.tsx';
import { Standing } from './standing.tsx';
import { useTitle } from './use-title.ts';
import { useUrgent } from './use-urgent.ts';
import './shell.css';

export function Shell({ me }: { readonly me: Me }) {
  const { say } = useLanguage();
  const urgent = useUrgent(me);
  useTitle(urgent);
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {say(shellTexts.skip)}
      </a>
      <header className="shell-head">
        <strong className="shell-name">{say(shellTexts.board)}</strong>
        <PageMenu pages={boardPages.filter(({ needs }) => mayAsk(me, needs))} urgent={urgent} />
        <PersonMenu me={me} />
      </header>
      <Standing />
      <SilentShops me={me} />
      <main id="content" className="shell-content" tabIndex={-1}>
        <Pages me={me} />
      </main>
    </div>
  );
}

function Pages({ me }: { readonly me: Me }) {
  const [at] = useLocation();
  return (
    <PageBoundary key={at}>
      <Suspense fallback={<PageWait />}>
        <Switch>
          <Route path="/">
            <Redirect to="/today" replace />
          </Route>
          {boardPages.map(({ path, needs, Page }) => (
            <Route key={path} path={path}>
              {mayAsk(me, needs) ? <Page /> : <NoPage me={me} isForbidden />}
            </Route>
          ))}
          <Route path="/cases/:key" component={CasePage} />
          <Route>
            <NoPage me={me} />
          </Route>
        </Switch>
      </Suspense>
    </PageBoundary>
  );
}
