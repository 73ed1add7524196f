import { describe, expect, it } from 'vitest';
import { countCheck, countTests, describeCounts, hasFailed } from '../../../tools/tests/test-counts.ts';

const ended = { part: 'unit', exitCode: 0, seconds: 2.4 };
const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };

describe('countTests', () => {
  it('counts what the report says', () => {
    const count = countTests(ended, { ...report, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 });

    expect(count).toEqual({ part: 'unit', passed: 3, failed: 2, skipped: 2, seconds: 2.4 });
  });

  it('fails a run of no tests', () => {
    expect(countTests(ended, { ...report, numPassedTests: 0 })).toMatchObject({ failed: 1, note: 'ran no test' });
  });

  it('fails a run whose every test was skipped', () => {
    const skipped = { ...report, numPassedTests: 0, numPendingTests: 4 };

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

describe('describeCounts', () => {
  const good = countTests(ended, report);

  it('ends with a line that sums up all parts', () => {
    const bad = countTests({ ...ended, part: 'infra' }, { ...report, numFailedTests: 1 });

    expect(describeCounts([good, bad]).split('\n').at(-1)).toBe('6 passed, 1 failed');
  });

  it('tells the skipped ones only where there are any', () => {
    const some = countTests(ended, { ...report, numPendingTests: 2 });

    expect(describeCounts([some]).split('\n').at(-1)).toBe('3 passed, 0 failed, 2 skipped');
  });

  it('has a row per part, with why it failed', () => {
    const rows = describeCounts([good, countTests({ ...ended, part: 'property' }, undefined)]).split('\n');

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
