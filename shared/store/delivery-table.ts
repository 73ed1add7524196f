import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { Fault } from '#shared/fault/fault.ts';
import type {
  DeliveryOutcome,
  DeliveryRef,
  DeliveryTable,
  HowTaken,
  Kept,
  KeptBefore,
} from '#shared/recording/ports.ts';
import { type Instant, millisOf } from '#shared/returns/record/instant.ts';
import type { Delivery } from '#shared/sources/source.ts';
import { packBody, unpackBody } from './bodies.ts';
import { indexEntries } from './indexes.ts';
import { partitions, sortPrefixes, sorts } from './keys.ts';
import { isReadBetter, type ReadAs } from './read-better.ts';
import { type Attributes, getItem, namesOf, putItem, queryItems, type Table, toAttributes, valuesOf } from './table.ts';

/** `now` decides what has expired already; DynamoDB may take two days to remove it. */
export interface Retention {
  readonly rawDays: number;
  readonly now: () => Instant;
}

/** Either the compressed body, or how many chunk items hold it. */
type Content = { readonly body: Uint8Array } | { readonly digest: string; readonly chunks: number };

interface RawItem extends Omit<Delivery, 'body'> {
  readonly content: Content;
  readonly expiresAt: number;
}

/** Raw deliveries in DynamoDB, gzipped, each with its outcome. */
export function openDeliveryTable(table: Table, retention: Retention): DeliveryTable {
  return {
    keep: async (delivery, outcome, how = {}) => {
      const expiresAt = expiryOf(delivery.receivedAt, retention.rawDays);
      return await keepDelivery(table, { delivery, outcome, how, expiresAt });
    },
    messageOf: async (ref) => {
      const item = await getItem(table, { pk: partitions.delivery(ref), sk: sorts.raw });
      return item?.messageId as string | undefined;
    },
    outcomeOf: async (ref) => {
      const item = await getItem(table, { pk: partitions.delivery(ref), sk: sorts.raw });
      const { outcome, reason } = (item ?? {}) as Partial<DeliveryOutcome>;
      return outcome && ({ outcome, ...(reason !== undefined && { reason }) } as DeliveryOutcome);
    },
    placesOf: async (ref) => {
      const item = await getItem(table, { pk: partitions.delivery(ref), sk: sorts.raw });
      return [...((item?.said ?? []) as Iterable<string>)].sort();
    },
    read: async (ref) => await readDelivery(table, ref, retention.now()),
  };
}

/** When an item made at `from` expires. Unix seconds. */
export function expiryOf(from: Instant, days: number): number {
  return Math.floor(millisOf(from) / 1000) + days * 24 * 60 * 60;
}

interface Keeping {
  readonly delivery: Delivery;
  readonly outcome: DeliveryOutcome;
  readonly how: HowTaken;
  readonly expiresAt: number;
}

const listedAs: Readonly<Partial<Record<DeliveryOutcome['outcome'], 'notUnderstood' | 'unmatched'>>> = {
  'not-understood': 'notUnderstood',
  'in-part': 'notUnderstood',
  unmatched: 'unmatched',
};

async function keepDelivery(table: Table, keeping: Keeping): Promise<Kept> {
  const { delivery, outcome, how, expiresAt } = keeping;
  const { messageId, revision: adapter, said } = how;
  const pk = partitions.delivery(delivery);
  const { source, channel, id, via, receivedAt, headers } = delivery;
  // Chunks first: an item that names its chunks must find them, whatever stops us in between.
  const content = await putContent(table, pk, keeping);
  const listed = listedAs[outcome.outcome];
  const attention = listed ? indexEntries.delivery(listed, receivedAt, pk) : {};
  const update = updateOf({
    once: { source, channel, id, via, receivedAt, headers, content, expiresAt },
    always: {
      outcome: outcome.outcome,
      reason: outcome.reason,
      messageId,
      adapter,
      gsi3pk: undefined,
      gsi3sk: undefined,
      ...attention,
    },
    // Where it was put at any time: a set that only grows, so that whoever is stopped in between finds the same places again.
    added: said && said.length > 0 ? { said: new Set(said) } : {},
  });
  const command = new UpdateItemCommand({
    TableName: table.name,
    Key: toAttributes({ pk, sk: sorts.raw }),
    ...update,
    ReturnValues: 'ALL_OLD',
  });
  const { Attributes: old = {} } = await table.client.send(command);
  const { said: before = [], ...stood } = unmarshall(old) as Partial<Stood>;
  if (isReadBetter(stood, { outcome: outcome.outcome, adapter })) {
    await replaceContent(table, pk, { headers, content });
  }
  return {
    gone: said ? [...before].filter((place) => !said.includes(place)).sort() : [],
    ...(stood.receivedAt && { before: keptBefore(stood.receivedAt, stood.messageId) }),
  };
}

