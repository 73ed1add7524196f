import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { outboxMessages, type WrittenVersion } from '#shared/recording/outbox-messages.ts';
import { tableNames } from '#shared/runtime/table-names.ts';
import { indexWriteUnits, itemBytes, readUnits, tableWriteUnits, type WireItem } from './capacity.ts';

/** One command that was sent to DynamoDB. */
export interface Call {
  readonly command: string;
  /** What it is about: `case SNAPSHOT`, `parcel OBS`, `delivery RAW`. */
  readonly about: string;
  readonly isRefused: boolean;
  /** Of the item written, or of all items read. */
  readonly bytes: number;
  readonly readUnits: number;
  readonly tableWriteUnits: number;
  readonly indexWriteUnits: number;
  /** Write units as the emulator counts them, where it answers. */
  readonly emulatorWriteUnits: number | undefined;
  /** Changes that a snapshot carries to the stream, and what must follow from it. */
  readonly changes: readonly unknown[];
  readonly outbox: readonly unknown[];
  /** What each attribute of a written item takes. */
  readonly attributeBytes: Readonly<Record<string, number>>;
}

interface Input {
  readonly TableName: string;
  readonly ReturnConsumedCapacity?: 'INDEXES';
  readonly Key?: WireItem;
  readonly Item?: WireItem;
  readonly ConsistentRead?: boolean;
  readonly ExpressionAttributeValues?: WireItem;
  readonly TransactItems?: readonly { readonly Put: { readonly Item: WireItem; readonly TableName: string } }[];
}

interface Output {
  readonly Item?: WireItem;
  readonly Items?: readonly WireItem[];
  readonly ConsumedCapacity?: { readonly CapacityUnits?: number };
}

const writes = ['PutItemCommand', 'UpdateItemCommand', 'DeleteItemCommand', 'TransactWriteItemsCommand'];

/**
 * Notes every command of a client, with its capacity units by DynamoDB's rules.
 * @param probe - Another client to the same table, for a look at items before and after a write; it is not counted.
 */
export function countCalls(client: DynamoDBClient, probe: DynamoDBClient, note: (call: Call) => void): void {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const command = context.commandName ?? '';
      const input: Input = { ...(args.input as Input), ReturnConsumedCapacity: 'INDEXES' };
      const send = async () => await next({ ...args, input: input as never });
      return writes.includes(command)
        ? await noteWrite(command, input, probe, { send, note })
        : await noteRead(command, input, { send, note });
    },
    { step: 'initialize', name: 'countCalls', priority: 'high' },
  );
}

interface Sending<Sent> {
  readonly send: () => Promise<Sent>;
  readonly note: (call: Call) => void;
}

async function noteWrite<Sent extends { output: unknown }>(
  command: string,
  input: Input,
  probe: DynamoDBClient,
  { send, note }: Sending<Sent>,
): Promise<Sent> {
  const puts = input.TransactItems?.map(({ Put }) => Put) ?? [input];
  const look = async () =>
    await Promise.all(
      puts.map(async ({ TableName, ...put }) => {
        const { pk, sk } = ('Key' in put ? put.Key : put.Item) ?? {};
        return (await probe.send(new GetItemCommand({ TableName, Key: { pk, sk } as never, ConsistentRead: true })))
          .Item;
      }),
    );
  const before = await look();
  // A transaction costs twice as much, for each item of it.
  const times = input.TransactItems ? 2 : 1;
  const call = (after: readonly (WireItem | undefined)[], isRefused: boolean, output?: Output): Call => {
    const [first] = after;
    const { pk, sk } = input.Key ?? first ?? {};
    const sum = (unitsOf: typeof tableWriteUnits) =>
      times * puts.reduce((units, _, index) => units + unitsOf(before[index], after[index]), 0);
    return {
      command: command.replace('Command', ''),
      about: aboutOf(pk?.S, sk?.S),
      isRefused,
      bytes: itemBytes(first),
      readUnits: 0,
      tableWriteUnits: sum(tableWriteUnits),
      indexWriteUnits: isRefused ? 0 : sum(indexWriteUnits),
      emulatorWriteUnits: output?.ConsumedCapacity?.CapacityUnits,
      changes: isRefused ? [] : changesOf(first),
      outbox: isRefused ? [] : outboxOf(first),
      attributeBytes: Object.fromEntries(
        Object.entries(first ?? {}).map(([name, value]) => [name, itemBytes({ [name]: value })]),
      ),
    };
  };
  try {
    const sent = await send();
    note(call(await look(), false, sent.output as Output));
    return sent;
  } catch (error) {
    note(
      call(
        puts.map(({ Item }) => Item),
        true,
      ),
    );
    throw error;
  }
}

async function noteRead<Sent extends { output: unknown }>(
  command: string,
  input: Input,
  { send, note }: Sending<Sent>,
): Promise<Sent> {
  const sent = await send();
  const { Item, Items = [] } = sent.output as Output;
  const bytes = [...Items, ...(Item ? [Item] : [])].reduce((sum, item) => sum + itemBytes(item), 0);
  const [pk, sk] = input.Key
    ? [input.Key.pk?.S, input.Key.sk?.S]
    : [input.ExpressionAttributeValues?.[':pk']?.S, input.ExpressionAttributeValues?.[':prefix']?.S];
  note({
    command: command.replace('Command', ''),
    about: aboutOf(pk, sk),
    isRefused: false,
    bytes,
    readUnits: readUnits(bytes, input.ConsistentRead ?? false),
    tableWriteUnits: 0,
    indexWriteUnits: 0,
    emulatorWriteUnits: undefined,
    changes: [],
    outbox: [],
    attributeBytes: {},
  });
  return sent;
}

function aboutOf(pk = '', sk = ''): string {
  return `${pk.split('#')[0]?.toLowerCase()} ${sk.split('#')[0]}`;
}

function changesOf(item: WireItem | undefined): readonly unknown[] {
  return item?.changes ? unmarshall({ changes: item.changes }).changes : [];
}

function outboxOf(item: WireItem | undefined): readonly unknown[] {
  const text = item?.[tableNames.outbox]?.S;
  return item && text !== undefined
    ? outboxMessages({ ...(unmarshall(item) as WrittenVersion), outbox: JSON.parse(text) })
    : [];
}
