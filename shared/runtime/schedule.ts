import type { ScheduledEvent } from 'aws-lambda';
import { type Run, runAndReport } from './run.ts';
import { type LambdaHandler, wrap } from './wrap.ts';

type HandleTime = (remainingMs: () => number) => Run;

/** Wraps a function that a schedule starts. It hears how long it may still take. */
export function scheduleHandler(handle: HandleTime, what = 'schedule'): LambdaHandler<ScheduledEvent, void> {
  return wrap((_event: ScheduledEvent, context) =>
    runAndReport(what, {}, () => handle(() => context.getRemainingTimeInMillis())),
  );
}
