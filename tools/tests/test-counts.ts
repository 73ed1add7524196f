/** How one part of `npm test` ended. A check that is no test run, such as the linter, counts as one. */
export interface Count {
  readonly part: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  /** Why it failed, where no test says so. */
  readonly note?: string;
}

/** What is read of vitest's JSON report. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

export interface Ended {
  readonly part: string;
  readonly exitCode: number;
  readonly seconds: number;
}

export function countCheck({ part, exitCode, seconds }: Ended): Count {
  return { part, passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0, seconds };
}

/** A run that failed without a failed test counts as one failure, and so does a run of no tests at all. */
export function countTests({ part, exitCode, seconds }: Ended, report: VitestReport | undefined): Count {
  const passed = report?.numPassedTests ?? 0;
  const failed = report?.numFailedTests ?? 0;
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  const counted = { part, passed, failed, skipped, seconds };
  if (failed > 0) {
    return counted;
  }
  if (passed === 0) {
    return { ...counted, failed: 1, note: 'ran no test' };
  }
  return exitCode === 0 ? counted : { ...counted, failed: 1, note: 'failed outside its tests, see above' };
}

const columns = ['passed', 'failed', 'skipped'] as const;

function sumOf(counts: readonly Count[], column: (typeof columns)[number] | 'seconds'): number {
  return counts.reduce((sum, count) => sum + count[column], 0);
}

/** The table of all parts and, as its last line, `N passed, N failed`. */
export function describeCounts(counts: readonly Count[]): string {
  const total = { part: 'total', seconds: sumOf(counts, 'seconds') };
  const sums = { passed: sumOf(counts, 'passed'), failed: sumOf(counts, 'failed'), skipped: sumOf(counts, 'skipped') };
  const head = ['', ...columns, 'time'].map((name, n) => (n === 0 ? name.padEnd(12) : name.padStart(8))).join('');
  const line = `${sums.passed} passed, ${sums.failed} failed${sums.skipped > 0 ? `, ${sums.skipped} skipped` : ''}`;
  return ['', head, ...[...counts, { ...total, ...sums }].map(describeRow), '', line].join('\n');
}

function describeRow({ part, seconds, note, ...numbers }: Count): string {
  const cells = columns.map((column) => String(numbers[column]).padStart(8)).join('');
  return `${part.padEnd(12)}${cells}${`${Math.round(seconds)} s`.padStart(8)}${note ? `  ${note}` : ''}`;
}

export function hasFailed(counts: readonly Count[]): boolean {
  return sumOf(counts, 'failed') > 0;
}
