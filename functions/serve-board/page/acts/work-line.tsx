import type { EntryWork } from '#shared/returns/attention/entry.ts';
import { deedTexts, snoozeReasonTexts } from '#shared/returns/work/work-texts.ts';
import { FlagMark } from '../parts/flag-mark.tsx';
import { Owner } from '../parts/owner.tsx';
import { useMoment } from '../parts/use-moment.ts';
import { useLanguage } from '../words/locale.tsx';
import { actsTexts } from './acts-texts.ts';
import './acts.css';

/** What people's work on a record is by now. */
export function WorkLine({ work }: { readonly work: EntryWork }) {
  return (
    <div className="work-line" aria-live="polite">
      <Owner work={work} />
      <FlagMark work={work} />
      <WorkState work={work} />
    </div>
  );
}

/** Until when a record is put off, and what was done about it in the store. */
export function WorkState({ work: { snooze, handled } }: { readonly work: Pick<EntryWork, 'snooze' | 'handled'> }) {
  const { say } = useLanguage();
  const moment = useMoment();
  const later =
    snooze &&
    `${say(actsTexts.snoozedUntil).replace('{at}', moment(snooze.until))} · ${say(snoozeReasonTexts[snooze.reason])}`;
  const done = handled && say(actsTexts.handledState[handled.state]).replace('{did}', say(deedTexts[handled.did]));
  return (
    <>
      {later && <span className="second">{later}</span>}
      {done && <span className={handled.state === 'differs' ? 'clock-late' : 'second'}>{done}</span>}
    </>
  );
}
