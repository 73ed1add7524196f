/** How one part of `npm test` ended. A check that is no test run, such as the linter, counts as one. */
export interface Count {
  readonly part: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  /** Why it failed, where no test says so; or where its time is counted. */
  readonly note?: string;
}

/** What is read of vitest's JSON report: each file with what came of its tests. */
export interface VitestReport {
  readonly testResults: readonly {
    /** The file's path. */
    readonly name: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
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
export function countTests(ended: Ended, report: VitestReport | undefined): Count {
  const [count] = countTogether(ended, [], report);
  return count ?? countCheck(ended);
}

/** The same of a run of several projects, whose tests are in a folder of its name each. All of its time is counted for the first. */
export function countTogether(ended: Ended, beside: readonly string[], report: VitestReport | undefined): Count[] {
  const { part, exitCode, seconds } = ended;
  const counts = [part, ...beside].map((project, n): Count => {
    const count = { part: project, ...testsOf(project, report), seconds: n === 0 ? seconds : 0 };
    const note = n === 0 ? {} : { note: `beside ${part}` };
    return count.passed + count.failed === 0 ? { ...count, failed: 1, note: 'ran no test' } : { ...count, ...note };
  });
  const isExplained = exitCode === 0 || counts.some(({ failed }) => failed > 0);
  return isExplained
    ? counts
    : counts.map((count, n) =>
        n === 0 ? { ...count, failed: 1, note: 'failed outside its tests, see above' } : count,
      );
}

function testsOf(project: string, report: VitestReport | undefined): Pick<Count, (typeof columns)[number]> {
  const statuses = (report?.testResults ?? [])
    .filter(({ name }) => name.includes(`/test/${project}/`))
    .flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status));
  const countOf = (wanted: string) => statuses.filter((status) => status === wanted).length;
  const [passed, failed] = [countOf('passed'), countOf('failed')];
  return { passed, failed, skipped: statuses.length - passed - failed };
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
