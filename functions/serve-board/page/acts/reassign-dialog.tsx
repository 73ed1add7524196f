import { useState } from 'react';
import { useMe } from '../data/use-me.ts';
import { assigneeName } from '../parts/owner.tsx';
import { filled } from '../words/filled.ts';
import { useLanguage } from '../words/locale.tsx';
import { ActDialog } from './act-dialog.tsx';
import { actsTexts } from './acts-texts.ts';
import { AssigneeSelect, assigneeIn } from './assignee-select.tsx';
import type { DialogProps } from './dialog-props.ts';
import { useAct } from './use-act.ts';

/** Gives a record to another person, or to a team. */
export function ReassignDialog({ entry, onClose }: DialogProps) {
  const { say } = useLanguage();
  const { take, isBusy } = useAct();
  const me = useMe();
  const [value, setValue] = useState('');
  const to = assigneeIn(value);
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
      canSubmit={to !== undefined}
      isBusy={isBusy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <AssigneeSelect label={say(actsTexts.reassignTo)} value={value} onChange={setValue} />
    </ActDialog>
  );
}
