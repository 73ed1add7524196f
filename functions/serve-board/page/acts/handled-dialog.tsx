import { useState } from 'react';
import type { Deed } from '#shared/returns/work/part.ts';
import { deedChoiceTexts } from '#shared/returns/work/work-texts.ts';
import { useLanguage } from '../words/locale.tsx';
import { ActDialog } from './act-dialog.tsx';
import { actsTexts } from './acts-texts.ts';
import { Choices } from './choices.tsx';
import type { DialogProps } from './dialog-props.ts';
import { fittingDeeds } from './fitting-deeds.ts';
import { useAct } from './use-act.ts';

/** Says what was done in the store's own back office. */
export function HandledDialog({ entry, onClose }: DialogProps) {
  const { say } = useLanguage();
  const { take, isBusy } = useAct();
  const [did, setDid] = useState<Deed>();
  const submit = async () => {
    if (did && (await take(entry, { act: 'handled-on-platform', did }, actsTexts.handledDone))) {
      onClose();
    }
  };
  return (
    <ActDialog
      entry={entry}
      title={say(actsTexts.handled)}
      submitText={say(actsTexts.save)}
      canSubmit={did !== undefined}
      isBusy={isBusy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Choices
        legend={say(actsTexts.handledHow)}
        choices={fittingDeeds(entry).map((value) => ({ value, name: say(deedChoiceTexts[value]) }))}
        chosen={did}
        onChoose={setDid}
      />
      <p className="quiet">{say(actsTexts.handledHint)}</p>
    </ActDialog>
  );
}
