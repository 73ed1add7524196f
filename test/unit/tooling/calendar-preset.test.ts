import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoPolicy } from '#shared/policy/demo-policy.ts';
import { presetText, publicDaysOf, wishOf } from '../../../tools/calendars/preset.ts';

const path = 'shared/policy/calendars/cn.json';

describe('the preset of China', () => {
  it('is what the library says of its years', () => {
    const text = readFileSync(join(import.meta.dirname, '../../..', path), 'utf8');
    const { from, until } = JSON.parse(text);
    const { country, first, last } = wishOf(['cn', from.slice(0, 4), until.slice(0, 4)]);
    expect(text, `npm run calendar -- ${country} ${first} ${last}`).toBe(presetText(publicDaysOf(first, last)));
  });

  it('is what the bundled policy goes by', () => {
    expect(demoPolicy.calendar.publicDays).toEqual(publicDaysOf(2025, 2026));
  });

  it('has the National Day, and the days that make up for it', () => {
    const { holidays, workdays } = publicDaysOf(2026, 2026);
    expect(holidays.filter((day) => day.startsWith('2026-10'))).toEqual(
      ['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-10-${day}`),
    );
    expect(workdays).toContain('2026-10-10');
  });
});

describe('npm run calendar', () => {
  it('takes one year or a first and a last one', () => {
    expect(wishOf(['cn', '2026'])).toEqual({ country: 'cn', first: 2026, last: 2026 });
    expect(wishOf(['cn', '2025', '2026'])).toEqual({ country: 'cn', first: 2025, last: 2026 });
  });

  it.each([
    ['nothing', []],
    ['no year', ['cn']],
    ['another country', ['de', '2026']],
    ['years that run backwards', ['cn', '2026', '2025']],
    ['a year that is none', ['cn', 'next']],
    ['too many years', ['cn', '2024', '2025', '2026']],
  ])('says how it is used for %s', (_, words) => {
    expect(() => wishOf(words)).toThrow('npm run calendar -- cn 2025 2026');
  });

  it('says of which year the library knows nothing', () => {
    expect(() => publicDaysOf(2026, 2099)).toThrow('has no holidays of 2027');
  });
});
