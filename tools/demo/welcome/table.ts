import { clipMiddle, clipTo, padTo, widthOf, wrapTo } from '#shared/api/text-width.ts';
import { headlineWords } from '#shared/words/headline-words.ts';
import type { Locale } from '#shared/words/locale.ts';
import type { Row } from './row.ts';

const headings = {
  title: { 'zh-CN': '售后单', en: 'Case' },
  key: { 'zh-CN': '编号', en: 'Key' },
  stands: { 'zh-CN': '状态', en: 'Where it stands' },
  waits: { 'zh-CN': '等待', en: 'Waits for' },
  deadline: { 'zh-CN': '时效', en: 'Next deadline' },
} as const;
type Column = keyof typeof headings;
type Cells = Readonly<Record<Column, string>>;
type Widths = Readonly<Record<Column, number>>;

const indent = 2;
const gap = 2;
/** From here on a row needs one line only. */
const wideColumns = 150;
/** Where all of it is too wide, this is what is cut, in this order, and down to where. */
const leastOf: readonly (readonly [Column, number])[] = [
  ['key', 35],
  ['deadline', 36],
  ['stands', 27],
  ['deadline', 32],
  ['key', 28],
  ['stands', 22],
  ['waits', 20],
  ['title', 20],
];

export interface TableOptions {
  readonly locale: Locale;
  /** Of the terminal. */
  readonly columns: number;
}

/** Cases by where they stand, from the first wish to the close; of each group what is due first comes first. */
export function renderTable(rows: readonly Row[], options: TableOptions): string[] {
  const { locale, columns } = options;
  const lay = columns >= wideColumns ? wideLayout(rows, options) : narrowLayout(rows, options);
  const groups = (Object.keys(headlineWords) as Row['headline'][]).flatMap((headline) => {
    const own = rows.filter((row) => row.headline === headline).sort(byDue);
    const lines = own.flatMap((row) => [...lay(row), ...attentionLines(row, options)]);
    return own.length === 0 ? [] : ['', `${headlineWords[headline][locale]} (${own.length})`, ...lines];
  });
  return [...lay(mapped((each) => headings[each][locale])), ...groups];
}

type Layout = (cells: Cells) => string[];

/** All in one line. */
function wideLayout(rows: readonly Row[], { columns, locale }: TableOptions): Layout {
  const shown: readonly Column[] = ['title', 'key', 'stands', 'waits', 'deadline'];
  const room = columns - indent - gap * (shown.length - 1);
  const widths = fitted(naturalWidths(rows, locale), shown, room);
  return (cells) => [joined(shown.map((each) => [clipped(each, cells, widths), widths[each]]))];
}

/** In two lines: below it stand the key and the deadline. */
function narrowLayout(rows: readonly Row[], { columns, locale }: TableOptions): Layout {
  const shown: readonly Column[] = ['title', 'stands', 'waits'];
  const first = fitted(naturalWidths(rows, locale), shown, columns - indent - gap * (shown.length - 1));
  const keyWidth = first.title + first.stands;
  const widths = { ...first, key: keyWidth, deadline: columns - 2 * indent - gap - keyWidth };
  const lineOf = (line: readonly Column[], cells: Cells) =>
    joined(line.map((each) => [clipped(each, cells, widths), widths[each]]));
  return (cells) => [lineOf(shown, cells), `${' '.repeat(indent)}${lineOf(['key', 'deadline'], cells)}`.trimEnd()];
}

/** As wide as what is in it. */
function naturalWidths(rows: readonly Row[], locale: Locale): Widths {
  return mapped((each) => Math.max(widthOf(headings[each][locale]), ...rows.map((row) => widthOf(row[each]))));
}

function fitted(natural: Widths, shown: readonly Column[], room: number): Widths {
  const widths = { ...natural };
  let surplus = shown.reduce((sum, each) => sum + natural[each], 0) - room;
  for (const [column, least] of leastOf.filter(([each]) => shown.includes(each))) {
    const cut = Math.max(0, Math.min(surplus, widths[column] - least));
    widths[column] -= cut;
    surplus -= cut;
  }
  return widths;
}

function mapped<Value>(take: (column: Column) => Value): Record<Column, Value> {
  const entries = (Object.keys(headings) as Column[]).map((each) => [each, take(each)] as const);
  return Object.fromEntries(entries) as Record<Column, Value>;
}

function clipped(column: Column, cells: Cells, widths: Widths): string {
  return column === 'key' ? clipMiddle(cells.key, widths.key) : clipTo(cells[column], widths[column]);
}

function joined(cells: readonly (readonly [text: string, width: number])[]): string {
  const line = cells.map(([text, width]) => padTo(text, width)).join(' '.repeat(gap));
  return `${' '.repeat(indent)}${line}`.trimEnd();
}

/** Why a person should look. */
function attentionLines({ attention }: Row, { columns, locale }: TableOptions): string[] {
  const margin = ' '.repeat(indent * 2);
  const reasons = attention.join(locale === 'zh-CN' ? '；' : '; ');
  const lines = reasons === '' ? [] : wrapTo(reasons, columns - margin.length - 2);
  return lines.map((line, index) => `${margin}${index === 0 ? '! ' : '  '}${line}`);
}

/** What is not due at all comes last. */
function byDue(a: Row, b: Row): number {
  return (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9');
}
