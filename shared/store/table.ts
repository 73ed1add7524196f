import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactionCanceledException,
  TransactionConflictException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { Fault } from '#shared/fault/fault.ts';
import type { ItemKey } from './keys.ts';

export interface Table {
  readonly client: DynamoDBClient;
  readonly name: string;
}

/** An item's attributes as plain values. */
export type Attributes = Readonly<Record<string, unknown>>;
export type Item = ItemKey & Attributes;

/** What must hold for a write. Every attribute is named by `#name`, since DynamoDB reserves several hundred words. */
export interface Condition {
  readonly expression: string;
  readonly names: readonly string[];
  readonly values?: Attributes;
}

export type PutResult =
  /** `found`: what stands there in its place. */
  { readonly put: false; readonly found: Item } | { readonly put: true; readonly replaced: boolean };

/** @returns `#name` placeholders for an expression. */
export function namesOf(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [`#${name}`, name]));
}

/** @returns `:name` placeholders with marshalled values. */
export function valuesOf(values: Attributes): ReturnType<typeof toAttributes> {
  return toAttributes(Object.fromEntries(Object.entries(values).map(([name, value]) => [`:${name}`, value])));
}

/** Marshals an item; a field that is undefined is left out. */
export function toAttributes(values: Attributes) {
  return marshall(values, { removeUndefinedValues: true });
}

/** Reads one item, strongly consistent. */
export async function getItem(table: Table, { pk, sk }: ItemKey): Promise<Item | undefined> {
  const command = new GetItemCommand({ TableName: table.name, Key: toAttributes({ pk, sk }), ConsistentRead: true });
  const { Item: found } = await table.client.send(command);
  return found && (unmarshall(found) as Item);
}

export interface ConditionalPut {
  readonly item: Item;
  readonly condition: Condition;
}

/** Puts one item. A condition that does not hold is an answer; every other failure is thrown. */
export async function putItem(table: Table, item: Item, condition?: Condition): Promise<PutResult> {
  const command = new PutItemCommand({
    ...putOf(table, item, condition),
    ReturnValues: 'ALL_OLD',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  try {
    const { Attributes: replaced } = await table.client.send(command);
    return { put: true, replaced: replaced !== undefined && Object.keys(replaced).length > 0 };
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) {
      return { put: false, found: unmarshall(error.Item ?? {}) as Item };
    }
    throw lastingOf(error);
  }
}

/**
 * Puts all of the items or none. One alone is a plain put: a transaction costs twice as much.
 * @returns false where a condition does not hold, or somebody else is at one of the items; every other failure is thrown.
 */
export async function putTogether(table: Table, puts: readonly ConditionalPut[]): Promise<boolean> {
  const [first, ...more] = puts;
  try {
    if (first && more.length === 0) {
      return (await putItem(table, first.item, first.condition)).put;
    }
    const TransactItems = puts.map(({ item, condition }) => ({ Put: putOf(table, item, condition) }));
    await table.client.send(new TransactWriteItemsCommand({ TransactItems }));
    return true;
  } catch (error) {
    if (error instanceof TransactionConflictException || isLostTransaction(error)) {
      return false;
    }
    throw lastingOf(error);
  }
}

/** What DynamoDB says is not valid stays so. Its words name sizes and attributes, never what they hold. */
function lastingOf(error: unknown): unknown {
  const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : [];
  const refused = reasons.find(({ Code }) => Code === 'ValidationError')?.Message ?? messageOfValidation(error);
  return refused === undefined ? error : refusedWrite(refused, error);
}

/** Most likely it is longer than 400 KB. */
function refusedWrite(what: string, cause: unknown): Fault {
  const advice = 'look at the dead letter: what its record holds is more than one item takes';
  return new Fault('write-refused', what, { advice, cause, lasting: true });
}

function messageOfValidation(error: unknown): string | undefined {
  return error instanceof Error && error.name === 'ValidationException' ? error.message : undefined;
}

const lostReasons: readonly (string | undefined)[] = ['None', 'ConditionalCheckFailed', 'TransactionConflict'];

/** Cancelled for nothing but conditions and other writers; any other reason is a fault. */
function isLostTransaction(error: unknown): boolean {
  const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : [];
  return reasons.length > 0 && reasons.every(({ Code }) => lostReasons.includes(Code));
}

function putOf(table: Table, item: Item, condition: Condition | undefined) {
  return {
    TableName: table.name,
    Item: wireItemOf(item),
    ...(condition && {
      ConditionExpression: condition.expression,
      ExpressionAttributeNames: namesOf(condition.names),
      ...(condition.values && { ExpressionAttributeValues: valuesOf(condition.values) }),
    }),
  };
}

/** @throws Fault `write-refused` for what DynamoDB has no form for, such as a number that is not safe. */
function wireItemOf(item: Item) {
  try {
    return toAttributes(item);
  } catch (cause) {
    throw refusedWrite('the item holds what DynamoDB has no form for', cause);
  }
}

export async function deleteItem(table: Table, { pk, sk }: ItemKey): Promise<void> {
  await table.client.send(new DeleteItemCommand({ TableName: table.name, Key: toAttributes({ pk, sk }) }));
}

/** Reads all items of one partition whose sort key begins with `prefix`, strongly consistent, in the order of the sort key. */
export async function queryItems(table: Table, pk: string, prefix: string): Promise<Item[]> {
  return await queryPages(table, {
    TableName: table.name,
    ConsistentRead: true,
    KeyConditionExpression: '#pk = :pk AND begins_with(#sk, :prefix)',
    ExpressionAttributeNames: namesOf(['pk', 'sk']),
    ExpressionAttributeValues: valuesOf({ pk, prefix }),
  });
}

/** The same for all sort keys from one up to another, both ends in. */
export async function queryBetween(table: Table, pk: string, first: string, last: string): Promise<Item[]> {
  return await queryPages(table, {
    TableName: table.name,
    ConsistentRead: true,
    KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :first AND :last',
    ExpressionAttributeNames: namesOf(['pk', 'sk']),
    ExpressionAttributeValues: valuesOf({ pk, first, last }),
  });
}

/** Follows a query over its pages until it ends or `limit` items are there. */
export async function queryPages(
  table: Table,
  input: QueryCommandInput,
  limit = Number.POSITIVE_INFINITY,
): Promise<Item[]> {
  const items: Item[] = [];
  let start: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await table.client.send(new QueryCommand({ ...input, ExclusiveStartKey: start }));
    items.push(...(page.Items ?? []).map((item) => unmarshall(item) as Item));
    start = page.LastEvaluatedKey;
  } while (start && items.length < limit);
  return items.slice(0, limit);
}
