import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'vitest';
import { strayMarks } from './marks.ts';
import type { Visit } from './stage.ts';

/** What is wrong with a page as it stands; nothing where it is as it must be wherever somebody looks. */
export async function flawsOf({ page, faults }: Visit): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const [wide, window] = (await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')) as [
    number,
    number,
  ];
  return [
    ...faults,
    ...grave.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html }) => html.slice(0, 160))
          .join(' | ')}`,
    ),
    ...(await strayMarks(page)).map((words) => `turned round: ${words}`),
    ...(wide > window ? [`${wide} px wide in a window of ${window}`] : []),
  ];
}

/** By axe, by the console, by whom it asks, by its width, and by what somebody wrote in it. */
export async function expectClean(visit: Visit, what: string): Promise<void> {
  expect({ what, flaws: await flawsOf(visit) }).toEqual({ what, flaws: [] });
}
