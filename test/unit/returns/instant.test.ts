import { describe, expect, it } from 'vitest';
import { toInstant } from '#shared/returns/record/instant.ts';

describe('toInstant', () => {
  it.each([
    ['2026-03-01T10:00:00Z', '2026-03-01T10:00:00.000Z'],
    ['2026-03-01T10:00Z', '2026-03-01T10:00:00.000Z'],
    ['2026-03-01T10:00:00+08:00', '2026-03-01T02:00:00.000Z'],
    ['2026-03-01T10:00:00-0530', '2026-03-01T15:30:00.000Z'],
    ['2026-03-01T00:30:00+08:00', '2026-02-28T16:30:00.000Z'],
    ['2026-03-01T10:00:00.5Z', '2026-03-01T10:00:00.500Z'],
    ['2026-03-01T10:00:00.123999999Z', '2026-03-01T10:00:00.123Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ])('reads %s', (text, instant) => {
    expect(toInstant(text)).toBe(instant);
  });

  it.each([
    ['a time without a zone', '2026-03-01T10:00:00'],
    ['a day without a time', '2026-03-01'],
    ['a blank instead of T', '2026-03-01 10:00:00Z'],
    ['a month that is not there', '2026-13-01T10:00:00Z'],
    ['a day that the month has not', '2026-02-30T10:00:00Z'],
    ['a 29th of February in a common year', '2026-02-29T10:00:00Z'],
    ['an hour that is not there', '2026-03-01T25:00:00Z'],
    ['an offset that is not there', '2026-03-01T10:00:00+99:99'],
    ['a time after the year 9999', '9999-12-31T23:59:00-12:00'],
    ['a time before the year 0', '0000-01-01T00:00:00+08:00'],
    ['text around it', ' 2026-03-01T10:00:00Z'],
    ['nothing', ''],
  ])('refuses %s', (_what, text) => {
    expect(toInstant(text)).toBeUndefined();
  });
});
