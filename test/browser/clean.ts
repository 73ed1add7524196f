import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'vitest';
import type { Visit } from './stage.ts';

/** What a page must be wherever somebody looks: without faults, open to everybody by axe, and no wider than its window. */
export async function expectClean({ page, faults }: Visit, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html }) => html.slice(0, 160))
          .join(' | ')}`,
    );
  const [wide, window] = (await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')) as [
    number,
    number,
  ];

  expect({ what, grave, faults, tooWide: wide > window ? `${wide} of ${window}` : false }).toEqual({
    what,
    grave: [],
    faults: [],
    tooWide: false,
  });
}
