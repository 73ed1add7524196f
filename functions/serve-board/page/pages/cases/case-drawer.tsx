import { Drawer } from 'antd';
import { CaseActs } from '../../acts/case-acts.tsx';
import { OutIcon } from '../../parts/icons.tsx';
import { NewTabLink } from '../../parts/new-tab-link.tsx';
import { useNarrow } from '../../parts/use-narrow.ts';
import { filled } from '../../words/filled.ts';
import { useLanguage } from '../../words/locale.tsx';
import { CasePanel } from '../case/case-panel.tsx';
import { caseHref } from './case-link.tsx';
import { casesTexts } from './cases-texts.ts';

interface CaseDrawerProps {
  readonly caseKey: string | undefined;
  readonly close: () => void;
}

/** One case beside the list, which stays as it is. */
export function CaseDrawer({ caseKey, close }: CaseDrawerProps) {
  const { say } = useLanguage();
  const isNarrow = useNarrow();
  const caseId = caseKey?.split(':').slice(2).join(':') ?? '';
  return (
    <Drawer
      open={caseKey !== undefined}
      onClose={close}
      size={isNarrow ? '100%' : 'min(880px, 72vw)'}
      title={<bdi>{say(filled(casesTexts.drawer, { case: caseId }))}</bdi>}
      extra={
        caseKey !== undefined && (
          <NewTabLink href={caseHref('', caseKey)}>
            <OutIcon /> {say(casesTexts.openInTab)}
          </NewTabLink>
        )
      }
      destroyOnHidden
    >
      {caseKey !== undefined && <CaseActs caseKey={caseKey} />}
      {caseKey !== undefined && <CasePanel caseKey={caseKey} />}
    </Drawer>
  );
}
