import { memo } from 'react';
import type { CaseEntry } from '#shared/returns/attention/entry.ts';
import { useLanguage } from '../../words/locale.tsx';
import type { CaseRow } from './case-row.ts';
import { casesTexts } from './cases-texts.ts';
import { cells } from './cells.tsx';
import { ColumnHead } from './column-head.tsx';
import { columnNames, columnOf } from './columns.ts';
import { openOnClick } from './open-on-click.ts';
import type { Reader } from './reader.ts';
import type { Sort } from './sort-rows.ts';
import { useWindow } from './use-window.ts';
import './case-table.css';

const rowHeight = 52;
const width = columnNames.reduce((sum, name) => sum + columnOf(name).width, 0);

export interface ListProps {
  readonly rows: readonly CaseRow[];
  readonly reader: Reader;
  readonly openKey: string | undefined;
  readonly open: (key: string) => void;
  /** With another one the list begins at its top. */
  readonly order: unknown;
}

interface TableProps extends ListProps {
  readonly sort: Sort;
  readonly change: (sort: Sort) => void;
}

/** All rows of a table, of which only those are drawn that are seen. */
export function CaseTable({ rows, reader, openKey, open, order, sort, change }: TableProps) {
  const { say } = useLanguage();
  const { scrolled, first, end } = useWindow(rows.length, rowHeight, order);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
    <section className="case-table" ref={scrolled} tabIndex={0} aria-label={say(casesTexts.table)}>
      <table aria-rowcount={rows.length + 1} style={{ width }}>
        <colgroup>
          {columnNames.map((name) => (
            <col key={name} style={{ width: columnOf(name).width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columnNames.map((name) => (
              <ColumnHead key={name} name={name} sort={sort} change={change} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Space rows={first} />
          {rows.slice(first, end).map(({ id, entry }, place) => (
            <Row
              key={id}
              entry={entry}
              reader={reader}
              index={first + place + 2}
              isOpen={entry.key === openKey}
              open={open}
            />
          ))}
          <Space rows={rows.length - end} />
        </tbody>
      </table>
    </section>
  );
}

/** In place of rows that are not drawn. */
function Space({ rows }: { readonly rows: number }) {
  return rows > 0 ? (
    <tr aria-hidden>
      <td className="case-space" colSpan={columnNames.length} style={{ height: rows * rowHeight }} />
    </tr>
  ) : null;
}

interface RowProps {
  readonly entry: CaseEntry;
  readonly reader: Reader;
  readonly index: number;
  readonly isOpen: boolean;
  readonly open: (key: string) => void;
}

const Row = memo(function Row({ entry, reader, index, isOpen, open }: RowProps) {
  return (
    <tr aria-rowindex={index} aria-current={isOpen || undefined} onClick={openOnClick(() => open(entry.key))}>
      {columnNames.map((name) => {
        const Cell = cells[name];
        return (
          <td key={name} className={columnOf(name).isNumber && 'case-number'}>
            <div className="case-cell">
              <Cell entry={entry} reader={reader} />
            </div>
          </td>
        );
      })}
    </tr>
  );
});
