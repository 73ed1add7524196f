import { defineConfig } from 'vitest/config';
import { runs } from './test/property/runs.ts';
import { ScenariosFirst } from './test/setup/scenarios-first.ts';

const projectOf = (name: string, settings: object = {}) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`], ...settings },
});

/** Where both of them run, they have one emulator, and one deployment of the demo. */
const onEmulator = {
  globalSetup: ['test/setup/emulator.ts', 'test/setup/demo.ts'],
  testTimeout: 600_000,
  hookTimeout: 600_000,
};

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    silent: 'passed-only',
    sequence: { sequencer: ScenariosFirst },
    projects: [
      // A process for many files, since loading them anew takes as long as running them.
      projectOf('unit', { isolate: false, unstubEnvs: true, unstubGlobals: true }),
      projectOf('handlers'),
      projectOf('property', { testTimeout: 600_000 * runs(1).numRuns }),
      projectOf('contract'),
      projectOf('infra', { testTimeout: 180_000 }),
      projectOf('growth', { testTimeout: 300_000 }),
      projectOf('integration', onEmulator),
      projectOf('browser', onEmulator),
    ],
  },
});
