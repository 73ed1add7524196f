import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { type Run, runAndReport } from './run.ts';
import { type LambdaHandler, wrap } from './wrap.ts';

type HandleRecords = (records: DynamoDBRecord[]) => Run;

/** Wraps a function behind a table's stream: the batch as one. When the function throws, the whole batch comes again. */
export function streamHandler(handle: HandleRecords, what = 'stream-batch'): LambdaHandler<DynamoDBStreamEvent, void> {
  return wrap((event: DynamoDBStreamEvent) =>
    runAndReport(what, { records: event.Records.length }, () => handle(event.Records)),
  );
}
