import type { Metric, RunReport } from './line.ts';

/**
 * The members that make metrics of a log line, too: CloudWatch's embedded metric format. The dimension `service` is the line's own, as the logger
 * writes it; a line counts only what it says itself, so a log level above INFO silences its metrics with it.
 * Source: CloudWatch User Guide, "Specification: Embedded metric format". Infra's alarms look at these dimensions (infra/parts/alarm-topic.ts).
 */
export function embeddedMetrics({ metric, metrics = [] }: RunReport): Readonly<Record<string, unknown>> {
  const counted = metric ? [metric, ...metrics] : metrics;
  if (counted.length === 0) {
    return {};
  }
  const byReason = counted.filter(({ reason }) => reason !== undefined);
  const inAll = counted.filter(({ reason }) => reason === undefined);
  return {
    ...Object.fromEntries(counted.map(({ name, value = 1 }) => [name, value])),
    ...(byReason[0] && { reason: byReason[0].reason }),
    _aws: {
      Timestamp: Date.now(),
      CloudWatchMetrics: [...directive(inAll, ['service']), ...directive(byReason, ['service', 'reason'])],
    },
  };
}

function directive(metrics: readonly Metric[], dimensions: readonly string[]): object[] {
  return metrics.length === 0
    ? []
    : [
        {
          Namespace: 'Backhaul',
          Dimensions: [dimensions],
          Metrics: metrics.map(({ name }) => ({ Name: name, Unit: 'Count' })),
        },
      ];
}
