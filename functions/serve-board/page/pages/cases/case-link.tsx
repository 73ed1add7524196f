import type { MouseEvent } from 'react';
import { useRouter } from 'wouter';
import type { CaseEntry } from '#shared/returns/attention/entry.ts';
import { useLanguage } from '../../words/locale.tsx';
import { casesTexts, filled } from './cases-texts.ts';

export function caseHref(base: string, key: string): string {
  return `${base}/cases/${encodeURIComponent(key)}`;
}

/** To the case's own page, for a new tab; a plain click opens it beside the list, as one on its row does. */
export function CaseLink({ entry: { key, caseId } }: { readonly entry: CaseEntry }) {
  const { base } = useRouter();
  const { say } = useLanguage();
  const stay = (event: MouseEvent) => {
    const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (isPlain) {
      event.preventDefault();
    }
  };
  return (
    <a
      href={caseHref(base, key)}
      onClick={stay}
      title={caseId}
      aria-label={filled(say(casesTexts.openCase), { case: caseId })}
    >
      <bdi>{caseId}</bdi>
    </a>
  );
}
