import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { tableNames } from '#shared/runtime/table-names.ts';

/** The changes that a batch of stream records tells, in order, as they are stored; nobody has checked their form. */
export function streamChanges(records: readonly DynamoDBRecord[]): unknown[] {
  return records.filter(isNewVersion).flatMap(({ dynamodb }) => {
    const changes = dynamodb?.NewImage?.changes;
    if (!changes) {
      return [];
    }
    const told: unknown = unmarshall({ changes: changes as AttributeValue }).changes;
    return Array.isArray(told) ? told : [told];
  });
}

/** A snapshot that was written by a fold; one that was touched otherwise (an index attribute, a repair) tells nothing again. */
function isNewVersion({ dynamodb }: DynamoDBRecord): boolean {
  const { Keys, NewImage, OldImage } = dynamodb ?? {};
  return Keys?.sk?.S === tableNames.snapshot && NewImage?.version?.N !== OldImage?.version?.N;
}
