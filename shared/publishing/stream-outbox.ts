import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { OutboxMessage } from '#shared/messages/inbox-message.ts';
import { outboxMessages, type WrittenVersion } from '#shared/recording/outbox-messages.ts';
import { tableNames } from '#shared/runtime/table-names.ts';
import { newVersions } from './new-versions.ts';

/** What must follow from the records in a batch of stream records, in order. */
export function streamOutbox(records: readonly DynamoDBRecord[]): OutboxMessage[] {
  return newVersions(records).flatMap((image): OutboxMessage[] => {
    const text = image[tableNames.outbox]?.S;
    if (text === undefined) {
      return [];
    }
    const { snapshot, version } = unmarshall(image as Parameters<typeof unmarshall>[0]) as WrittenVersion;
    return outboxMessages({ snapshot, version, outbox: JSON.parse(text) });
  });
}
