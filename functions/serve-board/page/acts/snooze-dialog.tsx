import { useState } from 'react';
import type { Instant } from '#shared/returns/record/instant.ts';
import { type SnoozeReason, snoozeReasons } from '#shared/returns/work/part.ts';
import { snoozeReasonTexts } from '#shared/returns/work/work-texts.ts';
import { useMe } from '../data/use-me.ts';
import { useNow } from '../data/use-now.ts';
import { useMoment } from '../parts/use-moment.ts';
import { instantAtWall, wallTimeOf } from '../parts/wall-time.ts';
import { filled } from '../words/filled.ts';
import { useLanguage } from '../words/locale.tsx';
import { ActDialog } from './act-dialog.tsx';
import { actsTexts } from './acts-texts.ts';
import { Choices } from './choices.tsx';
import type { DialogProps } from './dialog-props.ts';
import { snoozeTimes } from './snooze-times.ts';
import { useAct } from './use-act.ts';

/** Puts a record off until a time, for a reason. */
export function SnoozeDialog({ entry, onClose }: DialogProps) {
  const { say } = useLanguage();
  const { take, isBusy } = useAct();
  const now = useNow();
  const moment = useMoment();
  const zone = useMe()?.merchant.timeZone ?? 'UTC';
  const [wall, setWall] = useState('');
  const [reason, setReason] = useState<SnoozeReason>();
  const until = instantAtWall(wall, zone);
  const isPast = until !== undefined && until <= now;
  const submit = async (at: Instant | undefined) => {
    const done = filled(actsTexts.snoozed, { at: at ? moment(at) : '' });
    if (at && reason && (await take(entry, { act: 'snooze', until: at, reason }, done))) {
      onClose();
    }
  };
  return (
    <ActDialog
      entry={entry}
      title={say(actsTexts.snooze)}
      submitText={say(actsTexts.snooze)}
      canSubmit={reason !== undefined && until !== undefined && !isPast}
      isBusy={isBusy}
      onSubmit={() => void submit(until)}
      onClose={onClose}
    >
      <Choices
        legend={say(actsTexts.why)}
        choices={snoozeReasons.map((value) => ({ value, name: say(snoozeReasonTexts[value]) }))}
        chosen={reason}
        onChoose={setReason}
      />
      <Times now={now} zone={zone} wall={wall} onWall={setWall} />
      {isPast && <p role="alert">{say(actsTexts.isPast)}</p>}
      <p className="quiet">{say(actsTexts.snoozeHint)}</p>
    </ActDialog>
  );
}

interface TimesProps {
  readonly now: Instant;
  readonly zone: string;
  readonly wall: string;
  readonly onWall: (wall: string) => void;
}

function Times({ now, zone, wall, onWall }: TimesProps) {
  const { say } = useLanguage();
  const times = snoozeTimes(now, zone).map(({ name, until }) => ({ value: wallTimeOf(until, zone), name: say(name) }));
  return (
    <>
      <Choices legend={say(actsTexts.when)} choices={times} chosen={wall} onChoose={onWall} />
      <label className="act-field">
        <span>{say(actsTexts.otherTime).replace('{zone}', zone)}</span>
        <input
          type="datetime-local"
          value={wall}
          min={wallTimeOf(now, zone)}
          onChange={({ target }) => onWall(target.value)}
        />
      </label>
    </>
  );
}
