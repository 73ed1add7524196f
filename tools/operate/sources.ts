import { SQSClient } from '@aws-sdk/client-sqs';
import { openQueueAges } from '#shared/aws/queue-ages.ts';
import { openQueueWatch } from '#shared/aws/queue-watch.ts';
import { sourcesHealth } from '#shared/health/sources-health.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { locales } from '#shared/words/locale.ts';
import { readMerchant } from '../../infra/merchant.ts';
import { readOptions } from '../run/read-options.ts';
import { runScript } from '../run/run-script.ts';
import { listQueues } from './list-queues.ts';
import { localeOf } from './locale-option.ts';
import { openMerchantStore } from './open-merchant-store.ts';
import { findDeployed, localClient } from './read-outputs.ts';
import { sourcesLines } from './sources-lines.ts';

const help = `Shows how everybody stands who tells us something: when each was last heard, how late, how often for nothing, and what waits in the queues.

  npm run -s sources                           what npm start deployed; with --merchant <merchant> what npm run deploy:local did
      --lang ${locales.join(' | ')}                      English where not given
      --json                                   as GET /sources answers it

Times are UTC, days are the merchant's. Counts are approximate. What the columns mean: docs/operate.md, How sources stand.

On AWS, with your own credentials and region, and the right to read the table, to list queues and to read their figures:

  npm run -s sources -- --merchant <merchant> --table <table name> --inbox <inbox URL>`;

const options = {
  merchant: { type: 'string', default: 'demo' },
  table: { type: 'string' },
  inbox: { type: 'string' },
  lang: { type: 'string', default: 'en' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = ReturnType<typeof readValues>;

function readValues() {
  const values = readOptions(options);
  localeOf(values.lang);
  if ((values.table === undefined) !== (values.inbox === undefined)) {
    throw new Error('--table and --inbox go together: both are outputs of the stack.');
  }
  return values;
}

/** Where the stack is: as it was named, or what was deployed here. */
async function placeOf({ table, inbox, merchant }: Values) {
  if (table !== undefined && inbox !== undefined) {
    return { config: {}, endpoint: undefined, tableName: table, inboxUrl: inbox };
  }
  const outputs = await findDeployed(merchant);
  return { ...outputs, config: localClient(outputs) };
}

async function run(values: Values): Promise<void> {
  const merchant = readMerchant(values.merchant);
  const { config, endpoint, tableName, inboxUrl } = await placeOf(values);
  const sqs = new SQSClient(config);
  const queues = openQueueWatch(sqs, {
    inboxUrl,
    names: await listQueues(sqs, inboxUrl),
    agesOf: openQueueAges(sqs, { endpoint, nowMs: Date.now }),
  });
  const deps = { ...openMerchantStore(config, tableName, merchant), queues };
  const health = await sourcesHealth(deps, merchant, instantOf(Date.now()));
  console.log(values.json ? JSON.stringify(health, null, 2) : sourcesLines(health, localeOf(values.lang)).join('\n'));
}

await runScript({ command: 'npm run sources', help, read: readValues, run });
