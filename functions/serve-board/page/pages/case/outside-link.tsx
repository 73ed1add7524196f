import type { ReactNode } from 'react';
import { useLanguage } from '../../words/locale.tsx';
import { caseTexts } from './case-texts.ts';

interface OutsideLinkProps {
  /** What came from outside may be no address at all, or one that runs a script: then it is a text. */
  readonly url: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Leads out of the board, in a new tab that knows nothing of this one. */
export function OutsideLink({ url, className, children }: OutsideLinkProps) {
  const { say } = useLanguage();
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
    return <bdi>{children}</bdi>;
  }
  return (
    <a className={className} href={url} target="_blank" rel="noopener noreferrer" title={say(caseTexts.newTab)}>
      {children} <span aria-hidden="true">↗</span>
      <span className="case-unseen">{say(caseTexts.newTab)}</span>
    </a>
  );
}
