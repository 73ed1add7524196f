import type { ReactNode } from 'react';
import { headlineWords } from '#shared/words/headline-words.ts';
import { openWord } from '#shared/words/open-word.ts';
import { reasonText } from '#shared/words/reason-text.ts';
import { sourceWords } from '#shared/words/source-words.ts';
import { formatTime } from '#shared/words/wording.ts';
import { Copyable } from '../../parts/copyable.tsx';
import { FlagMark } from '../../parts/flag-mark.tsx';
import { moneyText } from '../../parts/money-text.ts';
import { partsTexts } from '../../parts/parts-texts.ts';
import { ProductCell } from '../../parts/product-cell.tsx';
import { CaseLink } from './case-link.tsx';
import { casesTexts } from './cases-texts.ts';
import type { CellProps } from './cell-props.ts';
import { type ColumnName, columns } from './columns.ts';
import { kindText, ownerText, qualityText } from './entry-texts.ts';
import { PlatformClock } from './platform-clock.tsx';

/** What each column shows of a case; texts from outside are kept apart from the direction of what stands around them. */
export const cells: Readonly<Record<ColumnName, (props: CellProps) => ReactNode>> = {
  case: CaseNumber,
  shop: ({ entry: { shop, source }, reader: { locale } }) => (
    <Two first={shop} second={openWord(sourceWords, source, locale)} />
  ),
  order: ({ entry: { orderId }, reader: { locale } }) =>
    orderId ? <Copyable text={orderId} what={columns.order.name[locale]} /> : <Nothing />,
  goods: ({ entry }) => (entry.goods ? <ProductCell entry={entry} /> : <Nothing />),
  kind: ({ entry: { kind }, reader: { locale } }) => <Wrapped text={kindText(kind, locale)} />,
  state: ({ entry: { headline }, reader: { locale } }) => <Wrapped text={headlineWords[headline][locale]} />,
  reason: ({ entry: { reason }, reader: { locale } }) => <Wrapped text={reason ? reasonText(reason, locale) : ''} />,
  asked: (props) => <Sum {...props} amount={props.entry.asked} />,
  paid: (props) => <Sum {...props} amount={props.entry.paid} />,
  refunded: (props) => <Sum {...props} amount={props.entry.refunded} />,
  parcel: Parcels,
  quality: ({ entry, reader: { locale } }) => (
    <Wrapped text={qualityText(entry, locale)} otherwise={casesTexts.notInList[locale]} />
  ),
  opened: Opened,
  platform: (props) => <PlatformClock {...props} />,
  owner: Owner,
  marks: ({ entry: { work } }) => (work.flag || work.notes > 0 ? <FlagMark work={work} /> : <Nothing />),
};

function CaseNumber({ entry, match, reader: { locale } }: CellProps) {
  const done = entry.isOpen ? undefined : casesTexts.done[locale];
  const second = [done, match].filter((text) => text !== undefined).join(' · ');
  return (
    <span className="stacked">
      <CaseLink entry={entry} />
      {second && (
        <bdi className="second line" title={second}>
          {second}
        </bdi>
      )}
    </span>
  );
}

/** @param title - why */
function Nothing({ title }: { readonly title?: string }) {
  return (
    <span className="quiet" title={title}>
      —
    </span>
  );
}

function Two({ first, second }: { readonly first: string; readonly second?: string | undefined }) {
  return (
    <span className="stacked" title={[first, second].filter(Boolean).join(' · ')}>
      <bdi className="line">{first}</bdi>
      {second && <bdi className="second line">{second}</bdi>}
    </span>
  );
}

/** One text over both lines. */
function Wrapped({ text, otherwise }: { readonly text: string; readonly otherwise?: string }) {
  if (text === '') {
    return <Nothing {...(otherwise && { title: otherwise })} />;
  }
  return (
    <bdi className="cell-wrapped" title={text}>
      {text}
    </bdi>
  );
}

function Sum({ entry: { currency }, amount, reader }: CellProps & { readonly amount: number | undefined }) {
  if (amount === undefined || currency === undefined) {
    return <Nothing />;
  }
  const { locale, me } = reader;
  return <span className="money">{moneyText({ amount, currency }, { locale, home: me.merchant.currency })}</span>;
}

function Parcels({ entry: { numbers }, reader: { locale } }: CellProps) {
  const [first, ...others] = numbers;
  if (first === undefined) {
    return <Nothing />;
  }
  return (
    <span className="stacked">
      <Copyable text={first} what={columns.parcel.name[locale]} />
      {others.length > 0 && (
        <bdi className="second" title={others.join('\n')}>
          +{others.length}
        </bdi>
      )}
    </span>
  );
}

function Opened({ entry: { openedAt }, reader: { me } }: CellProps) {
  if (!openedAt) {
    return <Nothing />;
  }
  const [day = '', time = ''] = formatTime(openedAt, me.merchant.timeZone).split(' ');
  return (
    <time dateTime={openedAt}>
      <Two first={day} second={time.slice(0, 5)} />
    </time>
  );
}

function Owner({ entry, reader }: CellProps) {
  const { owner, team } = entry.work;
  if (owner) {
    return <Two first={ownerText(entry, reader)} second={team} />;
  }
  return (
    <span className="stacked">
      <span className="owner-none">{partsTexts.nobody[reader.locale]}</span>
      {team && <bdi className="second line">{team}</bdi>}
    </span>
  );
}
