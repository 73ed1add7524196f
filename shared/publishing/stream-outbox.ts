import type { DynamoDBRecord } from 'aws-lambda';
import type { OutboxMessage } from '#shared/recording/inbox.ts';
import { tableNames } from '#shared/runtime/table-names.ts';
import { newVersions } from './new-versions.ts';

/** What must follow from the records in a batch of stream records, in order. */
export function streamOutbox(records: readonly DynamoDBRecord[]): OutboxMessage[] {
  return newVersions(records).flatMap((image): OutboxMessage[] => {
    const text = image[tableNames.outbox]?.S;
    return text === undefined ? [] : JSON.parse(text);
  });
}
