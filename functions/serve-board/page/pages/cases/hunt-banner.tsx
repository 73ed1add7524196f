import { Alert, Button } from 'antd';
import { Link } from 'wouter';
import { useCopy } from '../../parts/use-copy.ts';
import { filled } from '../../words/filled.ts';
import { useLanguage } from '../../words/locale.tsx';
import type { HuntReport } from './hunt-report.ts';
import { huntTexts } from './hunt-texts.ts';
import type { Answered } from './use-hunt.ts';

interface HuntBannerProps {
  readonly report: HuntReport;
  readonly state: Answered['state'];
  /** So many more were pasted than are looked for at once. */
  readonly more: number;
  /** Found, and left out by other filters. */
  readonly hidden: number;
  readonly showAll: () => void;
}

/** What became of the numbers that were looked for: what is not there is told apart from what is only closed. */
export function HuntBanner({ report, state, more, hidden, showAll }: HuntBannerProps) {
  const { say } = useLanguage();
  if (state === 'none') {
    return null;
  }
  const isMissing = state === 'answered' && report.missing.length > 0;
  return (
    <Alert
      className="hunt-banner"
      role="status"
      type={isMissing || state === 'failed' ? 'warning' : 'info'}
      title={
        <span className="hunt-parts">
          <Counts report={report} state={state} />
          {state === 'asking' && <span>{say(huntTexts.asking)}</span>}
          {state === 'failed' && <span>{say(huntTexts.failed)}</span>}
          {more > 0 && <strong>{say(filled(huntTexts.more, { count: more }))}</strong>}
          {hidden > 0 && (
            <span>
              {say(filled(huntTexts.hidden, { count: hidden }))}{' '}
              <Button type="link" size="small" onClick={showAll}>
                {say(huntTexts.showAll)}
              </Button>
            </span>
          )}
        </span>
      }
      description={isMissing && <Missing missing={report.missing} isOnly={sizeOf(report) === 1} />}
    />
  );
}

function Counts({ report, state }: Pick<HuntBannerProps, 'report' | 'state'>) {
  const { say } = useLanguage();
  const { open, closed, parcels, missing } = report;
  const told = [
    { text: huntTexts.open, count: open.length },
    { text: huntTexts.closed, count: closed.length },
    { text: huntTexts.parcels, count: parcels.length },
    ...(state === 'answered' ? [{ text: huntTexts.missing, count: missing.length }] : []),
  ].filter(({ count }) => count > 0);
  return (
    <span>
      {say(filled(huntTexts.asked, { count: sizeOf(report) }))}
      {told.map(({ text, count }) => say(filled(text, { count }))).join(' · ')}
      {parcels.length > 0 && (
        <>
          {' '}
          <Link href="/unclaimed">{say(huntTexts.toParcels)}</Link>
        </>
      )}
    </span>
  );
}

function Missing({ missing, isOnly }: { readonly missing: readonly string[]; readonly isOnly: boolean }) {
  const { say } = useLanguage();
  const copy = useCopy();
  if (isOnly) {
    return <bdi>{say(filled(huntTexts.missingOne, { term: missing[0] ?? '' }))}</bdi>;
  }
  return (
    <div className="hunt-missing">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard. */}
      <ul aria-label={say(huntTexts.missingList)} tabIndex={0}>
        {missing.map((term) => (
          <li key={term}>
            <bdi>{term}</bdi>
          </li>
        ))}
      </ul>
      <Button onClick={() => void copy(missing.join('\n'))}>{say(huntTexts.copyMissing)}</Button>
    </div>
  );
}

function sizeOf({ open, closed, parcels, missing }: HuntReport): number {
  return open.length + closed.length + parcels.length + missing.length;
}
