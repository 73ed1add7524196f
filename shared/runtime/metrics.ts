import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { serviceName } from './env.ts';
import type { Metric } from './line.ts';

/** One set of metrics per container, written to the log in the embedded format after each invocation, by the wrappers. */
export const metrics = new Metrics({ namespace: 'Backhaul', serviceName: serviceName() });

export function count(metric: Metric): void {
  if (metric.reason === undefined) {
    metrics.addMetric(metric.name, MetricUnit.Count, 1);
    return;
  }
  const single = metrics.singleMetric();
  single.addDimension('reason', metric.reason);
  single.addMetric(metric.name, MetricUnit.Count, 1);
}
