import { type DeliveryEntry, type DeliveryList, type DeliveryLookup, deliveryLists } from '#shared/api/ports.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import type { Store } from '#shared/store/open-store.ts';
import { didYouMean } from '../../infra/did-you-mean.ts';
import { readMerchant } from '../../infra/merchant.ts';
import { readOptions } from '../run/read-options.ts';
import { runScript } from '../run/run-script.ts';
import { cameLines, whatCameOf } from '../send/what-came.ts';
import { deliveryLines, shownTime } from './delivery-lines.ts';
import { findByOwnId, listOldest } from './find-deliveries.ts';
import { openMerchantStore } from './open-merchant-store.ts';
import { findDeployed, localClient } from './read-outputs.ts';

const usualMost = 50;

const help = `Lists the deliveries that were not understood, and those that wait for their case, with the reason; or says what came of one.

  npm run -s deliveries                          the oldest ${usualMost} of each
      --outcome not-understood | unmatched       one of the two only
      --source <source>                          of this source only: standard, shopify …
      --all                                      however many there are

  npm run -s deliveries -- --id <id>             what came of one, by its sender's own id: webhook-id, X-Shopify-Webhook-Id, msg_id …
      --source <source> --channel <channel>      by one sender; else by every one of the merchant's file

An id with other characters than letters, digits and _.:- is kept under a hash, and is found by what it is. What Qimen and Kuaidi100 send has no
id of the sender alone: docs/operate.md, What was not understood. Times are UTC. Nothing of what a delivery says is shown.

Without more it works on what npm start deployed, with --merchant <merchant> on what npm run deploy:local did. On AWS, with your own credentials and region:

  npm run -s deliveries -- --merchant <merchant> --table <table name>`;

const options = {
  outcome: { type: 'string' },
  source: { type: 'string' },
  channel: { type: 'string' },
  all: { type: 'boolean', default: false },
  id: { type: 'string' },
  merchant: { type: 'string', default: 'demo' },
  table: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = ReturnType<typeof readValues>;

function readValues() {
  const values = readOptions(options);
  if (values.id === undefined && values.channel !== undefined) {
    throw new Error('--channel goes with --id.');
  }
  if (values.id !== undefined && (values.all || values.outcome !== undefined)) {
    throw new Error('--all and --outcome are for the lists, --id is for one delivery.');
  }
  return values;
}

interface Words {
  readonly some: string;
  readonly none: string;
  readonly advice: string;
}

const words: Readonly<Record<DeliveryList, Words>> = {
  'not-understood': {
    some: 'Not understood, in whole or in part',
    none: 'Nothing that was not understood.',
    advice: 'Once the source, or its sender, is mended: npm run replay -- --delivery <sender>/<id>',
  },
  unmatched: {
    some: 'Waiting for a case',
    none: 'Nothing that waits for a case.',
    advice: 'Each counts by itself once its case comes. A name of several cases: a person must say which.',
  },
};

function listsOf(outcome: string | undefined): readonly DeliveryList[] {
  const lists = deliveryLists.filter((each) => each === (outcome ?? each));
  if (lists.length === 0) {
    const meant = didYouMean(outcome ?? '', deliveryLists);
    throw new Error(`No deliveries are listed as "${outcome}"; there are: ${deliveryLists.join(', ')}${meant}`);
  }
  return lists;
}

async function storeOf({ table, merchant: name }: Values, merchant: Merchant): Promise<Store> {
  const outputs = table === undefined ? await findDeployed(name) : undefined;
  return openMerchantStore(outputs ? localClient(outputs) : {}, table ?? outputs?.tableName ?? '', merchant);
}

async function listLines(lookup: DeliveryLookup, list: DeliveryList, { source, all }: Values): Promise<string[]> {
  const most = all ? Number.POSITIVE_INFINITY : usualMost;
  const { entries, isAll } = await listOldest(lookup, { list, source, most });
  const { some, none, advice } = words[list];
  if (entries.length === 0) {
    return [none];
  }
  const count = isAll ? `${entries.length}` : `the oldest ${entries.length}; --all shows the others`;
  return [`${some} (${count})`, ...deliveryLines(entries, process.stdout.columns), advice];
}

async function foundLines(entry: DeliveryEntry, id: string, store: Store, merchant: Merchant): Promise<string[]> {
  const came = await whatCameOf(entry, { store, merchant, log: () => undefined });
  const hashed = entry.id === id ? [] : ['           a hash of its id, which has other characters than a key takes'];
  return [
    `delivery   ${entry.source}/${entry.channel}/${entry.id}`,
    ...hashed,
    `received   ${shownTime(entry.receivedAt)}, by ${entry.via === 'read' ? 'reading the store' : 'webhook'}`,
    ...cameLines(came),
  ];
}

async function run(values: Values): Promise<void> {
  const lists = listsOf(values.outcome);
  const merchant = readMerchant(values.merchant);
  const store = await storeOf(values, merchant);
  const { id } = values;
  const parts =
    id === undefined
      ? lists.map((list) => listLines(store.deliveryLookup, list, values))
      : (await findByOwnId(store.deliveryLookup, id, values, merchant)).map((entry) =>
          foundLines(entry, id, store, merchant),
        );
  console.log((await Promise.all(parts)).map((lines) => lines.join('\n')).join('\n\n'));
}

await runScript({ command: 'npm run deliveries', help, read: readValues, run });
