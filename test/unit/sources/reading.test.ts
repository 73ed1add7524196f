import { describe, expect, it } from 'vitest';
import { carrierCodeOf } from '#shared/sources/carrier-code.ts';
import { moneyFromDecimal } from '#shared/sources/minor-units.ts';
import { parseBody } from '#shared/sources/parse-body.ts';
import { parseLossless } from '#shared/sources/parse-lossless.ts';
import { decodeBase64 } from '#shared/sources/strict-base64.ts';
import { readTrackingNumber, readTrackingNumbers } from '#shared/sources/tracking-number.ts';
import { merchant } from '../../contract/source-vectors.ts';

describe('readTrackingNumber', () => {
  it.each([
    ['SF1400000000012', 'SF1400000000012'],
    [' sf 1400 0000\t0012 ', 'SF140000000012'],
    ['ＳＦ１４０００', 'SF14000'],
    ['jd-vc-0001', 'JD-VC-0001'],
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
      expect(readTrackingNumber(`JD${dash}VC${dash}0001`)).toEqual({ kind: 'number', number: 'JD-VC-0001' });
    },
  );

  it.each(['ABC', 'A'.repeat(41), 'SF#140000', '顺丰140000', 'https://t.example/1'])('refuses %j', (text) => {
    expect(readTrackingNumber(text)).toEqual({ kind: 'invalid' });
  });
});

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
    expect(readTrackingNumbers(text)).toEqual({ kind: 'numbers', numbers });
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

describe('carrierCodeOf', () => {
  it.each([
    ['sf', 'sf'],
    ['SF Express', 'sf'],
    [' sf express ', 'sf'],
    ['顺丰速运', 'sf'],
    ['Royal Mail', 'royal mail'],
  ])('makes %j into %s', (name, code) => {
    expect(carrierCodeOf(name, merchant)).toBe(code);
  });
});

describe('moneyFromDecimal', () => {
  it.each([
    ['49.90', 'USD', 4990],
    ['10.0', 'USD', 1000],
    ['0.07', 'EUR', 7],
    ['1.10', 'USD', 110],
    ['1200', 'JPY', 1200],
    ['1200.00', 'JPY', 1200],
    ['1.234', 'KWD', 1234],
    ['1.5', 'KWD', 1500],
    ['1.100', 'USD', 110],
    ['999999999999.99', 'USD', 99999999999999],
  ])('makes %s %s into %i', (text, currency, amount) => {
    expect(moneyFromDecimal(text, currency)).toEqual({ amount, currency });
  });

  it.each([
    ['1.005', 'USD'],
    ['0.5', 'JPY'],
    ['-1.00', 'USD'],
    ['1e3', 'USD'],
    ['1,00', 'USD'],
    ['', 'USD'],
    ['.5', 'USD'],
    ['1.', 'USD'],
    ['NaN', 'USD'],
    ['1.00', 'usd'],
    ['1.00', '__proto__'],
  ])('refuses %j %s', (text, currency) => {
    expect(moneyFromDecimal(text, currency)).toBeUndefined();
  });
});

describe('parseBody', () => {
  const reasonOf = (body: Uint8Array | string, parse: (text: string) => unknown = JSON.parse) => {
    const parsed = parseBody(Buffer.from(body), parse);
    return parsed.ok ? undefined : parsed.reason;
  };
  const nested = (depth: number) => `${'['.repeat(depth)}1${']'.repeat(depth)}`;

  it('tells why a body cannot be read', () => {
    expect(reasonOf(Buffer.from([0x22, 0xff, 0x22]))).toBe('the body is not UTF-8');
    expect(reasonOf('{"a":1}}')).toBe('the body is not JSON');
    expect(reasonOf('')).toBe('the body is not JSON');
  });

  it('deep nesting: takes 64 levels, not 65, and brackets within texts do not count', () => {
    expect([reasonOf(nested(64)), reasonOf(nested(65))]).toEqual([
      undefined,
      'the body is nested deeper than 64 levels',
    ]);
    expect(reasonOf(JSON.stringify(`\\"${'['.repeat(100)}`))).toBeUndefined();
    expect(reasonOf('['.repeat(1024 * 1024), parseLossless)).toBe('the body is nested deeper than 64 levels');
  });
});

describe('parseLossless', () => {
  it('keeps the digits of ids above 2^53', () => {
    expect(parseLossless('{"id":9007199254740993,"n":9007199254740991,"x":1.5}')).toEqual({
      id: '9007199254740993',
      n: 9007199254740991,
      x: 1.5,
    });
  });

  it('prototype pollution: a __proto__ key changes nothing', () => {
    const value = parseLossless('{"__proto__":{"polluted":1}}') as { polluted?: number };
    expect([value.polluted, ({} as { polluted?: number }).polluted]).toEqual([undefined, undefined]);
  });
});

describe('decodeBase64', () => {
  it('takes each sequence of bytes in one form only', () => {
    expect(decodeBase64('AAE=')).toEqual(Buffer.from([0, 1]));
    expect(['AAE', 'AAE==', 'AA E=', 'AAF=', 'AAE=\n', '!AAE='].map(decodeBase64)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
