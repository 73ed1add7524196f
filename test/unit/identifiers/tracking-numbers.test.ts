import { describe, expect, it } from 'vitest';
import { readTrackingNumbers, trackingNumbersIn } from '#shared/identifiers/tracking-numbers.ts';

describe('readTrackingNumbers', () => {
  it.each([
    ['SF1400000000012', ['SF1400000000012']],
    ['SF1400000000012/YT2800000000001', ['SF1400000000012', 'YT2800000000001']],
    ['sf1400000000012，ＹＴ２８００００００００００１、 jdvc0001', ['SF1400000000012', 'YT2800000000001', 'JDVC0001']],
    ['SF1400000000012 YT2800000000001', ['SF1400000000012', 'YT2800000000001']],
    ['SF1400000000012; SF1400000000012;', ['SF1400000000012']],
    ['SF1400000000012,', ['SF1400000000012']],
    ['ABCDE', ['ABCDE']],
    ['1400 0000 0012 3456', ['1400000000123456']],
    ['SF 1400000000012', ['SF1400000000012']],
    ['SF 1400 0000 / YT 2800 0000', ['SF14000000', 'YT28000000']],
  ])('reads %j as %j', (text, numbers) => {
    expect(readTrackingNumbers(text)).toEqual({ kind: 'numbers', numbers: numbers.map((number) => ({ number })) });
  });

  it.each(['', 'N/A', '无', '/', ' , '])('knows that %j stands for no number', (text) => {
    expect(readTrackingNumbers(text)).toEqual({ kind: 'placeholder' });
  });

  it.each([
    'A/B',
    '2024/05/06',
    'SF1400000000012/无',
    'YUNDA/4321234567890',
    '顺丰 SF1400000000012',
    '已寄出',
    'https://t.example/1',
  ])('takes no number of %j', (text) => {
    expect(readTrackingNumbers(text)).toEqual({ kind: 'invalid' });
  });
});

/* One reader for what people type and what systems write: a WMS's field names parcels that came, so what can be read of it is not lost. */
describe('trackingNumbersIn', () => {
  it.each([
    ['SF1400000000012/无', ['SF1400000000012'], []],
    ['YUNDA/4321234567890', ['4321234567890'], ['YUNDA']],
    ['SF1400000000012，破损', ['SF1400000000012'], ['破损']],
    ['SF1400000000012 YT2800000000001', ['SF1400000000012', 'YT2800000000001'], []],
    ['SF1400000000012;sf1400000000012', ['SF1400000000012'], []],
    ['SF\r\n1400000000012', ['SF1400000000012'], []],
    ['顺丰 SF1400000000012', [], ['顺丰 SF1400000000012']],
    ['N/A', [], []],
    ['', [], []],
    ['?!', [], ['?!']],
  ])('takes of %j the numbers %j and leaves %j', (text, numbers, rest) => {
    expect(trackingNumbersIn(text)).toEqual({ numbers: numbers.map((number) => ({ number })), rest });
  });

  it('takes at most 20 numbers', () => {
    const text = Array.from({ length: 25 }, (_each, place) => `SF14000000000${place + 10}`).join(',');
    expect(trackingNumbersIn(text).numbers).toHaveLength(20);
  });

  it('A4: reads each of several labels, and says of each what was seen', () => {
    expect(trackingNumbersIn('JDVA00000000001-1-2-, JDVA00000000001-2-2-;]C1SF1400000000012').numbers).toEqual([
      { number: 'JDVA00000000001', seen: 'JDVA00000000001-1-2-' },
      { number: 'SF1400000000012', seen: ']C1SF1400000000012' },
    ]);
  });

  /* Put together, the two have the 28 characters and the check character of a label of DPD, and its number was one that nobody wrote. */
  it('A4: does not take two numbers with a blank between them for one label', () => {
    const pairs = ['SF1191076551483 7552239976041', '75588784739070 75527047328301'];

    expect(pairs.map((text) => trackingNumbersIn(text).numbers.map(({ number }) => number))).toEqual(
      pairs.map((text) => text.split(' ')),
    );
  });

  it('A4: does not take the groups of one long label for numbers', () => {
    expect(trackingNumbersIn('1001921334 250001000300 779017972697').numbers).toEqual([
      { number: '779017972697', seen: '1001921334 250001000300 779017972697' },
    ]);
  });
});
