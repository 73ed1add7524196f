import { useLanguage } from '../../words/locale.tsx';
import { type ColumnName, columnOf } from './columns.ts';
import type { Sort } from './sort-rows.ts';
import { type SortColumn, sortColumns } from './sort-rows.ts';

interface HeadProps {
  readonly name: ColumnName;
  readonly sort: Sort;
  readonly change: (sort: Sort) => void;
}

export function ColumnHead({ name, sort, change }: HeadProps) {
  const { say } = useLanguage();
  const { name: heading, hint, isNumber } = columnOf(name);
  const by = sortColumns.find((each) => each === name);
  const isSorted = sort.by === name;
  return (
    <th
      scope="col"
      className={isNumber && 'case-number'}
      title={hint && say(hint)}
      aria-sort={isSorted ? (sort.isDown ? 'descending' : 'ascending') : undefined}
    >
      {by ? <SortButton by={by} text={say(heading)} sort={sort} change={change} /> : say(heading)}
    </th>
  );
}

function SortButton({
  by,
  text,
  sort,
  change,
}: Omit<HeadProps, 'name'> & { readonly by: SortColumn; readonly text: string }) {
  const isSorted = sort.by === by;
  return (
    <button type="button" onClick={() => change({ by, isDown: isSorted ? !sort.isDown : startsDown(by) })}>
      {text}
      {isSorted && <SortSign isDown={sort.isDown} />}
    </button>
  );
}

/** Of sums and times the large and late ones are looked for first; of the platform's time what is next. */
function startsDown(by: SortColumn): boolean {
  return by === 'asked' || by === 'paid' || by === 'refunded' || by === 'opened';
}

function SortSign({ isDown }: { readonly isDown: boolean }) {
  return (
    <svg className="sort-sign" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
      <path d={isDown ? 'M1 3h8L5 8z' : 'M1 7h8L5 2z'} fill="currentColor" />
    </svg>
  );
}
