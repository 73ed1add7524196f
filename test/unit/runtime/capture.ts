import { vi } from 'vitest';
import * as z from 'zod';

export interface Captured {
  /** All that was written to standard output and error since. */
  text(): string;
  /** The log lines among it: JSON with a message. */
  lines(): Record<string, unknown>[];
  /** The names of the metrics among it, with their reason. Throws where CloudWatch would find no metric. */
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

/** As far as we use it. Source: CloudWatch User Guide, "Specification: Embedded metric format", its JSON schema. */
const embedded = z.strictObject({
  Timestamp: z.int().min(Date.UTC(2020)),
  CloudWatchMetrics: z
    .array(
      z.strictObject({
        Namespace: z.literal('Backhaul'),
        Dimensions: z.array(z.array(z.string().min(1).max(250)).min(1).max(30)).length(1),
        Metrics: z
          .array(z.strictObject({ Name: z.string().regex(/^[A-Z][A-Za-z]{1,254}$/), Unit: z.literal('Count') }))
          .min(1)
          .max(100),
      }),
    )
    .min(1),
});
const dimensionValue = z.string().regex(/^[\x20-\x7e]{1,1024}$/);

function namesOf(line: Record<string, unknown>): string[] {
  return embedded.parse(line._aws).CloudWatchMetrics.flatMap(({ Dimensions: [dimensions = []], Metrics }) => {
    const [, ...values] = dimensions.map((name) => dimensionValue.parse(line[name]));
    return Metrics.map(({ Name }) => {
      z.number().parse(line[Name]);
      return [Name, ...values].join(' ');
    });
  });
}
