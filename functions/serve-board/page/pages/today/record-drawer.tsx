import { Drawer, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import type { Entry } from '#shared/returns/attention/entry.ts';
import { ActsBar } from '../../acts/acts-bar.tsx';
import { actsTexts } from '../../acts/acts-texts.ts';
import { Copyable } from '../../parts/copyable.tsx';
import { OutIcon } from '../../parts/icons.tsx';
import { OwnTabLink } from '../../parts/own-tab-link.tsx';
import { numberOf } from '../../parts/use-back-office.ts';
import { useNarrow } from '../../parts/use-narrow.ts';
import { useLanguage } from '../../words/locale.tsx';
import { ParcelSummary } from './parcel-summary.tsx';
import { pageOf } from './row.ts';
import { todayTexts } from './today-texts.ts';

/** What is seen of a case is not needed before somebody opens one. */
const CasePanel = lazy(async () => ({ default: (await import('../case/case-panel.tsx')).CasePanel }));

interface Props {
  /** Which is open, by id; undefined: none. */
  readonly open: string | undefined;
  /** Undefined where it is no longer among what is open. */
  readonly entry: Entry | undefined;
  readonly onClose: () => void;
}

/** One record over the list, which stays and can be worked on beside it; on a phone a sheet of its own. */
export function RecordDrawer({ open, entry, onClose }: Props) {
  const { say } = useLanguage();
  const isNarrow = useNarrow();
  return (
    <Drawer
      open={open !== undefined}
      onClose={onClose}
      size={isNarrow ? '100%' : 620}
      mask={false}
      focusable={{ trap: isNarrow, focusTriggerAfterClose: false }}
      title={entry ? <Heading entry={entry} /> : say(todayTexts.list)}
      destroyOnHidden
    >
      {entry?.isOpen && <ActsBar entry={entry} />}
      <Suspense fallback={<Skeleton active />}>
        <Inside open={open} entry={entry} />
      </Suspense>
    </Drawer>
  );
}

function Heading({ entry }: { readonly entry: Entry }) {
  const { say } = useLanguage();
  const what = say(entry.record === 'case' ? todayTexts.caseId : todayTexts.number);
  return (
    <span className="today-drawer-head">
      <Copyable text={numberOf(entry)} what={what} />
      <OwnTabLink href={pageOf(entry)} label={say(actsTexts.openPage)}>
        <OutIcon />
      </OwnTabLink>
    </span>
  );
}

/** Also of a case that is done meanwhile: somebody may still read it. */
function Inside({ open, entry }: Pick<Props, 'open' | 'entry'>) {
  const { say } = useLanguage();
  if (entry?.record === 'parcel') {
    return <ParcelSummary entry={entry} />;
  }
  const caseKey = open?.startsWith('case ') ? open.slice('case '.length) : undefined;
  return (
    <>
      {!entry && <p className="quiet">{say(todayTexts.goneDetail)}</p>}
      {caseKey && <CasePanel key={caseKey} caseKey={caseKey} />}
    </>
  );
}
