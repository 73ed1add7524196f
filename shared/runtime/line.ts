/**
 * What one wide log line may hold: ids, classes, sizes. Never a body, a name, a phone or an address. Its `reason` is the one by which it counts
 * ({@link Metric}); why it came to that is its `detail`.
 */
export type Line = Readonly<Record<string, string | number | boolean | undefined>>;

/** What a wrapped function hands back for the log and the metrics, if anything. */
export interface RunReport {
  readonly line?: Line;
  readonly metric?: Metric;
  /** Where there is more than one to count, or none. */
  readonly metrics?: readonly Metric[];
}

/**
 * A count, of one unless `value` says otherwise. `name` in PascalCase. `reason` becomes a dimension, so it must come from a small fixed set; and
 * it stands on the line, so all metrics of one line that have a reason have the same.
 */
export interface Metric {
  readonly name: string;
  readonly reason?: string;
  readonly value?: number;
}
