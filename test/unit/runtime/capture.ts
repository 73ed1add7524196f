import { vi } from 'vitest';

export interface Captured {
  /** All that was written to standard output and error since. */
  text(): string;
  /** The log lines among it: JSON with a message. */
  lines(): Record<string, unknown>[];
  /** The names of the metrics among it, with their reason. */
  metrics(): string[];
}

/** Catches what a function writes. Undo with `vi.restoreAllMocks()`. */
export function captureOutput(): Captured {
  const chunks: string[] = [];
  const keep = (chunk: unknown) => {
    chunks.push(String(chunk));
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, level).mockImplementation((...parts) => void keep(`${parts.join(' ')}\n`));
  }
  const text = () => chunks.join('');
  const parsed = () =>
    text()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  return {
    text,
    lines: () => parsed().filter((line) => 'message' in line),
    metrics: () =>
      parsed()
        .filter((line) => '_aws' in line)
        .flatMap(namesOf),
  };
}

function namesOf(line: Record<string, unknown>): string[] {
  const { CloudWatchMetrics } = line._aws as { CloudWatchMetrics: { Metrics: { Name: string }[] }[] };
  const names = CloudWatchMetrics.flatMap((each) => each.Metrics.map((metric) => metric.Name));
  return names.map((name) => (line.reason === undefined ? name : `${name} ${String(line.reason)}`));
}
