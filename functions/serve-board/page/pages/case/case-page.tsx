import { Link, useLocation } from 'wouter';
import { parseCaseKey } from '#shared/returns/case/case-key.ts';
import { CaseActs } from '../../acts/case-acts.tsx';
import { useLanguage } from '../../words/locale.tsx';
import { caseKeyInPath } from './case-key-in-path.ts';
import { CasePanel } from './case-panel.tsx';
import { caseTexts } from './case-texts.ts';

/** One case on a page of its own. */
export function CasePage() {
  const { say } = useLanguage();
  // Shown anew wherever the router leads; what it gives is read where it stands.
  useLocation();
  const caseKey = caseKeyInPath(window.location.pathname);
  return (
    <div className="case-page">
      <div className="case-page-top">
        <Link href="/cases">{say(caseTexts.backToCases)}</Link>
        <h1>
          {say(caseTexts.case)} <bdi>{parseCaseKey(caseKey)?.caseId ?? caseKey}</bdi>
        </h1>
      </div>
      <CaseActs caseKey={caseKey} />
      <CasePanel caseKey={caseKey} />
    </div>
  );
}
