import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoPolicy } from '#shared/policy/demo-policy.ts';
import type { DeadlineRow } from '#shared/returns/deadlines/clock.ts';
import { caseDeadlines, parcelDeadlines, usualDeadlines } from '#shared/returns/deadlines/kinds.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/operate.md'), 'utf8');

function timeText(minutes: number): string {
  return minutes > 0 && minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
}

describe('docs/operate.md', () => {
  it.each(Object.entries(usualDeadlines))('has the usual figures of %s', (kind, rule) => {
    const { dueAfterMinutes, remindBeforeMinutes, escalateEveryMinutes, escalations } = rule;
    const times = [dueAfterMinutes, remindBeforeMinutes].map(timeText).join(' | ');

    expect(page).toContain(
      `| \`${kind}\` | ${times} | every ${timeText(escalateEveryMinutes)}, ${escalations} times |`,
    );
  });

  /* D8, the page showed commands of AWS's CLI, and who tried them here reached AWS. */
  it('D8: says before its first command of the CLI how what was deployed locally is reached', () => {
    const said = page.indexOf('--endpoint-url <endpoint of .local/outputs.json>');

    expect(said).toBeGreaterThan(0);
    expect(said).toBeLessThan(page.search(/^ *`?aws /m));
  });

  const rows: Readonly<Record<string, Pick<DeadlineRow, 'of' | 'roundTheClock' | 'followsNotices'>>> = {
    ...caseDeadlines,
    ...parcelDeadlines,
  };
  const namesOf = (text = '') => [...text.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name).sort();
  const kindsWhere = (isMeant: (row: (typeof rows)[string]) => boolean) =>
    Object.keys(rows)
      .filter((kind) => isMeant(rows[kind] as (typeof rows)[string]))
      .sort();

  it('names the kinds that count the hours of a team, and those that follow notices', () => {
    const [, ofTeam] = page.match(/The clocks of the team \((.*?)\)/) ?? [];
    const [, following] = page.match(/By policy, (.*?) of that source's cases/) ?? [];

    expect(namesOf(ofTeam)).toEqual(kindsWhere(({ of, roundTheClock }) => of === 'team' && !roundTheClock));
    expect(namesOf(following)).toEqual(kindsWhere(({ followsNotices }) => followsNotices === true));
  });

  it('has the hours of the bundled calendar, and the years that it knows', () => {
    const { hours, restDays, publicDays } = demoPolicy.calendar;
    const told = Object.entries(hours).map(([each, spans]) => `\`${each}\` ${spans.join(', ')}`);

    expect(page).toContain(`| \`hours\` | ${told.join(', ')} |`);
    expect(page).toContain(`| \`restDays\` | \`${JSON.stringify(restDays).replace(',', ', ')}\` |`);
    const years = [publicDays?.from, publicDays?.until].map((day) => day?.slice(0, 4));
    expect(page).toContain(`| \`publicDays\` | China, ${years.join(' and ')} |`);
  });

  it('has the caps', () => {
    const [compensation, freight] = Object.values(demoPolicy.caps).map((fen) => (fen / 100).toFixed(2));

    expect(page).toContain(`At most ${compensation} may be paid as compensation and ${freight} for`);
  });
});
