import { useNow } from '../../data/use-now.ts';
import { clockTone } from '../../parts/clock-tone.ts';
import { casesTexts } from './cases-texts.ts';
import type { CellProps } from './cell-props.ts';
import { platformTexts } from './entry-texts.ts';

/** How long the platform still waits, and what it does then; it runs by itself, so that rows need not be drawn anew. */
export function PlatformClock({ entry, reader: { locale } }: CellProps) {
  const now = useNow();
  const texts = platformTexts(entry, now, locale);
  if (!texts) {
    return (
      <span className="quiet" title={casesTexts.noClock[locale]}>
        —
      </span>
    );
  }
  const { left, atTimeOut } = texts;
  return (
    <span className="stacked" title={`${left} · ${atTimeOut}`}>
      <span className={`clock-left clock-${clockTone(entry.platform?.dueAt, now)}`}>{left}</span>
      <span className="second line">{atTimeOut}</span>
    </span>
  );
}
