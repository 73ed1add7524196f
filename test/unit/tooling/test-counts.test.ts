import { describe, expect, it } from 'vitest';
import { countCheck, countTests, countTogether, describeCounts, hasFailed } from '../../../tools/tests/test-counts.ts';

const ended = { part: 'unit', exitCode: 0, seconds: 2.4 };

function fileOf(project: string, ...statuses: string[]) {
  return { name: `/work/test/${project}/one.test.ts`, assertionResults: statuses.map((status) => ({ status })) };
}
const good = fileOf('unit', 'passed', 'passed', 'passed');
const report = { testResults: [good] };

describe('countTests', () => {
  it('counts what the report says', () => {
    const more = fileOf('unit', 'failed', 'failed', 'pending', 'todo');
    const count = countTests(ended, { testResults: [good, more] });

    expect(count).toEqual({ part: 'unit', passed: 3, failed: 2, skipped: 2, seconds: 2.4 });
  });

  it('fails a run of no tests', () => {
    expect(countTests(ended, { testResults: [] })).toMatchObject({ failed: 1, note: 'ran no test' });
  });

  it('fails a run whose every test was skipped', () => {
    const skipped = { testResults: [fileOf('unit', 'pending', 'pending')] };

    expect(countTests(ended, skipped)).toMatchObject({ failed: 1, note: 'ran no test' });
  });

  it('fails a run that left no report', () => {
    expect(countTests({ ...ended, exitCode: 1 }, undefined)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('fails a run that ended badly though each test passed', () => {
    expect(countTests({ ...ended, exitCode: 1 }, report)).toMatchObject({ passed: 3, failed: 1 });
  });
});

describe('countCheck', () => {
  it('counts a check as one', () => {
    expect(countCheck(ended)).toMatchObject({ passed: 1, failed: 0 });
    expect(countCheck({ ...ended, exitCode: 2 })).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('countTogether', () => {
  const both = { ...ended, part: 'integration' };
  const files = [fileOf('integration', 'passed'), fileOf('browser', 'passed', 'passed')];

  it('counts each project for itself, and the time once', () => {
    expect(countTogether(both, ['browser'], { testResults: files })).toEqual([
      { part: 'integration', passed: 1, failed: 0, skipped: 0, seconds: 2.4 },
      { part: 'browser', passed: 2, failed: 0, skipped: 0, seconds: 0, note: 'beside integration' },
    ]);
  });

  it('does not fail one for what failed in the other', () => {
    const bad = { testResults: [...files, fileOf('browser', 'failed')] };

    expect(countTogether({ ...both, exitCode: 1 }, ['browser'], bad)).toMatchObject([{ failed: 0 }, { failed: 1 }]);
  });

  it('fails the one of which no test ran', () => {
    expect(countTogether({ ...both, exitCode: 1 }, ['browser'], { testResults: files.slice(0, 1) })).toMatchObject([
      { failed: 0 },
      { failed: 1, note: 'ran no test' },
    ]);
  });

  it('fails the first for what failed outside all tests', () => {
    expect(countTogether({ ...both, exitCode: 1 }, ['browser'], { testResults: files })).toMatchObject([
      { failed: 1, note: 'failed outside its tests, see above' },
      { failed: 0 },
    ]);
  });
});

describe('describeCounts', () => {
  const count = countTests(ended, report);

  it('ends with a line that sums up all parts', () => {
    const ofInfra = ['passed', 'passed', 'passed'];
    const bad = countTests({ ...ended, part: 'infra' }, { testResults: [fileOf('infra', ...ofInfra, 'failed')] });

    expect(describeCounts([count, bad]).split('\n').at(-1)).toBe('6 passed, 1 failed');
  });

  it('tells the skipped ones only where there are any', () => {
    const some = countTests(ended, { testResults: [good, fileOf('unit', 'pending', 'todo')] });

    expect(describeCounts([some]).split('\n').at(-1)).toBe('3 passed, 0 failed, 2 skipped');
  });

  it('has a row per part, with why it failed', () => {
    const rows = describeCounts([count, countTests({ ...ended, part: 'property' }, undefined)]).split('\n');

    expect(rows.find((row) => row.startsWith('unit'))).toMatch(/3 +0 +0 +2 s$/);
    expect(rows.find((row) => row.startsWith('property'))).toContain('ran no test');
  });
});

describe('hasFailed', () => {
  it('is true where any part failed', () => {
    const bad = countCheck({ ...ended, exitCode: 1 });

    expect([hasFailed([countCheck(ended)]), hasFailed([countCheck(ended), bad])]).toEqual([false, true]);
  });
});
