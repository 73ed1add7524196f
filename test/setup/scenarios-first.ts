import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The scenarios wait for clocks during most of their minutes: they start first, and what else needs the emulator is over before they are.
 * Their first one kills the function that writes records, which holds up for two minutes what it was at: beside that stands what sends nothing.
 */
const first = ['/integration/scenarios.test.ts', '/browser/sign-in.test.ts'];

export class ScenariosFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const ofFirst = first.flatMap((end) => sorted.filter(({ moduleId }) => moduleId.endsWith(end)));
    return [...ofFirst, ...sorted.filter((file) => !ofFirst.includes(file))];
  }
}
