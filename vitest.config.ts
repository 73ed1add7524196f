import { defineConfig } from 'vitest/config';
import { runs } from './test/property/runs.ts';

const projectOf = (name: string, settings: object = {}) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`], ...settings },
});

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    silent: 'passed-only',
    projects: [
      // A process for many files, since loading them anew takes as long as running them.
      projectOf('unit', { isolate: false, unstubEnvs: true, unstubGlobals: true }),
      projectOf('handlers'),
      projectOf('property', { testTimeout: 600_000 * runs(1).numRuns }),
      projectOf('contract'),
      projectOf('infra', { testTimeout: 180_000 }),
      projectOf('growth', { testTimeout: 300_000 }),
      projectOf('integration', {
        globalSetup: ['test/setup/emulator.ts'],
        fileParallelism: false,
        testTimeout: 600_000,
        hookTimeout: 600_000,
      }),
    ],
  },
});
