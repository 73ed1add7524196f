import { describe, expect, it } from 'vitest';
import { toInstant } from '#shared/returns/record/instant.ts';
import { chinaClock, chinaTime, unixTime } from '#shared/sources/china-time.ts';

describe('chinaTime', () => {
  it('reads a time without a zone as China Standard Time, over midnight too', () => {
    expect(chinaTime('2024-05-06 11:40:00')).toBe('2024-05-06T03:40:00.000Z');
    expect(chinaTime('2024-03-01 07:59:59')).toBe('2024-02-29T23:59:59.000Z');
  });

  it('reads a fraction of a second, cut to milliseconds', () => {
    expect(chinaTime('2024-05-06 11:40:00.0')).toBe('2024-05-06T03:40:00.000Z');
    expect(chinaTime('2024-05-06 11:40:00.123456')).toBe('2024-05-06T03:40:00.123Z');
  });

  it('reads what programs write: slashes, and one digit where one is enough', () => {
    expect(chinaTime('2024/5/6 1:40:00')).toBe('2024-05-05T17:40:00.000Z');
    expect(chinaTime('2024-5-6 11:40:00')).toBe('2024-05-06T03:40:00.000Z');
  });

  it.each([
    '2024/05-06 11:40:00',
    '2024/13/6 11:40:00',
    '2024-05-06 11:40:00.',
    '2024-05-06 11:40.5',
    '2024-02-30 00:00:00',
    '2024-05-06',
    '2024-05-06T11:40:00',
    '2024-05-06 11:40',
    ' 2024-05-06 11:40:00',
    '',
  ])('refuses %j', (text) => {
    expect(chinaTime(text)).toBeUndefined();
  });
});

describe('chinaClock', () => {
  it('shows what a clock in China shows', () => {
    expect(chinaClock(toInstant('2024-02-29T23:59:59.999Z')!)).toBe('2024-03-01 07:59:59');
  });

  it('is read back as the same second', () => {
    expect(chinaTime(chinaClock(toInstant('2024-05-06T03:40:00Z')!))).toBe('2024-05-06T03:40:00.000Z');
  });
});

describe('unixTime', () => {
  it.each([[1_714_966_800], ['1714966800'], [1_714_966_800_000], ['1714966800000']])(
    'tells seconds from milliseconds: %j',
    (value) => {
      expect(unixTime(value)).toBe('2024-05-06T03:40:00.000Z');
    },
  );

  it('takes 10^11 for seconds and what is above it for milliseconds', () => {
    expect(unixTime(1e11)).toBe('5138-11-16T09:46:40.000Z');
    expect(unixTime(1e11 + 1)).toBe('1973-03-03T09:46:40.001Z');
  });

  it.each([0, '0', -1, '-1', 1.5, '1.5', '', ' 1', '1e3', '0x10', Number.NaN, Number.POSITIVE_INFINITY, 1e300])(
    'refuses %j',
    (value) => {
      expect(unixTime(value)).toBeUndefined();
    },
  );
});
