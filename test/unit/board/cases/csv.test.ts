import { describe, expect, it } from 'vitest';
import type { Instant } from '#shared/returns/record/instant.ts';
import { type CsvCell, csvOf } from '../../../../functions/serve-board/page/pages/cases/csv.ts';
import { csvName } from '../../../../functions/serve-board/page/pages/cases/csv-name.ts';

const text = (value: string): CsvCell => ({ kind: 'text', text: value });
const name = (value: string): CsvCell => ({ kind: 'name', text: value });
/** One cell as it is written, without the mark and the end of its line. */
const written = (cell: CsvCell) => csvOf([[cell]]).slice(1, -2);

describe('csvOf', () => {
  it('begins with a byte order mark, and ends each line with CRLF', () => {
    expect(
      csvOf([
        [text('售后单号'), text('实付')],
        [name('RMA-1'), { kind: 'number', number: 299.5 }],
      ]),
    ).toBe('\ufeff售后单号,实付\r\nRMA-1,299.5\r\n');
  });

  it.each([
    ['a comma', 'shoe, red', '"shoe, red"'],
    ['quotes', '5" tube', '"5"" tube"'],
    ['an end of line', 'one\ntwo', '"one\ntwo"'],
    ['a carriage return', 'one\rtwo', '"one\rtwo"'],
    ['nothing of the kind', '跑鞋 41', '跑鞋 41'],
  ])('quotes a text with %s as it must', (_what, value, expected) => {
    expect(written(text(value))).toBe(expected);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1+1', '＝1', '－1', '=HYPERLINK("http://x")'])(
    'makes no formula of %j, whatever it is a cell of',
    (value) => {
      for (const cell of [text(value), ...(/^[+-]?\d+$/.test(value) ? [] : [name(value)])]) {
        expect(written(cell)).toMatch(/^"?'/);
      }
    },
  );

  it.each([
    ['seventeen digits', '12345678901234567'],
    ['noughts in front', '0012'],
    ['a power of ten', '12E34'],
    ['a day', '3-4'],
    ['a month', 'MAR-10'],
    ['a sign', '-12345'],
    ['a time', '10:30'],
  ])('keeps a name with %s as it is', (_what, value) => {
    expect(written(name(value))).toBe(`"=""${value}"""`);
  });

  it.each(['SF1234567890123', 'RMA-1001', 'standard:main:9', '#1042-R1'])(
    'leaves %s, which nobody misreads',
    (value) => {
      expect(written(name(value))).toBe(value);
    },
  );

  it('lets no name out of its text', () => {
    expect(written(name('1","=1+1'))).toBe('"1"",""=1+1"');
  });
});

describe('csvName', () => {
  const now = '2026-03-10T18:05:00.000Z' as Instant;

  it('names the merchant and the day by its clocks', () => {
    expect(csvName({ merchant: 'demo', what: '售后单', now, timeZone: 'Asia/Shanghai' })).toBe(
      'demo-售后单-2026-03-11-0205.csv',
    );
  });

  it('leaves out what no file may be called', () => {
    expect(csvName({ merchant: 'a/b:c', what: 'cases', now, timeZone: 'UTC' })).toBe('a-b-c-cases-2026-03-10-1805.csv');
  });
});
