import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { newVersions } from './new-versions.ts';

/** The changes that a batch of stream records carries, in order, as they are stored; nobody has checked their form. */
export function streamChanges(records: readonly DynamoDBRecord[]): unknown[] {
  return newVersions(records).flatMap((image) => {
    const { changes } = image;
    if (!changes) {
      return [];
    }
    const kept: unknown = unmarshall({ changes: changes as AttributeValue }).changes;
    return Array.isArray(kept) ? kept : [kept];
  });
}
