import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import { readOptions } from '../run/read-options.ts';
import { runScript } from '../run/run-script.ts';
import { findDeployed, localClient } from './read-outputs.ts';

const help = `Folds a record anew from all facts that are kept of it, and does all that follows: links, held deliveries, parcel states.

  npm run rebuild -- --case <source>:<shop>:<case id> [--emit]
  npm run rebuild -- --parcel <tracking number> [--emit]

After a change of the fold's revision, a record mends itself with its next message; what only the new revision sees is then not told.
--emit tells it. Run it before other messages reach the record: what was taken over in silence is not told later.

Without more it works on what npm start deployed, with --merchant <merchant> on what npm run deploy:local did. On AWS, with your own credentials and region:

  npm run rebuild -- --case <key> --inbox <inbox URL>`;

const options = {
  case: { type: 'string' },
  parcel: { type: 'string' },
  emit: { type: 'boolean', default: false },
  merchant: { type: 'string', default: 'demo' },
  inbox: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = ReturnType<typeof readValues>;

function readValues() {
  return readOptions(options);
}

function messageOf({ case: caseKey, parcel, emit }: Values): InboxMessage {
  if ((caseKey === undefined) === (parcel === undefined)) {
    throw new Error('Name one record: --case <key> or --parcel <number>.');
  }
  const record = caseKey === undefined ? { parcel: parcel ?? '' } : { caseKey };
  return { kind: 'rebuild', record, emit };
}

async function run(values: Values): Promise<void> {
  const message = messageOf(values);
  const outputs = values.inbox === undefined ? await findDeployed(values.merchant) : undefined;
  const client = new SQSClient(outputs ? localClient(outputs) : {});
  const QueueUrl = values.inbox ?? outputs?.inboxUrl;
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(message) }));
  console.log('asked record-observations to fold it anew; its log line says what came of it');
}

await runScript({ command: 'npm run rebuild', help, read: readValues, run });
