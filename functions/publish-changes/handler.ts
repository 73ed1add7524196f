import { setTimeout as sleep } from 'node:timers/promises';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import { openEventBridgeBus } from '#shared/aws/event-bridge-bus.ts';
import { openUnpublishableQueue } from '#shared/aws/unpublishable-queue.ts';
import { merchant } from '#shared/merchant/bundled.ts';
import { publishChanges } from '#shared/publishing/publish-changes.ts';
import { streamChanges } from '#shared/publishing/stream-changes.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { streamHandler } from '#shared/runtime/stream.ts';

const env = readEnv(['busName', 'unpublishableUrl']);
const publishing = {
  merchant: merchant.merchant,
  bus: openEventBridgeBus({
    client: new EventBridgeClient({}),
    busName: env.busName,
    sleep: async (ms) => await sleep(ms),
  }),
  unpublishable: openUnpublishableQueue(new SQSClient({}), env.unpublishableUrl),
};

/** Tells the bus what each new version of a record changed. Any passing fault brings the whole batch again. */
export const handler = streamHandler(async (records) => {
  const { published, unpublishable } = await publishChanges(streamChanges(records), publishing);
  const line = { published, unpublishable };
  return unpublishable > 0 ? { line, metric: { name: 'ChangeUnpublishable' } } : { line };
}, 'publish-changes');