interface Stood extends ReadAs {
  readonly said: Iterable<string>;
  readonly receivedAt: Instant;
  readonly messageId?: string;
}

function keptBefore(receivedAt: Instant, messageId: string | undefined): KeptBefore {
  return { receivedAt, ...(messageId !== undefined && { messageId }) };
}

async function replaceContent(table: Table, pk: string, replaced: Attributes): Promise<void> {
  const update = updateOf({ once: {}, always: replaced, added: {} });
  const Key = toAttributes({ pk, sk: sorts.raw });
  await table.client.send(new UpdateItemCommand({ TableName: table.name, Key, ...update }));
}

/** `once` is set where it is absent, so the first receipt stays; `always` is set anew, and removed where undefined; `added` goes to the sets of that name. */
function updateOf({ once, always, added }: Readonly<Record<'once' | 'always' | 'added', Attributes>>) {
  const isGone = (name: string) => always[name] === undefined;
  const sets = [
    ...Object.keys(once).map((name) => `#${name} = if_not_exists(#${name}, :${name})`),
    ...Object.keys(always)
      .filter((name) => !isGone(name))
      .map((name) => `#${name} = :${name}`),
  ];
  const removed = Object.keys(always)
    .filter(isGone)
    .map((name) => `#${name}`);
  const adds = Object.keys(added).map((name) => `#${name} :${name}`);
  const clauses = [
    ['SET', sets],
    ['REMOVE', removed],
    ['ADD', adds],
  ] as const;
  return {
    UpdateExpression: clauses
      .flatMap(([word, parts]) => (parts.length > 0 ? [`${word} ${parts.join(', ')}`] : []))
      .join(' '),
    ExpressionAttributeNames: namesOf(Object.keys({ ...once, ...always, ...added })),
    ExpressionAttributeValues: valuesOf({ ...once, ...always, ...added }),
  };
}

async function putContent(table: Table, pk: string, { delivery, expiresAt }: Keeping): Promise<Content> {
  const { digest, chunks } = packBody(delivery.body);
  const [only] = chunks;
  if (only && chunks.length === 1) {
    return { body: only };
  }
  for (const [index, chunk] of chunks.entries()) {
    await putItem(table, { pk, sk: sorts.rawChunk(digest, index + 1), chunk, expiresAt });
  }
  return { digest, chunks: chunks.length };
}

async function readDelivery(table: Table, ref: DeliveryRef, now: Instant): Promise<Delivery | undefined> {
  const pk = partitions.delivery(ref);
  const item = (await getItem(table, { pk, sk: sorts.raw })) as unknown as RawItem | undefined;
  if (!item || item.expiresAt * 1000 <= millisOf(now)) {
    return undefined;
  }
  const { source, channel, id, via, receivedAt, headers, content } = item;
  return { source, channel, id, via, receivedAt, headers, body: unpackBody(await readContent(table, pk, content)) };
}

async function readContent(table: Table, pk: string, content: Content): Promise<readonly Uint8Array[]> {
  if ('body' in content) {
    return [content.body];
  }
  const items = await queryItems(table, pk, sortPrefixes.rawChunks(content.digest));
  if (items.length !== content.chunks) {
    const advice = 'nothing while it is once: it is read again; else have the sender send it anew';
    throw new Fault('body-not-whole', `a kept body has ${items.length} of its ${content.chunks} chunks`, { advice });
  }
  return items.map((item) => item.chunk as Uint8Array);
}
