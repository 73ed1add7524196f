import { type Instant, millisOf } from '#shared/returns/record/instant.ts';
import { useNow } from '../../data/use-now.ts';
import { casesTexts } from './cases-texts.ts';
import type { CellProps } from './cells.tsx';
import { platformTexts } from './entry-texts.ts';

/** How long the platform still waits, and what it does then; it runs by itself, so that rows need not be drawn anew. */
export function PlatformClock({ entry, reader: { locale } }: CellProps) {
  const now = useNow();
  const texts = platformTexts(entry, now, locale);
  if (!texts) {
    return (
      <span className="cell-nothing" title={casesTexts.noClock[locale]}>
        –
      </span>
    );
  }
  return (
    <>
      <span className={`cell-first ${urgencyOf(entry.platform?.dueAt, now)}`}>{texts.left}</span>
      <span className="cell-second" title={texts.then}>
        {texts.then}
      </span>
    </>
  );
}

const hourMs = 3_600_000;

function urgencyOf(dueAt: Instant | undefined, now: Instant): string {
  const left = dueAt ? millisOf(dueAt) - millisOf(now) : Number.POSITIVE_INFINITY;
  if (left < 2 * hourMs) {
    return 'due-soon';
  }
  return left < 8 * hourMs ? 'due-near' : '';
}
