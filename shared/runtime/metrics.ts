import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { serviceName } from './env.ts';
import type { Metric, Told } from './line.ts';

/** One set of metrics per container, written to the log in the embedded format after each invocation, by the wrappers. */
export const metrics = new Metrics({ namespace: 'Backhaul', serviceName: serviceName() });

export function count({ name, reason, value = 1 }: Metric): void {
  if (reason === undefined) {
    metrics.addMetric(name, MetricUnit.Count, value);
    return;
  }
  const single = metrics.singleMetric();
  single.addDimension('reason', reason);
  single.addMetric(name, MetricUnit.Count, value);
}

export function countAll({ metric, metrics: several = [] }: Told): void {
  for (const each of metric ? [metric, ...several] : several) {
    count(each);
  }
}
