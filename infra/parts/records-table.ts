import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { type IndexName, tableNames } from '#shared/runtime/table-names.ts';
import { type Deployment, removalPolicyOf } from '../deployment.ts';
import type { ServiceFunction } from './service-function.ts';

export interface TableAccess {
  readonly actions: readonly `dynamodb:${string}`[];
  /** Indexes that it queries. */
  readonly indexes?: readonly IndexName[];
  /** What the partition keys of the items begin with that it may touch; any when absent. */
  readonly partitions?: string | readonly string[];
}

/** Keys only, but where lists read all that they show from the index itself. */
function projectionOf(index: IndexName) {
  return index === tableNames.indexes.lists
    ? { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [tableNames.entry] }
    : { projectionType: ProjectionType.KEYS_ONLY };
}

/** The one table, its stream and its sparse indexes. */
export class RecordsTable extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id);
    this.table = new TableV2(this, 'Table', {
      partitionKey: { name: tableNames.partitionKey, type: AttributeType.STRING },
      sortKey: { name: tableNames.sortKey, type: AttributeType.STRING },
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: tableNames.timeToLive,
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      deletionProtection: !deployment.merchant.demo,
      removalPolicy: removalPolicyOf(deployment),
      globalSecondaryIndexes: Object.values(tableNames.indexes).map((indexName) => ({
        indexName,
        partitionKey: { name: `${indexName}pk`, type: AttributeType.STRING },
        sortKey: { name: `${indexName}sk`, type: AttributeType.STRING },
        ...projectionOf(indexName),
      })),
    });
  }

  grant(consumer: ServiceFunction, { actions, indexes = [], partitions }: TableAccess): void {
    const prefixes = [partitions ?? []].flat();
    const keys = prefixes.map((prefix) => `${prefix}*`);
    const conditions = keys.length > 0 && { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys } };
    consumer.grant(actions, [this.table.tableArn], conditions || undefined);
    if (indexes.length > 0) {
      consumer.grant(
        ['dynamodb:Query'],
        indexes.map((index) => `${this.table.tableArn}/index/${index}`),
      );
    }
  }
}
