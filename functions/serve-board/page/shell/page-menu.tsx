import { Link, useLocation } from 'wouter';
import { useLanguage } from '../words/locale.tsx';
import type { BoardPage } from './pages.ts';
import { shellTexts } from './shell-texts.ts';

interface Props {
  readonly pages: readonly BoardPage[];
  /** How many of mine are urgent. */
  readonly urgent: number;
}

/** Above on a desk; on a phone below, where a thumb is. */
export function PageMenu({ pages, urgent }: Props) {
  const { say } = useLanguage();
  const [at] = useLocation();
  return (
    <nav className="shell-menu" aria-label={say(shellTexts.pages)}>
      {pages.map(({ path, name }) => (
        <Link key={path} href={path} aria-current={isIn(path, at) ? 'page' : undefined}>
          {say(name)}
          {path === '/today' && urgent > 0 && <Urgent count={urgent} />}
        </Link>
      ))}
    </nav>
  );
}

function Urgent({ count }: { readonly count: number }) {
  const { say } = useLanguage();
  const text = say(shellTexts.urgent).replace('{n}', String(count));
  return (
    <span className="shell-urgent" role="img" aria-label={text} title={text}>
      {count}
    </span>
  );
}

function isIn(path: string, at: string): boolean {
  return at === path || at.startsWith(`${path}/`);
}
