import { describe, expect, it } from 'vitest';
import { canonicalNumber, readTrackingNumber } from '#shared/identifiers/tracking-number.ts';

describe('readTrackingNumber', () => {
  it.each([
    ['SF1400000000012', 'SF1400000000012'],
    [' sf 1400 0000\t0012 ', 'SF140000000012'],
    ['ＳＦ１４０００', 'SF14000'],
    ['0000123', '0000123'],
  ])('reads %j as %s', (text, number) => {
    expect(readTrackingNumber(text)).toEqual({ kind: 'number', number });
  });

  it.each([
    'N/A',
    'n/a',
    'NA',
    'none',
    'null',
    '无',
    '暂无',
    '-',
    '---',
    '0000',
    '0000000000',
    '',
    '   ',
    'N / A',
    '０００００',
  ])('knows that %j stands for no number', (text) => {
    expect(readTrackingNumber(text)).toEqual({ kind: 'placeholder' });
  });

  /* A9, only blanks were folded: pages and scanners put marks into a text that nobody sees, and the number was invalid, or another one. */
  it.each([
    ['a zero-width space', 'SF1234567890123\u200b'],
    ['a byte order mark', '\ufeffSF1234567890123'],
    ['bidi marks', '\u202aSF1234567890123\u202c'],
    ['a soft hyphen', 'SF12345\u00ad67890123'],
  ])('A9: reads the plain number out of one with %s', (_what, text) => {
    expect(readTrackingNumber(text)).toEqual({ kind: 'number', number: 'SF1234567890123' });
  });

  it.each(['\u2010', '\u2011', '\u2013', '\u2014', '\u2212', '\uff0d'])(
    'A9: takes the dash %j for a hyphen',
    (dash) => {
      expect(readTrackingNumber(`jd${dash}vc${dash}0001`)).toMatchObject({ kind: 'number', number: 'JD-VC-0001' });
    },
  );

  it.each(['ABC', 'A'.repeat(41), 'SF#140000', '顺丰140000', 'https://t.example/1'])('refuses %j', (text) => {
    expect(readTrackingNumber(text)).toEqual({ kind: 'invalid' });
  });
});

describe('canonicalNumber', () => {
  it.each([
    ['420902109405510200000000000000', '9405510200000000000000'],
    ['SF1234567890123', 'SF1234567890123'],
    ['?!', '?!'],
    ['', ''],
  ])('makes %j, as an older release kept it, into %j', (kept, number) => {
    expect(canonicalNumber(kept)).toBe(number);
  });
});
