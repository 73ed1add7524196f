import type { MouseEvent } from 'react';
import { useNow } from '../../data/use-now.ts';
import { ClockCell } from '../../parts/clock-cell.tsx';
import { FlagMark } from '../../parts/flag-mark.tsx';
import { KindCell } from '../../parts/kind-cell.tsx';
import { Money } from '../../parts/money.tsx';
import { Owner } from '../../parts/owner.tsx';
import { partyTexts } from '../../parts/party-texts.ts';
import { ProductCell } from '../../parts/product-cell.tsx';
import { filled } from '../../words/filled.ts';
import { useLanguage } from '../../words/locale.tsx';
import type { Band } from './bands.ts';
import type { ListActs } from './list-acts.ts';
import type { Row } from './row.ts';
import { ActsCell, NumbersCell, ShopCell, TodoCell } from './row-cells.tsx';
import { columnTexts, todayTexts } from './today-texts.ts';
import './today-table.css';

interface Props {
  readonly bands: readonly Band<Row>[];
  readonly list: ListActs;
}

const columns = Object.entries(columnTexts);

/** The list on a desk. */
export function TodayTable({ bands, list }: Props) {
  const { say } = useLanguage();
  return (
    <table className="today-table" aria-label={say(todayTexts.list)}>
      <colgroup>
        {columns.map(([name]) => (
          <col key={name} className={`today-col-${name}`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(([name, texts]) => (
            <th key={name} scope="col" className={`today-th-${name}`}>
              {say(texts)}
            </th>
          ))}
        </tr>
      </thead>
      {bands.map(({ key, name, rows, count }, index) => (
        <tbody key={key}>
          <tr className="today-band">
            <th scope="rowgroup" colSpan={columns.length}>
              {say(name)}{' '}
              {count !== undefined && <span className="quiet">{say(filled(todayTexts.count, { n: count }))}</span>}
              {index === 0 && <span className="second today-order">{say(todayTexts.largerFirst)}</span>}
            </th>
          </tr>
          {rows.map((row) => (
            <TableRow key={row.id} row={row} list={list} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function TableRow({ row, list }: { readonly row: Row; readonly list: ListActs }) {
  const { say } = useLanguage();
  const now = useNow();
  const { entry, platform, own, stake, waitsOn, isGone, id, place } = row;
  // The button within does it by keys; the rest of the row is a larger aim for a pointer.
  const openByPointer = (event: MouseEvent) => {
    const isOfAnother = (event.target as Element).closest('button, a, [role="menu"]');
    if (!isOfAnother && getSelection()?.isCollapsed !== false) {
      list.open(id);
    }
  };
  return (
    <tr
      className={isGone ? 'today-gone' : undefined}
      data-chosen={list.chosen === id || undefined}
      data-first={(list.marksFirst && place !== undefined) || undefined}
      onClick={openByPointer}
    >
      <td>
        <ClockCell clock={platform} now={now} second="at-time-out" />
      </td>
      <td>
        <TodoCell row={row} onOpen={list.open} />
      </td>
      <td>
        <ClockCell clock={own} now={now} second="name" />
      </td>
      <td className="today-stake">
        <Money sum={stake} />
      </td>
      <td>
        <ShopCell entry={entry} />
      </td>
      <td>
        <NumbersCell entry={entry} />
      </td>
      <td>
        <ProductCell entry={entry} />
      </td>
      <td>
        <KindCell entry={entry} />
      </td>
      <td className="today-waits-on">{say(partyTexts[waitsOn])}</td>
      <td>
        <Owner work={entry.work} />
      </td>
      <td>
        <FlagMark work={entry.work} />
      </td>
      <td>
        <ActsCell row={row} list={list} />
      </td>
    </tr>
  );
}
