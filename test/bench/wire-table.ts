import {
  BatchWriteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { inTurns } from '#shared/lists/in-turns.ts';
import type { WireItem } from './capacity.ts';

/** So many items DynamoDB takes at once. */
const batchLength = 25;

/**
 * What a store puts, in memory, as it would go over the wire: so that the recorder can make thousands of records, each once, and they are put into a real table many at a
 * time. It looks at no condition.
 */
export class WireTable {
  private readonly items = new Map<string, Map<string, WireItem>>();

  /** A client that reads and puts here. */
  client(): DynamoDBClient {
    return { send: async (command: unknown) => this.answer(command) } as unknown as DynamoDBClient;
  }

  private answer(command: unknown): object {
    if (command instanceof PutItemCommand) {
      this.put(command.input.Item as WireItem);
      return {};
    }
    if (command instanceof TransactWriteItemsCommand) {
      for (const { Put } of command.input.TransactItems ?? []) {
        this.put(Put?.Item as WireItem);
      }
      return {};
    }
    if (command instanceof GetItemCommand) {
      const { pk, sk } = command.input.Key ?? {};
      return { Item: this.items.get(pk?.S ?? '')?.get(sk?.S ?? '') };
    }
    if (command instanceof QueryCommand) {
      const { ':pk': pk, ':prefix': prefix = { S: '' } } = command.input.ExpressionAttributeValues ?? {};
      const rows = [...(this.items.get(pk?.S ?? '') ?? [])].filter(([sk]) => sk.startsWith(prefix.S ?? ''));
      return { Items: rows.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item) };
    }
    throw new Error('a command that no record needs');
  }

  private put(item: WireItem): void {
    const pk = item.pk?.S ?? '';
    const rows = this.items.get(pk) ?? new Map<string, WireItem>();
    rows.set(item.sk?.S ?? '', item);
    this.items.set(pk, rows);
  }

  /** Puts all of it into a table that throttles nobody. */
  async copyTo(client: DynamoDBClient, tableName: string): Promise<void> {
    const all = [...this.items.values()].flatMap((rows) => [...rows.values()]);
    const batches = Array.from({ length: Math.ceil(all.length / batchLength) }, (_, index) =>
      all.slice(index * batchLength, (index + 1) * batchLength),
    );
    await inTurns(batches, 4, async (batch) => {
      const requests = batch.map((item) => ({ PutRequest: { Item: { ...item } } }));
      await client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: requests } }));
    });
  }
}
