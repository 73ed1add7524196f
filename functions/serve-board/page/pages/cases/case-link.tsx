import type { MouseEvent } from 'react';
import { useRouter } from 'wouter';
import type { CaseEntry } from '#shared/returns/attention/entry.ts';
import { CopyIcon } from '../../parts/icons.tsx';
import { partsTexts } from '../../parts/parts-texts.ts';
import { useCopy } from '../../parts/use-copy.ts';
import { filled } from '../../words/filled.ts';
import { useLanguage } from '../../words/locale.tsx';
import { casesTexts } from './cases-texts.ts';

export function caseHref(base: string, key: string): string {
  return `${base}/cases/${encodeURIComponent(key)}`;
}

/** To the case's own page, for a new tab; a plain click opens it beside the list, as one on its row does. Its number is copied by the button. */
export function CaseLink({ entry: { key, caseId } }: { readonly entry: CaseEntry }) {
  const { base } = useRouter();
  const { say } = useLanguage();
  const copy = useCopy();
  const copyText = say(filled(partsTexts.copy, { text: caseId }));
  return (
    <span className="copyable">
      <a
        className="copyable-text"
        href={caseHref(base, key)}
        onClick={stay}
        title={caseId}
        aria-label={say(filled(casesTexts.openCase, { case: caseId }))}
      >
        <bdi dir="ltr">{caseId}</bdi>
      </a>
      <button
        type="button"
        className="copyable-button"
        aria-label={copyText}
        title={copyText}
        onClick={() => void copy(caseId)}
      >
        <CopyIcon />
      </button>
    </span>
  );
}

/** A click that would only lead away from the list is left to the row. */
function stay(event: MouseEvent): void {
  const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (event.button === 0 && !isElsewhere) {
    event.preventDefault();
  }
}
