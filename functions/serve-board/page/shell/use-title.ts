import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useLanguage } from '../words/locale.tsx';
import { boardPages } from './pages.ts';
import { shellTexts } from './shell-texts.ts';
import { caseIdAt, titleOf } from './title.ts';

/** Names the page in its tab, with how many of mine are urgent. */
export function useTitle(urgent: number): void {
  const { say } = useLanguage();
  const [at] = useLocation();
  const caseId = caseIdAt(at);
  const page = boardPages.find(({ path }) => path === at);
  const name = caseId ? `${say(shellTexts.case)} ${caseId}` : say(page?.name ?? shellTexts.missing);
  const title = titleOf(name, say(shellTexts.board), urgent);
  useEffect(() => {
    document.title = title;
  }, [title]);
}
