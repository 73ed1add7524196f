import type { EntryWork } from '#shared/returns/attention/entry.ts';
import { deedTexts, snoozeReasonTexts } from '#shared/returns/work/work-texts.ts';
import { useMe } from '../data/use-me.ts';
import { useNow } from '../data/use-now.ts';
import { FlagMark } from '../parts/flag-mark.tsx';
import { Owner } from '../parts/owner.tsx';
import { shortTime } from '../parts/wall-time.ts';
import { useLanguage } from '../words/locale.tsx';
import { actsTexts } from './acts-texts.ts';
import './acts.css';

/** What people's work on a record is by now. */
export function WorkLine({ work }: { readonly work: EntryWork }) {
  const { say } = useLanguage();
  const now = useNow();
  const zone = useMe()?.merchant.timeZone ?? 'UTC';
  const { snooze, handled } = work;
  const later =
    snooze &&
    `${say(actsTexts.snoozedUntil).replace('{at}', shortTime(snooze.until, now, zone))} · ${say(snoozeReasonTexts[snooze.reason])}`;
  const done = handled && say(actsTexts.handledState[handled.state]).replace('{did}', say(deedTexts[handled.did]));
  return (
    <div className="work-line" aria-live="polite">
      <Owner work={work} />
      <FlagMark work={work} />
      {later && <span className="second">{later}</span>}
      {done && <span className={handled.state === 'differs' ? 'clock-late' : 'second'}>{done}</span>}
    </div>
  );
}
