import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { openReplayQueue } from '#shared/aws/replay-queue.ts';
import type { DeliveryRef } from '#shared/recording/ports.ts';
import { type Instant, toInstant } from '#shared/returns/record/instant.ts';
import { observerOf, observers } from '#shared/sources/observers.ts';
import { scanDeliveries } from '#shared/store/delivery-scan.ts';
import type { Table } from '#shared/store/table.ts';
import { didYouMean } from '../../infra/did-you-mean.ts';
import { readMerchant } from '../../infra/merchant.ts';
import { openLog } from '../run/progress.ts';
import { readOptions } from '../run/read-options.ts';
import { runScript } from '../run/run-script.ts';
import { mayChange } from './may-change.ts';
import { openMerchantStore } from './open-merchant-store.ts';
import { findDeployed, localClient } from './read-outputs.ts';
import { type Replayed, type ReplayWork, replayDelivery } from './replay-delivery.ts';
import { replayLines } from './replay-lines.ts';

const help = `Reads deliveries anew, as they were kept, by the adapters of today: what they say now takes the place of what they said.

  npm run replay -- --delivery <source>/<channel>/<id> [--dry-run]
  npm run replay -- --source <source> --since <UTC time> [--dry-run]

--delivery   one, by the id that npm run -s deliveries shows, whatever came of it
--source     all of a source that came since then, but for what its present adapter has read whole, or has read and waits for its case, and for
             hints and requests of several messages (they say nothing themselves)
--dry-run    says what would change, and changes nothing

Nothing counts twice: a delivery is known by its id. What an adapter cannot read any more takes nothing back. One line for each says what came of
it, and which facts came (+), went (-) or say something else (~) at which record. It may be stopped at any time: run again, it passes over what
counts by then, and reads what is still not understood, or in part, once more; --after, with what it printed last, spares it the way there.
--source reads every item of the table, of whatever kind, and costs that each time.

Without more it works on what npm start deployed, with --merchant <merchant> on what npm run deploy:local did. On AWS, with your own credentials and region:

  npm run replay -- --delivery <…> --merchant <merchant> --table <table name> --inbox <inbox URL>`;

const options = {
  delivery: { type: 'string' },
  source: { type: 'string' },
  since: { type: 'string' },
  after: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  merchant: { type: 'string', default: 'demo' },
  table: { type: 'string' },
  inbox: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = ReturnType<typeof readValues>;

function readValues() {
  return readOptions(options);
}

function check(values: Values): void {
  if ((values.delivery === undefined) === (values.source === undefined)) {
    throw new Error(
      'Name what to read anew: --delivery <source>/<channel>/<id>, or --source <source> --since <UTC time>.',
    );
  }
  if (values.source !== undefined && values.since === undefined) {
    throw new Error('--source goes with --since <UTC time>, such as 2026-01-15T08:00Z.');
  }
  if ((values.table === undefined) !== (values.inbox === undefined)) {
    throw new Error('--table and --inbox go together.');
  }
}

function refOf(text: string): DeliveryRef {
  const [, source, channel, id] = /^([^/]+)\/([^/]+)\/(.+)$/.exec(text) ?? [];
  if (!source || !channel || !id) {
    throw new Error('--delivery is <source>/<channel>/<id>, as npm run -s deliveries shows it.');
  }
  return { source: known(source), channel, id };
}

function known(source: string): string {
  const names = observers.map((each) => each.source);
  if (!names.includes(source)) {
    throw new Error(`No source is called ${source}; there are: ${names.join(', ')}${didYouMean(source, names)}`);
  }
  return source;
}

function sinceOf(text: string): Instant {
  const at = toInstant(text);
  if (!at) {
    throw new Error('--since is a time with its zone, such as 2026-01-15T08:00Z.');
  }
  return at;
}

interface Place {
  readonly table: Table;
  readonly work: ReplayWork;
}

async function placeOf(values: Values): Promise<Place> {
  const merchant = readMerchant(values.merchant);
  const outputs = values.table === undefined ? await findDeployed(values.merchant) : undefined;
  const client = outputs ? localClient(outputs) : {};
  const table = { client: new DynamoDBClient(client), name: values.table ?? outputs?.tableName ?? '' };
  const replays = openReplayQueue(new SQSClient(client), values.inbox ?? outputs?.inboxUrl ?? '');
  const send = async (ref: DeliveryRef) => await replays.send({ kind: 'replay', ref });
  const store = openMerchantStore(client, table.name, merchant);
  const wait = async (ms: number) => await sleep(ms);
  return { table, work: { store, merchant, observerOf, send: values['dry-run'] ? undefined : send, wait } };
}

type Replay = (place: Place) => Promise<readonly Replayed[]>;

/** What is wrong with the words is said before anything is opened. */
function replayOf({ delivery, source = '', since = '', after }: Values): Replay {
  if (delivery !== undefined) {
    const ref = refOf(delivery);
    return async ({ work }) => await replayOne(ref, work);
  }
  const [from, at] = [known(source), sinceOf(since)];
  return async (place) => await replayAll(place, from, at, after);
}

async function replayOne(ref: DeliveryRef, work: ReplayWork): Promise<readonly Replayed[]> {
  const replayed = await replayDelivery(ref, work);
  console.log(replayLines(replayed).join('\n'));
  return [replayed];
}

async function replayAll({ table, work }: Place, source: string, since: Instant, first: string | undefined) {
  const log = openLog();
  const done: Replayed[] = [];
  let looked = 0;
  let after = first;
  do {
    const page = await scanDeliveries(table, { source, since, after });
    for (const { source: from, channel, id } of page.found.filter((each) => mayChange(each, observerOf(each.source)))) {
      const replayed = await replayDelivery({ source: from, channel, id }, work);
      done.push(replayed);
      for (const line of replayLines(replayed)) {
        log(line);
      }
    }
    looked += page.looked;
    after = page.after;
    log(
      `${looked} items of the table looked at, ${done.length} deliveries read anew${after ? `; go on with --after ${after}` : ''}`,
    );
  } while (after !== undefined);
  return done;
}

async function run(values: Values): Promise<void> {
  check(values);
  const replay = replayOf(values);
  const done = await replay(await placeOf(values));
  const changed = done.filter(
    ({ changes, before, after: now }) => changes.length > 0 || before !== now?.outcome,
  ).length;
  console.log(
    values['dry-run'] ? `would change: ${changed} of ${done.length}` : `changed: ${changed} of ${done.length}`,
  );
  if (done.some(({ isPending }) => isPending)) {
    throw new Error('Some were not recorded within a minute: look at the inbox, and run it again.');
  }
}

await runScript({ command: 'npm run replay', help, read: readValues, run });
