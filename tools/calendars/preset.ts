import dataset from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import library from 'chinese-days/package.json' with { type: 'json' };
import type { PublicDays } from '#shared/returns/deadlines/calendar.ts';

export interface PresetWish {
  readonly country: 'cn';
  readonly first: number;
  readonly last: number;
}

/** Which country and years the words on the command line mean; one year is the first and the last. */
export function wishOf([country, ...years]: readonly string[]): PresetWish {
  const [first = 0, last = first] = years.map(Number);
  const areYears = years.length > 0 && years.length < 3 && [first, last].every(Number.isInteger) && first <= last;
  if (country !== 'cn' || !areYears) {
    throw new Error('Say of which country and which years: npm run calendar -- cn 2025 2026');
  }
  return { country, first, last };
}

/** The public days of some years that follow each other. @throws Error for a year that the library does not know. */
export function publicDaysOf(first: number, last: number): PublicDays {
  const from = `${first}-01-01`;
  const until = `${last}-12-31`;
  const within = (days: object) => Object.keys(days).filter((day) => day >= from && day <= until);
  const holidays = within(dataset.holidays).sort();
  for (let year = first; year <= last; year += 1) {
    if (!holidays.some((day) => day.startsWith(`${year}-`))) {
      throw new Error(`chinese-days ${library.version} has no holidays of ${year}.`);
    }
  }
  const workdays = within(dataset.workdays).sort();
  return { source: `chinese-days ${library.version}`, from, until, holidays, workdays };
}

/** The preset's file, a day a line. */
export function presetText(days: PublicDays): string {
  return `${JSON.stringify(days, null, 2)}\n`;
}
