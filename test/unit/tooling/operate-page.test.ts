import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoPolicy } from '#shared/policy/demo-policy.ts';
import { usualDeadlines } from '#shared/returns/deadlines/kinds.ts';

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

  it('has the caps', () => {
    const [compensation, freight] = Object.values(demoPolicy.caps).map((fen) => (fen / 100).toFixed(2));

    expect(page).toContain(`At most ${compensation} may be paid as compensation and ${freight} for`);
  });
});
