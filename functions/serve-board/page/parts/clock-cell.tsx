import type { ClockView } from '#shared/lists/attention-view.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { useLanguage } from '../words/locale.tsx';
import { clockTone } from './clock-tone.ts';
import { partsTexts } from './parts-texts.ts';
import { useMoment } from './use-moment.ts';
import './parts.css';

interface Props {
  readonly clock: ClockView | undefined;
  readonly now: Instant;
  /** Below: what happens then, or what the clock is for. */
  readonly second: 'at-time-out' | 'name';
}

/** How much time is left, as pressing as it is, and a second line. */
export function ClockCell({ clock, now, second }: Props) {
  const { say } = useLanguage();
  const moment = useMoment();
  if (!clock) {
    return <span className="quiet">{say(partsTexts.noClock)}</span>;
  }
  const { dueAt, left, name, atTimeOut } = clock;
  const below = second === 'name' ? name : atTimeOut;
  const whole = [say(name), dueAt && moment(dueAt), atTimeOut && say(atTimeOut)].filter(Boolean).join(' · ');
  return (
    <span className="stacked" title={whole}>
      <span className={`clock-left clock-${clockTone(dueAt, now)}`}>{left ? say(left) : say(partsTexts.paused)}</span>
      {below && <span className="second">{say(below)}</span>}
    </span>
  );
}
