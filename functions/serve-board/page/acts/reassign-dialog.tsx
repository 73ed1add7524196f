import { useState } from 'react';
import { useMe } from '../data/use-me.ts';
import { assigneeName } from '../parts/owner.tsx';
import { filled } from '../words/filled.ts';
import { useLanguage } from '../words/locale.tsx';
import { ActDialog } from './act-dialog.tsx';
import { actsTexts } from './acts-texts.ts';
import { AssigneeSelect, assigneeIn } from './assignee-select.tsx';
import type { DialogProps } from './dialog-props.ts';
import { isOutOfSight, shopOfEntry, shopText, teamGiven } from './out-of-sight.ts';
import { useAct } from './use-act.ts';

/** Gives a record to another person, or to a team. */
export function ReassignDialog({ entry, onClose }: DialogProps) {
  const { say } = useLanguage();
  const { take, isBusy } = useAct();
  const me = useMe();
  const [value, setValue] = useState('');
  const to = assigneeIn(value);
  const shop = shopOfEntry(entry);
  const isOut = to !== undefined && me !== undefined && isOutOfSight(shop, to, me);
  const submit = async () => {
    if (!to || !me) {
      return;
    }
    const done = filled(actsTexts.reassigned, { to: assigneeName(to, me, say) });
    if (await take(entry, { act: 'reassign', to }, done)) {
      onClose();
    }
  };
  return (
    <ActDialog
      entry={entry}
      title={say(actsTexts.reassign)}
      submitText={say(actsTexts.reassign)}
      canSubmit={to !== undefined && !isOut}
      isBusy={isBusy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <AssigneeSelect label={say(actsTexts.reassignTo)} value={value} onChange={setValue} />
      {isOut && (
        <p role="alert">
          {say(filled(actsTexts.outOfSight, { team: teamGiven(to, me) ?? '', shop: shopText(shop ?? '') }))}
        </p>
      )}
    </ActDialog>
  );
}
