import { setTimeout as sleep } from 'node:timers/promises';
import { SQSClient } from '@aws-sdk/client-sqs';
import { sendBatch } from '#shared/aws/send-batch.ts';
import { toQueueText } from '#shared/messages/encode-message.ts';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import type { RecordName } from '#shared/messages/record-name.ts';
import type { Emit } from '#shared/recording/emit.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { readMerchant } from '../../infra/merchant.ts';
import { openLog } from '../run/progress.ts';
import { readArguments } from '../run/read-options.ts';
import { runScript } from '../run/run-script.ts';
import { openMerchantStore } from './open-merchant-store.ts';
import { openListsOf } from './open-records.ts';
import { findDeployed, localClient } from './read-outputs.ts';
import { rebuildOpen } from './rebuild-open.ts';
import { usualDays, type Wish, wishOf } from './rebuild-wish.ts';

const help = `Folds records anew from all facts that are kept of them, and does all that follows: links, held deliveries, parcel states.

  npm run rebuild -- --case <source>:<shop>:<case id> [--emit]
  npm run rebuild -- --parcel <tracking number> [--emit]
  npm run rebuild -- --open --emit attention,deadlines [--since <UTC day>]

After a change of the fold's revision, a record mends itself with its next message; what only the new revision sees is then not told.

--emit                       tells all of it
--emit attention,deadlines   tells what is of these classes only, one or both: Case Needs Attention and Case Attention Cleared; Deadline Opened, Moved,
                             Met, Cancelled, Approaching, Missed and Breach Withdrawn. All else stays as silent as it was
--open                       every record that is open, after a release: those whose clocks strike, that call a person or are unclaimed parcels, whatever
                             their age, and the cases opened since --since (${usualDays} days ago where not given) that have not ended
--after <place>              where an earlier run stopped, as it printed

Nothing is told twice. --open has 25 records folded at a time and waits for them, so that senders do not wait behind it; it says how far it is. It may be
stopped at any time: run again, it passes over what is folded and told by then, and with --after it is spared the way there. It reads indexes, never the
whole table.

Without more it works on what npm start deployed, with --merchant <merchant> on what npm run deploy:local did. On AWS, with your own credentials and region:

  npm run rebuild -- --case <key> --inbox <inbox URL>
  npm run rebuild -- --open --emit attention,deadlines --merchant <merchant> --table <table name> --inbox <inbox URL>`;

const options = {
  case: { type: 'string' },
  parcel: { type: 'string' },
  open: { type: 'boolean', default: false },
  emit: { type: 'boolean', default: false },
  since: { type: 'string' },
  after: { type: 'string' },
  merchant: { type: 'string', default: 'demo' },
  table: { type: 'string' },
  inbox: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = ReturnType<typeof readValues>;

function readValues() {
  const args = process.argv.slice(2).flatMap((each) => each.split(/(?<=^--emit)=/));
  return readArguments(options, args);
}

/** Where to work: named by the caller, or what was deployed here. */
async function placeOf({ merchant, table, inbox }: Values) {
  const outputs = inbox === undefined ? await findDeployed(merchant) : undefined;
  const client = outputs ? localClient(outputs) : {};
  const sqs = new SQSClient(client);
  const inboxUrl = inbox ?? outputs?.inboxUrl ?? '';
  const send = async (records: readonly RecordName[], emit: Emit) => {
    const messages = records.map((record): InboxMessage => ({ kind: 'rebuild', record, emit }));
    await sendBatch(
      sqs,
      inboxUrl,
      messages.map((message) => ({ text: toQueueText(message) })),
    );
  };
  return { client, tableName: table ?? outputs?.tableName ?? '', send };
}

async function runOpen(values: Values, { classes, since, after }: Extract<Wish, { readonly open: true }>) {
  const merchant = readMerchant(values.merchant);
  const { client, tableName, send } = await placeOf(values);
  await rebuildOpen({
    store: openMerchantStore(client, tableName, merchant),
    classes,
    send: async (records) => await send(records, classes),
    wait: async (ms) => await sleep(ms),
    lists: openListsOf(since, instantOf(Date.now())),
    first: after,
    log: openLog(),
  });
}

async function run(values: Values): Promise<void> {
  const wish = wishOf(values, instantOf(Date.now()));
  if (wish.open) {
    await runOpen(values, wish);
    return;
  }
  const { send } = await placeOf(values);
  await send([wish.record], wish.emit);
  console.log('asked record-observations to fold it anew; its log line says what came of it');
}

await runScript({ command: 'npm run rebuild', help, read: readValues, run });
