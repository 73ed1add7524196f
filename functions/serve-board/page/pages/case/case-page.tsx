import { Link, useParams } from 'wouter';
import { parseCaseKey } from '#shared/returns/case/case-key.ts';
import { CaseActs } from '../../acts/case-acts.tsx';
import { useLanguage } from '../../words/locale.tsx';
import { CasePanel } from './case-panel.tsx';
import { caseTexts } from './case-texts.ts';

/** One case on a page of its own. */
export function CasePage() {
  const { say } = useLanguage();
  const { key = '' } = useParams<{ key: string }>();
  const caseKey = decoded(key);
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

/** A link that somebody typed may hold a `%` that stands for itself. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
