import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { type Run, runAndTell } from './run.ts';
import { type LambdaHandler, wrap } from './wrap.ts';

export interface QueueMessage {
  readonly messageId: string;
  readonly body: string;
  /** How often the queue handed this message out, this time included. */
  readonly receiveCount: number;
}

type HandleMessage = (message: QueueMessage) => Run;

/**
 * Wraps a function behind a queue: each message by itself and all at once, one log line each. A message whose function throws
 * comes again, alone, until the queue moves it to the dead letters.
 * @param what - The message of the log line.
 */
export function queueHandler(handle: HandleMessage, what = 'message'): LambdaHandler<SQSEvent, SQSBatchResponse> {
  return wrap((event: SQSEvent) => {
    const processor = new BatchProcessor(EventType.SQS);
    const handleRecord = (record: SQSRecord) => handleOne(handle, record, what);
    return processPartialResponse(event, handleRecord, processor, { throwOnFullBatchFailure: false });
  });
}

function handleOne(handle: HandleMessage, record: SQSRecord, what: string): Promise<void> {
  const { messageId, body } = record;
  const receiveCount = Number(record.attributes.ApproximateReceiveCount);
  return runAndTell(what, { messageId, receiveCount }, () => handle({ messageId, body, receiveCount }));
}
