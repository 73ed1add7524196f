import type { DynamoDBRecord } from 'aws-lambda';
import { tableNames } from '#shared/runtime/table-names.ts';

type Image = NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['NewImage']>;

/** The snapshots in a batch that a fold wrote; one that was touched otherwise (an index attribute, a repair) says nothing again. */
export function newVersions(records: readonly DynamoDBRecord[]): Image[] {
  return records.flatMap(({ dynamodb }) => {
    const { Keys, NewImage, OldImage } = dynamodb ?? {};
    const isNew = Keys?.sk?.S === tableNames.snapshot && NewImage?.version?.N !== OldImage?.version?.N;
    return isNew && NewImage ? [NewImage] : [];
  });
}
