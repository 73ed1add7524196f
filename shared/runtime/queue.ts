import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { Batch } from './batch.ts';
import type { QueueControl } from './queue-control.ts';
import type { QueueWork } from './queue-work.ts';
import { type LambdaHandler, wrap } from './wrap.ts';

/**
 * Wraps a function behind a queue. Jobs of the same name are done together, one name after another, the next only if time is left; what was
 * not begun is shown again at once. What no retry mends goes to the dead letters with its reason; what a retry may mend comes again, each
 * time later. So a batch always answers in time, and only for what it did.
 */
export function queueHandler<Job>(
  work: QueueWork<Job>,
  control: QueueControl,
): LambdaHandler<SQSEvent, SQSBatchResponse> {
  return wrap(async ({ Records }: SQSEvent, context: Context) => {
    const batch = new Batch(work, control, context);
    await batch.run(Records);
    await batch.finish();
    return await batch.answer();
  });
}
