import { Button, Dropdown, Spin } from 'antd';
import { Suspense } from 'react';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import { type Me, mayAsk } from '../data/use-me.ts';
import { signOut } from '../session/session.ts';
import { useLanguage } from '../words/locale.tsx';
import { boardPages, CasePage } from './pages.ts';
import { shellTexts } from './shell-texts.ts';
import { Standing } from './standing.tsx';
import './shell.css';

export function Shell({ me }: { readonly me: Me }) {
  const { say } = useLanguage();
  const pages = boardPages.filter(({ needs }) => mayAsk(me, needs));
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {say(shellTexts.skip)}
      </a>
      <header className="shell-head">
        <strong className="shell-name">{say(shellTexts.board)}</strong>
        <Menu pages={pages} />
        <Person me={me} />
      </header>
      <Standing me={me} />
      <main id="content" className="shell-content">
        <Suspense fallback={<Spin className="shell-wait" />}>
          <Switch>
            {pages.map(({ path, Page }) => (
              <Route key={path} path={path} component={Page} />
            ))}
            <Route path="/cases/:key" component={CasePage} />
            <Redirect to="/today" replace />
          </Switch>
        </Suspense>
      </main>
    </div>
  );
}

function Menu({ pages }: { readonly pages: typeof boardPages }) {
  const { say } = useLanguage();
  const [at] = useLocation();
  return (
    <nav className="shell-menu" aria-label={say(shellTexts.pages)}>
      {pages.map(({ path, name }) => (
        <Link key={path} href={path} aria-current={at.startsWith(path) ? 'page' : undefined}>
          {say(name)}
        </Link>
      ))}
    </nav>
  );
}

function Person({ me }: { readonly me: Me }) {
  const { say, locale, choose } = useLanguage();
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <div className="shell-person">
      <Button type="text" onClick={() => choose(other)} lang={other}>
        {other === 'en' ? 'English' : '中文'}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'roles', disabled: true, label: me.roles.map((role) => say(shellTexts.roles[role])).join(' · ') },
            { key: 'out', label: say(shellTexts.signOut), onClick: () => void signOut() },
          ],
        }}
      >
        <Button type="text">{me.merchant.name}</Button>
      </Dropdown>
    </div>
  );
}
