import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';

/** An item as DynamoDB gives it. */
export type WireItem = Readonly<Record<string, AttributeValue>>;

type Names = Readonly<Record<string, string>>;

interface Expression {
  readonly names: Names;
  readonly values: WireItem;
}

interface Put {
  readonly Item?: WireItem | undefined;
  readonly ConditionExpression?: string | undefined;
  readonly ExpressionAttributeNames?: Names | undefined;
  readonly ExpressionAttributeValues?: WireItem | undefined;
}

interface Replaced {
  readonly before: WireItem | undefined;
  readonly after: WireItem;
}

export interface ItemClient {
  readonly client: DynamoDBClient;
  /** What was put since the last time that somebody asked, in order. */
  takePuts(): Replaced[];
}

/** The table of the store's code in memory, given as items. Knows the expressions that the store uses, and throws at any other. */
export function createItemClient(given: readonly WireItem[]): ItemClient {
  const partitions = new Map<string, Map<string, WireItem>>();
  const partitionOf = (pk: string | undefined) => {
    const found = partitions.get(pk ?? '') ?? new Map<string, WireItem>();
    partitions.set(pk ?? '', found);
    return found;
  };
  const get = ({ pk, sk }: WireItem) => partitionOf(pk?.S).get(sk?.S ?? '');
  const set = (item: WireItem) => partitionOf(item.pk?.S).set(item.sk?.S ?? '', item);
  for (const item of given) {
    set(item);
  }
  const puts: Replaced[] = [];
  const put = (all: readonly Put[]): Replaced[] => {
    if (!all.every((each) => isMet(each, get(each.Item ?? {})))) {
      throw new ConditionalCheckFailedException({ $metadata: {}, message: 'a condition does not hold' });
    }
    const replaced = all.map(({ Item: after = {} }) => ({ before: get(after), after }));
    for (const { after } of replaced) {
      set(after);
    }
    puts.push(...replaced);
    return replaced;
  };
  const send = async (command: object): Promise<object> => {
    if (command instanceof GetItemCommand) {
      return { Item: get(command.input.Key ?? {}) };
    }
    if (command instanceof QueryCommand) {
      const { IndexName, ExpressionAttributeValues: values = {} } = command.input;
      const asked = IndexName ? [...partitions.values()] : [partitionOf(values[':pk']?.S)];
      return {
        Items: query(
          asked.flatMap((each) => [...each.values()]),
          command.input,
        ),
      };
    }
    return { Attributes: put(putsOf(command))[0]?.before };
  };
  return { client: { send } as unknown as DynamoDBClient, takePuts: () => puts.splice(0) };
}

function putsOf(command: object): Put[] {
  if (command instanceof PutItemCommand) {
    return [command.input];
  }
  if (command instanceof TransactWriteItemsCommand) {
    return (command.input.TransactItems ?? []).map(({ Put: each }) => each ?? fail('a transaction of puts alone'));
  }
  return fail(command.constructor.name);
}

function fail(what: string): never {
  throw new Error(`this table knows no ${what}`);
}

function query(items: readonly WireItem[], input: QueryCommandInput): WireItem[] {
  const expression = { names: input.ExpressionAttributeNames ?? {}, values: input.ExpressionAttributeValues ?? {} };
  const sortKey = `${input.IndexName ?? ''}sk`;
  return items
    .filter((item) => holds(input.KeyConditionExpression ?? '', item, expression))
    .sort((a, b) => ((a[sortKey]?.S ?? '') < (b[sortKey]?.S ?? '') ? -1 : 1))
    .slice(0, input.Limit);
}

function isMet(put: Put, item: WireItem | undefined): boolean {
  const {
    ConditionExpression: text,
    ExpressionAttributeNames: names = {},
    ExpressionAttributeValues: values = {},
  } = put;
  return text === undefined || holds(text, item, { names, values });
}

/** `BETWEEN … AND …` is one term. */
function holds(text: string, item: WireItem | undefined, expression: Expression): boolean {
  return text
    .split(' OR ')
    .some((all) => all.split(/(?<!BETWEEN :\w+) AND /).every((term) => isTrue(term, item, expression)));
}

type Test = (value: AttributeValue | undefined, one: AttributeValue, other: AttributeValue) => boolean;

const tests: readonly (readonly [RegExp, Test])[] = [
  [/^attribute_not_exists\((#\w+)\)$/, (value) => value === undefined],
  [/^begins_with\((#\w+), (:\w+)\)$/, (value, prefix) => value?.S?.startsWith(prefix.S ?? '') === true],
  [/^(#\w+) BETWEEN (:\w+) AND (:\w+)$/, (value, from, to) => compare(value, from) >= 0 && compare(value, to) <= 0],
  [/^(#\w+) = (:\w+)$/, (value, other) => compare(value, other) === 0],
  [/^(#\w+) < (:\w+)$/, (value, other) => compare(value, other) < 0],
  [/^(#\w+) <= (:\w+)$/, (value, other) => compare(value, other) <= 0],
  [/^(#\w+) > (:\w+)$/, (value, other) => compare(value, other) > 0],
];

function isTrue(term: string, item: WireItem | undefined, { names, values }: Expression): boolean {
  for (const [form, test] of tests) {
    const [, name, one, other] = form.exec(term) ?? [];
    if (name) {
      return test(
        item?.[names[name] ?? ''],
        values[one ?? ''] ?? { NULL: true },
        values[other ?? ''] ?? { NULL: true },
      );
    }
  }
  return fail(`condition ${term}`);
}

/** Below 0, 0 or above; not a number where one of them is not there. */
function compare(a: AttributeValue | undefined, b: AttributeValue): number {
  if (a?.N !== undefined) {
    return Number(a.N) - Number(b.N);
  }
  return a?.S === undefined || b.S === undefined ? Number.NaN : Number(a.S > b.S) - Number(a.S < b.S);
}
