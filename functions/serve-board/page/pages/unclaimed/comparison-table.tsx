import type { ReactNode } from 'react';
import type { CaseEntry, ParcelEntry } from '#shared/returns/attention/entry.ts';
import type { CaseKind } from '#shared/returns/opening/facts.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { caseKindWords } from '#shared/words/case-kind-words.ts';
import { headlineWords } from '#shared/words/headline-words.ts';
import type { Words } from '#shared/words/words.ts';
import { useMoment } from '../../parts/use-moment.ts';
import { useLanguage } from '../../words/locale.tsx';
import type { Comparison, Fit } from './comparison.ts';
import type { Piece } from './number-diff.ts';
import { unclaimedTexts } from './unclaimed-texts.ts';

interface Props {
  readonly parcel: ParcelEntry;
  readonly entry: CaseEntry;
  readonly comparison: Comparison;
}

/** What came on the left, what the case says on the right, and a mark where they differ. */
export function ComparisonTable({ parcel, entry, comparison: { number, goods, time, state } }: Props) {
  const { say } = useLanguage();
  const kind = entry.kind && (caseKindWords as Words)[entry.kind as CaseKind];
  return (
    <table className="comparison">
      <thead>
        <tr>
          <td />
          <th scope="col">{say(unclaimedTexts.parcel)}</th>
          <th scope="col">{say(unclaimedTexts.case)}</th>
        </tr>
      </thead>
      <tbody>
        <Row
          name={say(unclaimedTexts.rowNumber)}
          fit={number.fit}
          parcel={number.diff ? <Pieces of={number.diff.parcel} /> : parcel.number}
        >
          {number.own ? number.diff ? <Pieces of={number.diff.case} /> : number.own : say(unclaimedTexts.noNumber)}
        </Row>
        <Row name={say(unclaimedTexts.rowGoods)} fit={goods.fit} parcel={<Came goods={goods.came} />}>
          <Expected comparison={goods} title={entry.goods?.title} />
        </Row>
        <Row name={say(unclaimedTexts.rowTime)} fit={time.fit} parcel={<Moment at={parcel.since} />}>
          <Asked time={time} />
        </Row>
        <Row name={say(unclaimedTexts.rowState)} fit={state.fit}>
          {[kind && say(kind), say(headlineWords[entry.headline])].filter(Boolean).join(' · ')}
        </Row>
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly name: string;
  readonly fit: Fit;
  /** Absent of what only a case has. */
  readonly parcel?: ReactNode;
  readonly children: ReactNode;
}

const fitMarks: Readonly<Record<Fit, string>> = { fits: '✓', differs: '≠', unknown: '' };

function Row({ name, fit, parcel, children }: RowProps) {
  const { say } = useLanguage();
  const word = { fits: unclaimedTexts.fits, differs: unclaimedTexts.differs, unknown: unclaimedTexts.cannotSay }[fit];
  return (
    <tr className={`fit-${fit}`}>
      <th scope="row">{name}</th>
      {parcel !== undefined && (
        <td>
          <bdi>{parcel}</bdi>
        </td>
      )}
      <td className="compared" colSpan={parcel === undefined ? 2 : 1}>
        {fitMarks[fit] && (
          <span className="fit-mark" role="img" aria-label={say(word)} title={say(word)}>
            {fitMarks[fit]}
          </span>
        )}
        <bdi>{children}</bdi>
      </td>
    </tr>
  );
}

function Pieces({ of }: { readonly of: readonly Piece[] }) {
  return of.map(({ text, differs }) => (differs ? <mark key="differs">{text}</mark> : text));
}

function Came({ goods }: { readonly goods: Comparison['goods']['came'] }) {
  const { say } = useLanguage();
  return goods.length > 0
    ? goods.map(({ sku, quantity }) => <div key={sku}>{`${sku} × ${quantity}`}</div>)
    : say(unclaimedTexts.noGoods);
}

function Expected({
  comparison,
  title,
}: {
  readonly comparison: Comparison['goods'];
  readonly title?: string | undefined;
}) {
  const { say } = useLanguage();
  return (
    <>
      {comparison.came.map(({ sku, fit, expected }) => (
        <div key={sku} className={`fit-${fit}`}>
          {goodsText(sku, fit, expected)}
        </div>
      ))}
      {comparison.isMoreExpected && <div className="second">{say(unclaimedTexts.moreExpected)}</div>}
      {title && <div className="second">{title}</div>}
    </>
  );

  function goodsText(sku: string, fit: Fit, expected: number | undefined): string {
    if (expected !== undefined) {
      return `${sku} × ${expected}`;
    }
    return fit === 'fits' ? sku : say(unclaimedTexts.notOfIt);
  }
}

function Moment({ at }: { readonly at: Instant }) {
  return useMoment()(at);
}

function Asked({ time: { openedAt, days = 0 } }: { readonly time: Comparison['time'] }) {
  const { say } = useLanguage();
  if (!openedAt) {
    return say(unclaimedTexts.unknown);
  }
  const [before, sameDay, after] = [unclaimedTexts.daysAfter, unclaimedTexts.sameDay, unclaimedTexts.askedAfter];
  const distance = say(days < 0 ? after : days === 0 ? sameDay : before).replace('{n}', String(days));
  return (
    <>
      {say(unclaimedTexts.asked)} <Moment at={openedAt} />
      <div className="second">{distance}</div>
    </>
  );
}
