import type { DynamoDBRecord } from 'aws-lambda';
import { merchant } from '#shared/merchant/bundled.ts';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import type { RecordName } from '#shared/messages/record-name.ts';
import { bundledPolicyOf, parsePolicy } from '#shared/policy/bundled-policy.ts';
import { streamChanges } from '#shared/publishing/stream-changes.ts';
import { streamOutbox } from '#shared/publishing/stream-outbox.ts';
import { recordMessage } from '#shared/recording/record-together.ts';
import type { Recorder } from '#shared/recording/recorder.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { observerOf } from '#shared/sources/observers.ts';
import { openStore, type Store } from '#shared/store/open-store.ts';
import { openPolicySource } from '#shared/store/policy-source.ts';
import { createItemClient, type WireItem } from './item-client.ts';
import { type PlainItem, plainOf } from './release-table.ts';

/** What one message led to. */
export interface Recorded {
  /** Each item that was put, with the one that it took the place of. */
  readonly puts: readonly { readonly before: PlainItem | undefined; readonly after: PlainItem }[];
  /** Events that the stream would tell. */
  readonly told: readonly unknown[];
  /** Messages that the stream would carry on. */
  readonly follows: readonly InboxMessage[];
}

export interface OpenRelease {
  readonly store: Store;
  readonly policyAt: Recorder['policy']['inForceAt'];
  /** Revisions of stored policies that are none. */
  readonly invalidPolicies: readonly string[];
  /** Records a message as `record-observations` does. */
  record(message: InboxMessage): Promise<Recorded>;
}

/** The demo merchant's functions of today over a table that is given, at a time when its raw deliveries are still kept. */
export function openRelease(items: readonly WireItem[], now: Instant): OpenRelease {
  const table = createItemClient(items);
  const { client } = table;
  const invalidPolicies: string[] = [];
  const store = openStore({ client, tableName: 'records', rawDays: merchant.retention.rawDays, now: () => now });
  const policy = openPolicySource(
    { client, name: 'records' },
    {
      bundled: bundledPolicyOf(merchant),
      parse: (value) => parsePolicy(value, merchant),
      now: () => now,
      onFault: (revision) => void invalidPolicies.push(revision),
      onWarning: () => undefined,
    },
  );
  const sent: InboxMessage[] = [];
  const outbound = { send: async (message: InboxMessage) => void sent.push(message), hint: async () => undefined };
  const recorder: Recorder = {
    ...store,
    outbound,
    policy,
    merchant,
    observerOf,
    now: () => now,
    isInboxBehind: async () => false,
  };
  return {
    store,
    policyAt: policy.inForceAt,
    invalidPolicies,
    record: async (message) => {
      await recordMessage(recorder, message);
      // The release's policy is kept with the first message, whichever that is.
      const puts = table.takePuts().filter(({ after }) => after.pk?.S !== 'POLICY');
      const stream = puts.map(streamRecordOf);
      const plain = (item: WireItem | undefined) => item && plainOf(item);
      return {
        puts: puts.map(({ before, after }) => ({ before: plain(before), after: plainOf(after) })),
        told: streamChanges(stream),
        follows: [...streamOutbox(stream), ...sent.splice(0)],
      };
    },
  };
}

/** An item that was put, as the table's stream carries it. */
export function streamRecordOf({ before, after }: { before?: WireItem | undefined; after: WireItem }): DynamoDBRecord {
  const { pk = { S: '' }, sk = { S: '' } } = after;
  const images = { Keys: { pk, sk }, NewImage: after, ...(before && { OldImage: before }) };
  return { dynamodb: images as NonNullable<DynamoDBRecord['dynamodb']> };
}

/** Whose snapshot an item is. */
export function nameOf({ snapshot }: PlainItem): RecordName {
  const { key, number } = snapshot as { readonly key?: string; readonly number?: string };
  return key === undefined ? { parcel: number ?? '' } : { caseKey: key };
}

export function rebuildOf(snapshot: PlainItem, emit = false): InboxMessage {
  return { kind: 'rebuild', record: nameOf(snapshot), emit };
}
