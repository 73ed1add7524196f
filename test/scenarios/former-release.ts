import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { merchant } from '#shared/merchant/bundled.ts';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import type { RecordName } from '#shared/messages/record-name.ts';
import type { DeliveryOutcome, DeliveryRef } from '#shared/recording/ports.ts';
import { observerOf } from '#shared/sources/observers.ts';
import type { Delivery, Observed } from '#shared/sources/source.ts';
import { partitions, sorts } from '#shared/store/keys.ts';
import { deleteItem, getItem, putItem } from '#shared/store/table.ts';
import { localClient } from '../../tools/operate/read-outputs.ts';
import type { ReplayWork } from '../../tools/operate/replay-delivery.ts';
import { channelOf } from '../simulation/lane-merchant.ts';
import type { World } from './world.ts';

/** What a former release made of a delivery. */
export type Former = Extract<Observed, { readonly kind: 'not-understood' | 'sayings' }>;

/** A delivery, and the records that it speaks of, in the order in which it does. */
export interface Left {
  readonly ref: DeliveryRef;
  readonly records: readonly RecordName[];
}

/**
 * Nobody can deploy a release of before into the stack and then this one. So the items of a delivery that this release recorded are put to what a
 * former one would have left, its observations with a lower revision or none at all, and the records are folded anew from them.
 */
export async function leaveAsBefore(world: World, { ref, records }: Left, former: Former): Promise<void> {
  const { store, outputs } = world;
  const table = { client: new DynamoDBClient(localClient(outputs)), name: outputs.tableName };
  const isRead = former.kind === 'sayings';
  const adapter = 2 * (revisionOf(ref) - 1);
  for (const [index, record] of records.entries()) {
    const pk = 'parcel' in record ? partitions.parcel(record.parcel) : partitions.case(record.caseKey);
    const key = { pk, sk: sorts.observation(observationIdOf(ref, index)) };
    const facts = isRead ? former.sayings[index]?.facts : undefined;
    await (facts ? putItem(table, { ...(await getItem(table, key)), ...key, adapter, facts }) : deleteItem(table, key));
  }
  const outcome: DeliveryOutcome = isRead
    ? { outcome: 'in-part', reason: former.unread ?? '' }
    : { outcome: 'not-understood', reason: former.reason };
  await store.deliveries.keep(await readKept(world, ref), outcome, isRead ? { revision: adapter } : {});
  for (const record of records) {
    await sendToInbox(world, { kind: 'rebuild', record, emit: false });
  }
}

/** What this release makes of a delivery whose body is another one. */
export async function observeChanged(
  world: World,
  ref: DeliveryRef,
  change: (text: string) => string,
): Promise<Observed | undefined> {
  const delivery = await readKept(world, ref);
  const body = Buffer.from(change(Buffer.from(delivery.body).toString()));
  return observerOf(ref.source)?.observe({ ...delivery, body }, channelOf(ref.source, ref.channel), merchant);
}

/** Works as `npm run replay` does. */
export function replayWorkOf(world: World, { isDry }: { readonly isDry: boolean }): ReplayWork {
  const send = async (ref: DeliveryRef) => await sendToInbox(world, { kind: 'replay', ref });
  const wait = async (ms: number) => await sleep(ms);
  return { store: world.store, merchant, observerOf, send: isDry ? undefined : send, wait };
}

/** What came of a delivery, and what it says at each of its records. */
export async function keptOf({ store }: World, { ref, records }: Left): Promise<unknown> {
  const said = records.map(async (record, index) => {
    const observations = await ('parcel' in record
      ? store.parcels.readObservations(record.parcel)
      : store.cases.readObservations(record.caseKey));
    return observations.find(({ id }) => id === observationIdOf(ref, index)) ?? 'nothing';
  });
  return [(await store.deliveries.outcomeOf(ref)) ?? 'nothing', ...(await Promise.all(said))];
}

async function readKept({ store }: World, ref: DeliveryRef): Promise<Delivery> {
  const delivery = await store.deliveries.read(ref);
  if (!delivery) {
    throw new Error(`there is no delivery ${ref.id}`);
  }
  return delivery;
}

async function sendToInbox({ sqs, outputs }: World, message: InboxMessage): Promise<void> {
  await sqs.send(new SendMessageCommand({ QueueUrl: outputs.inboxUrl, MessageBody: JSON.stringify(message) }));
}

function revisionOf({ source }: DeliveryRef): number {
  return observerOf(source)?.revision ?? 1;
}

function observationIdOf({ source, channel, id }: DeliveryRef, index: number): string {
  return `${source}/${channel}/${id}${index === 0 ? '' : `/${index}`}`;
}
