import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { logger } from './logger.ts';
import { metrics } from './metrics.ts';

export type LambdaHandler<Event, Result> = (event: Event, context: Context) => Promise<Result>;

/** What every function gets: the invocation's ids on each log line, keys reset, metrics written. The event is never logged. */
export function wrap<Event, Result>(
  handle: (event: Event, context: Context) => Promise<Result>,
): LambdaHandler<Event, Result> {
  return middy(handle)
    .use(injectLambdaContext(logger, { resetKeys: true, logEvent: false }))
    .use({ after: writeMetrics, onError: writeMetrics }) as unknown as LambdaHandler<Event, Result>;
}

/** Powertools' own middleware writes a warning for every invocation that counted nothing of its own. */
function writeMetrics(): void {
  if (metrics.hasStoredMetrics()) {
    metrics.publishStoredMetrics();
  }
}
