import type { CaseEntry } from '#shared/returns/attention/entry.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { flagTexts } from '#shared/returns/work/work-texts.ts';
import { headlineWords } from '#shared/words/headline-words.ts';
import type { Texts } from '#shared/words/locale.ts';
import { reasonText } from '#shared/words/reason-text.ts';
import { formatTime } from '#shared/words/wording.ts';
import { type CaseRow, unitsIn } from './case-row.ts';
import { type ColumnName, columnNames, columns } from './columns.ts';
import { type CsvCell, csvOf } from './csv.ts';
import { kindText, ownerText, qualityText } from './entry-texts.ts';
import type { Reader } from './reader.ts';

interface CsvColumn {
  readonly name: Texts;
  readonly cell: (entry: CaseEntry, reader: Reader) => CsvCell;
}

const text = (value: string): CsvCell => ({ kind: 'text', text: value });
const name = (value: string | undefined): CsvCell => ({ kind: 'name', text: value ?? '' });
const time = (at: Instant | undefined, { me }: Reader) => text(at ? formatTime(at, me.merchant.timeZone) : '');

/** In whole units, so that a sheet can add them up. */
function sum(amount: number | undefined, { currency }: CaseEntry): CsvCell {
  return amount === undefined || currency === undefined
    ? text('')
    : { kind: 'number', number: amount / unitsIn(currency) };
}

const own = (column: ColumnName, cell: CsvColumn['cell'], more: readonly CsvColumn[] = []) =>
  [{ name: columns[column].name, cell }, ...more] as const;

/** What stands in two lines of the table has two columns here. */
const byColumn: Readonly<Record<ColumnName, readonly CsvColumn[]>> = {
  case: own('case', ({ caseId }) => name(caseId)),
  shop: own('shop', ({ shop }) => name(shop), [
    { name: { 'zh-CN': '来源', en: 'Source' }, cell: ({ source }) => text(source) },
  ]),
  order: own('order', ({ orderId }) => name(orderId)),
  goods: own('goods', ({ goods }) => name(goods?.title), [
    { name: { 'zh-CN': 'SKU', en: 'SKU' }, cell: ({ goods }) => name(goods?.sku) },
    {
      name: { 'zh-CN': '数量', en: 'Quantity' },
      cell: ({ goods }) => (goods ? { kind: 'number', number: goods.quantity } : text('')),
    },
    { name: { 'zh-CN': '其他SKU', en: 'Other SKUs' }, cell: ({ skus }) => name(skus.join(' ')) },
  ]),
  kind: own('kind', ({ kind }, { locale }) => text(kindText(kind, locale))),
  state: own('state', ({ headline }, { locale }) => text(headlineWords[headline][locale])),
  reason: own('reason', ({ reason }, { locale }) => text(reason ? reasonText(reason, locale) : '')),
  asked: own('asked', (entry) => sum(entry.asked, entry)),
  paid: own('paid', (entry) => sum(entry.paid, entry)),
  refunded: own('refunded', (entry) => sum(entry.refunded, entry), [
    { name: { 'zh-CN': '币种', en: 'Currency' }, cell: ({ currency }) => text(currency ?? '') },
  ]),
  parcel: own('parcel', ({ numbers }) => name(numbers.join(' '))),
  quality: own('quality', (entry, { locale }) => text(qualityText(entry, locale))),
  opened: own('opened', ({ openedAt }, reader) => time(openedAt, reader)),
  platform: [
    {
      name: { 'zh-CN': '平台截止', en: "Platform's deadline" },
      cell: ({ platform }, reader) => time(platform?.dueAt, reader),
    },
  ],
  owner: own('owner', (entry, reader) => text(ownerText(entry, reader))),
  marks: [
    {
      name: { 'zh-CN': '旗标', en: 'Flag' },
      cell: ({ work }, { locale }) => text(work.flag ? flagTexts[work.flag][locale] : ''),
    },
    { name: { 'zh-CN': '备注数', en: 'Notes' }, cell: ({ work }) => ({ kind: 'number', number: work.notes }) },
  ],
};

const csvColumns = columnNames.flatMap((column) => byColumn[column]);

/** The rows as a table shows them, with its headings in the reader's language; nothing that it does not show. */
export function casesCsv(rows: readonly CaseRow[], reader: Reader): string {
  const head = csvColumns.map((column) => text(column.name[reader.locale]));
  return csvOf([head, ...rows.map(({ entry }) => csvColumns.map(({ cell }) => cell(entry, reader)))]);
}
