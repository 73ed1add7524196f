import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { logger } from './logger.ts';

export type LambdaHandler<Event, Result> = (event: Event, context: Context) => Promise<Result>;

/** What every function gets: the invocation's ids on each log line, keys reset. The event is never logged. */
export function wrap<Event, Result>(
  handle: (event: Event, context: Context) => Promise<Result>,
): LambdaHandler<Event, Result> {
  return middy(handle).use(
    injectLambdaContext(logger, { resetKeys: true, logEvent: false }),
  ) as unknown as LambdaHandler<Event, Result>;
}
