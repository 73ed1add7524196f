import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The scenarios wait for clocks during most of their minutes: they start first, and what else needs the emulator is over before they are. */
export class ScenariosFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const areScenarios = ({ moduleId }: TestSpecification) => moduleId.endsWith('/integration/scenarios.test.ts');
    return [...sorted.filter(areScenarios), ...sorted.filter((file) => !areScenarios(file))];
  }
}
