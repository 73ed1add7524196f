import { Button, Dropdown } from 'antd';
import { millisOf } from '#shared/returns/record/instant.ts';
import { durationText } from '#shared/words/time-left.ts';
import { actsTexts } from '../../acts/acts-texts.ts';
import { ClaimButton } from '../../acts/claim-button.tsx';
import { useActMenu } from '../../acts/use-act-menu.tsx';
import { useNow } from '../../data/use-now.ts';
import { Copyable } from '../../parts/copyable.tsx';
import { MoreIcon } from '../../parts/icons.tsx';
import { OwnTabLink } from '../../parts/own-tab-link.tsx';
import { filled } from '../../words/filled.ts';
import { useLanguage } from '../../words/locale.tsx';
import type { ListActs } from './list-acts.ts';
import { pageOf, type Row } from './row.ts';
import { todayTexts } from './today-texts.ts';

/** What to do, as the button that opens the row; below, what else, and since when. */
export function TodoCell({ row, onOpen }: { readonly row: Row; readonly onOpen: (id: string) => void }) {
  const { say, locale } = useLanguage();
  const now = useNow();
  const { id, actionText, more, since, place, isGone } = row;
  const others = more.length > 0 && say(filled(todayTexts.others, { n: more.length }));
  const waits = say(filled(todayTexts.since, { time: durationText(millisOf(now) - millisOf(since), locale) }));
  const all = [actionText, ...more.map((each) => each.actionText)].map((texts) => say(texts)).join(' · ');
  return (
    <span className="stacked">
      <button type="button" id={buttonIdOf(id)} className="today-open" title={all} onClick={() => onOpen(id)}>
        {place && <span className="today-place">{place}</span>}
        {say(actionText)}
      </button>
      <span className="second line">{isGone ? say(todayTexts.gone) : [waits, others].filter(Boolean).join(' · ')}</span>
    </span>
  );
}

/** Of the button that opens a row, where keys put the focus. */
export function buttonIdOf(id: string): string {
  return `open ${id}`.replaceAll(' ', '-');
}

/** The numbers that people paste into a back office. */
export function NumbersCell({ entry }: Pick<Row, 'entry'>) {
  const { say } = useLanguage();
  if (entry.record === 'parcel') {
    return <Copyable text={entry.number} what={say(todayTexts.number)} />;
  }
  return (
    <span className="stacked">
      <Copyable text={entry.caseId} what={say(todayTexts.caseId)} />
      {entry.orderId && <Copyable text={entry.orderId} what={say(todayTexts.orderId)} className="second" />}
    </span>
  );
}

export function ShopCell({ entry }: Pick<Row, 'entry'>) {
  const [name, below] = entry.record === 'case' ? [entry.shop, entry.source] : [entry.warehouseId, entry.carrier];
  return (
    <span className="stacked" title={[name, below].filter(Boolean).join(' · ')}>
      <bdi className="line">{name ?? '—'}</bdi>
      {below && <bdi className="second line">{below}</bdi>}
    </span>
  );
}

export function ActsCell({ row, list }: { readonly row: Row; readonly list: ListActs }) {
  const { say } = useLanguage();
  const menuOf = useActMenu();
  const { entry } = row;
  const { me, acts, openDialog, backOffice } = list;
  if (!me.operations.includes('takeCaseAct')) {
    return null;
  }
  const menu = menuOf(entry, { me, acts, openDialog: (dialog) => openDialog({ dialog, entry }) });
  const page = {
    key: 'page',
    label: <OwnTabLink href={pageOf(entry)}>{say(actsTexts.openPage)}</OwnTabLink>,
  };
  const toStore = backOffice.link(entry)
    ? [{ key: 'back-office', label: say(actsTexts.backOffice), onClick: () => backOffice.open(entry) }]
    : [];
  const items = [...toStore, ...(menu.items ?? []), page];
  return (
    <span className="today-acts">
      <ClaimButton entry={entry} acts={acts} />
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button type="text" aria-label={say(actsTexts.more)} icon={<MoreIcon />} />
      </Dropdown>
    </span>
  );
}
