import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { Entry } from '#shared/returns/attention/entry.ts';
import { useMe } from '../data/use-me.ts';
import { FlagIcon } from '../parts/icons.tsx';
import { useBackOffice } from '../parts/use-back-office.ts';
import { useLanguage } from '../words/locale.tsx';
import { ActDialogs, type DialogName } from './act-dialogs.tsx';
import { actsTexts } from './acts-texts.ts';
import { ClaimButton } from './claim-button.tsx';
import { possibleActs } from './possible-acts.ts';
import { useAct } from './use-act.ts';
import { flagItems } from './use-act-menu.tsx';
import { WorkLine } from './work-line.tsx';
import './acts.css';

/** Who works on a record, and all that one may do about it. */
export function ActsBar({ entry }: { readonly entry: Entry }) {
  const { say } = useLanguage();
  const me = useMe();
  const acts = useAct();
  const backOffice = useBackOffice();
  const [dialog, setDialog] = useState<DialogName>();
  if (!me?.operations.includes('takeCaseAct')) {
    return <WorkLine work={entry.work} />;
  }
  const possible = possibleActs(entry, me);
  const opens = (name: DialogName) => (
    <Button key={name} onClick={() => setDialog(name)}>
      {say(actsTexts[name])}
    </Button>
  );
  return (
    <div className="acts-bar">
      <WorkLine work={entry.work} />
      <div className="acts-buttons" role="toolbar" aria-label={say(actsTexts.acts)}>
        <ClaimButton entry={entry} acts={acts} />
        {backOffice.link(entry) && <Button onClick={() => backOffice.open(entry)}>{say(actsTexts.backOffice)}</Button>}
        {possible.handled && opens('handled')}
        {opens('note')}
        {opens('snooze')}
        {possible.wake && (
          <Button onClick={() => void acts.take(entry, { act: 'wake' }, actsTexts.woken)}>{say(actsTexts.wake)}</Button>
        )}
        <Dropdown trigger={['click']} menu={{ items: flagItems(entry, acts, say) }}>
          <Button icon={<FlagIcon />}>{say(actsTexts.flag)}</Button>
        </Dropdown>
        {possible.reassign && opens('reassign')}
        {possible.release && (
          <Button onClick={() => void acts.take(entry, { act: 'release' }, actsTexts.released)}>
            {say(actsTexts.release)}
          </Button>
        )}
      </div>
      <ActDialogs open={dialog && { dialog, entry }} onClose={() => setDialog(undefined)} />
    </div>
  );
}
