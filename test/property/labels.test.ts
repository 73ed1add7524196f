import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFedexExpress, isModulo10 } from '#shared/identifiers/check-digits.ts';
import { skuOf } from '#shared/identifiers/sku.ts';
import { canonicalNumber, readTrackingNumber } from '#shared/identifiers/tracking-number.ts';
import { runs } from './runs.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const characters = fc.stringMatching(/^[0-9A-Z-]{4,40}$/);

/** With the check digit that makes it right. */
function checked(serial: fc.Arbitrary<string>, isRight: (number: string) => boolean): fc.Arbitrary<string> {
  const endings = [...'0123456789'];
  return serial.map((each) => endings.map((ending) => each + ending).find(isRight) ?? `${each}0`);
}

const fedex = checked(digits(11), isFedexExpress);
const ground = checked(digits(14), isModulo10);
const impb = checked(
  fc.tuple(fc.constantFrom('91', '92', '93', '94', '95'), digits(19)).map((parts) => parts.join('')),
  isModulo10,
);
const jd = fc.tuple(fc.constantFrom('JD', 'JDVA', 'JDX'), digits(11)).map((parts) => parts.join(''));
const chinese = fc.tuple(fc.constantFrom('SF', 'YT', 'JT', 'ZT', 'DPK', ''), digits(13)).map((parts) => parts.join(''));

const piece = fc.tuple(
  fc.integer({ min: 1, max: 99 }),
  fc.integer({ min: 1, max: 99 }),
  fc.constantFrom('', '-', '-14'),
);

/** A number, and a label of its carrier that holds it. */
const labelled = fc.oneof(
  fc.tuple(digits(5), impb).map(([zip, number]) => ({ number, label: `420${zip}${number}` })),
  fc.tuple(digits(20), fedex).map(([before, number]) => ({ number, label: `1${before.slice(1)}00${number}` })),
  fc.tuple(digits(5), ground).map(([before, number]) => ({ number, label: `96${before}${number}` })),
  fc.tuple(jd, piece).map(([number, [one, all, tail]]) => ({ number, label: `${number}-${one}-${all}${tail}` })),
  fc.oneof(chinese, jd, impb, fedex).map((number) => ({ number, label: number })),
);

/** What lies around the data: what a scanner sends, and what nobody sees. */
const scanned = fc
  .tuple(
    labelled,
    fc.constantFrom('', ']C1', ']A0', ']Q3', ']d2'),
    fc.constantFrom('', '\r\n', '\u001d', '\u200b', ' '),
  )
  .map(([{ number, label }, before, after]) => ({ number, scan: `${before}${label}${after}` }));

const anything = fc.oneof(
  scanned.map(({ scan }) => scan),
  characters,
  fc.string({ maxLength: 60 }),
  fc
    .array(
      fc.oneof(digits(4), fc.constantFrom(']C1', '(00)', '(420)', '\u001d', '-', '420', '96', 'JD', 'J', '%', '00')),
      {
        maxLength: 12,
      },
    )
    .map((parts) => parts.join('')),
);

describe('readTrackingNumber', () => {
  it('A4: reads a label as the number that is in it, or has that number among the candidates', () => {
    fc.assert(
      fc.property(scanned, ({ number, scan }) => {
        const read = readTrackingNumber(scan);
        const said = read.kind === 'number' ? [read.number, ...(read.candidates ?? [])] : [];

        expect(said).toContain(number);
      }),
      runs(5000),
    );
  });

  it('A4: gives what it gave when it reads its own number again, and never calls a plain number seen', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const read = readTrackingNumber(text);
        fc.pre(read.kind === 'number');
        const again = readTrackingNumber(read.number);

        expect(again).toMatchObject({ kind: 'number', number: read.number });
        expect(again).not.toHaveProperty('seen');
        expect(canonicalNumber(text)).toBe(read.number);
      }),
      runs(10_000),
    );
  });

  it('A4: leaves plain numbers of carriers alone', () => {
    fc.assert(
      fc.property(fc.oneof(chinese, jd, impb, fedex, ground), (number) => {
        expect(readTrackingNumber(number)).toMatchObject({ kind: 'number', number });
      }),
      runs(5000),
    );
  });

  it('A4: never makes up a number: its characters stand in the text, one behind the other', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const read = readTrackingNumber(text);
        fc.pre(read.kind === 'number');
        const plain = text
          .normalize('NFKC')
          .replace(/[^0-9A-Za-z]/g, '')
          .toUpperCase();

        expect(plain).toContain(read.number.replaceAll('-', ''));
      }),
      runs(5000),
    );
  });
});

describe('skuOf', () => {
  it('A9: gives what it gave when it reads its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(skuOf(skuOf(text))).toBe(skuOf(text));
      }),
      runs(5000),
    );
  });
});
