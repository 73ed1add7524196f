import type { ScheduledEvent } from 'aws-lambda';
import { type Run, runAndTell } from './run.ts';
import { type LambdaHandler, wrap } from './wrap.ts';

type HandleTime = (at: Date) => Run;

/** Wraps a function that a schedule starts. It gets the time at which it runs, which may be later than the one planned. */
export function scheduleHandler(handle: HandleTime, what = 'schedule'): LambdaHandler<ScheduledEvent, void> {
  return wrap((_event: ScheduledEvent) => runAndTell(what, {}, () => handle(new Date())));
}
