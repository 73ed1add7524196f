import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { parseQueues } from '#shared/aws/parse-queues.ts';
import { openQueueControl } from '#shared/aws/queue-control.ts';
import { openS3Bodies } from '#shared/aws/s3-bodies.ts';
import { openSigningSecrets } from '#shared/aws/signing-secrets.ts';
import { openSqsInbox } from '#shared/aws/sqs-inbox.ts';
import { openWarehouseQueues } from '#shared/aws/warehouse-queues.ts';
import { createDelivering, mostTried } from '#shared/calling-out/deliver.ts';
import { merchant } from '#shared/merchant/bundled.ts';
import { readTellMessage, type TellMessage } from '#shared/messages/tell-message.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { readEnv, s3Endpoint } from '#shared/runtime/env.ts';
import { queueHandler } from '#shared/runtime/queue.ts';
import { openCaseTable } from '#shared/store/case-table.ts';
import { openLedgerTable } from '#shared/store/ledger-table.ts';
import { openConnectors } from '#shared/warehouses/connectors.ts';

const env = readEnv(['tableName', 'deliverUrls', 'inboxUrl', 'bodiesBucket', 'secretPrefix']);
const sqs = new SQSClient({});
const now = () => instantOf(Date.now());
const table = { client: new DynamoDBClient({}), name: env.tableName };
const cases = openCaseTable(table, now);
const deliver = createDelivering({
  merchant,
  readRecord: cases.readSnapshot,
  ledgers: openLedgerTable(table),
  readPerson: cases.readPersonalData,
  connectorOf: openConnectors({ allowLoopback: merchant.demo }),
  secretOf: openSigningSecrets(new SecretsManagerClient({}), env.secretPrefix, Date.now),
  send: openSqsInbox(sqs, env.inboxUrl, openS3Bodies(sqs, { bucket: env.bodiesBucket, endpoint: s3Endpoint() })).send,
  putBack: openWarehouseQueues(sqs, parseQueues(env.deliverUrls)),
  now,
  leaseHolder: randomUUID,
});

/** Tells a WMS by calling it, of each pre-advice that its record announces, replaces or withdraws; what came together is told once. */
export const handler = queueHandler(
  {
    what: 'deliver-to-warehouse',
    // One that tells a warehouse begins no call after forty seconds, and gives each some ten.
    longestMs: 55_000,
    read: ({ body }) => readTellMessage(body),
    nameOf: ({ caseKey, warehouseId }: TellMessage) => JSON.stringify([caseKey, warehouseId]),
    work: async (messages) => {
      const { outcome, calls, reason } = await deliver(mostTried(messages));
      return messages.map((message) => ({
        line: { ...message, outcome, calls, detail: reason },
        metric: { name: 'WarehouseTold', reason: outcome },
      }));
    },
  },
  openQueueControl(sqs, env.inboxUrl),
);
