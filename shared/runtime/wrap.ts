import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { logger } from './logger.ts';
import { metrics } from './metrics.ts';

export type LambdaHandler<Event, Result> = (event: Event, context: Context) => Promise<Result>;

/** What every function gets: the invocation's ids on each log line, keys reset, metrics written. The event is never logged. */
export function wrap<Event, Result>(handle: (event: Event) => Promise<Result>): LambdaHandler<Event, Result> {
  return middy(handle)
    .use(injectLambdaContext(logger, { resetKeys: true, logEvent: false }))
    .use(logMetrics(metrics)) as unknown as LambdaHandler<Event, Result>;
}
