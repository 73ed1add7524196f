import { setTimeout as sleep } from 'node:timers/promises';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { openEventBridgeBus } from '#shared/aws/event-bridge-bus.ts';
import { bundledPolicyOf } from '#shared/policy/bundled-policy.ts';
import { caseRulesOf } from '#shared/policy/case-rules.ts';
import { readMerchant } from '../../infra/merchant.ts';
import { readOptions } from '../run/read-options.ts';
import { runScript } from '../run/run-script.ts';
import { openMerchantStore } from './open-merchant-store.ts';
import { findDeployed, localClient } from './read-outputs.ts';
import { type RecordName, republishRecord } from './republish-record.ts';

const help = `Puts every event that a record last told on the bus once more, with the same event ids.

  npm run republish -- --case <source>:<shop>:<case id> [--dry-run]
  npm run republish -- --parcel <tracking number> [--dry-run]

Without more it works on what npm start deployed, with --merchant <merchant> on what npm run deploy:local did. On AWS, with your own credentials and region:

  npm run republish -- --case <key> --merchant <merchant> --table <table name> --bus <bus name>

--dry-run prints what it would send. Consumers drop the event ids that they know.`;

const options = {
  case: { type: 'string' },
  parcel: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  merchant: { type: 'string', default: 'demo' },
  table: { type: 'string' },
  bus: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = ReturnType<typeof readValues>;

function readValues() {
  return readOptions(options);
}

function nameOf(values: Values): RecordName {
  if ((values.case === undefined) === (values.parcel === undefined)) {
    throw new Error('Name one record: --case <key> or --parcel <number>.');
  }
  return values.case === undefined ? { parcel: values.parcel ?? '' } : { caseKey: values.case };
}

/** Where to work: named by the caller, or what was deployed here. */
async function placeOf({ table, bus, merchant }: Values) {
  if (table !== undefined && bus !== undefined) {
    return { tableName: table, busName: bus, client: {} };
  }
  if (table !== undefined || bus !== undefined) {
    throw new Error('--table and --bus go together.');
  }
  const outputs = await findDeployed(merchant);
  return { ...outputs, client: localClient(outputs) };
}

async function run(values: Values): Promise<void> {
  const name = nameOf(values);
  const merchant = readMerchant(values.merchant);
  const { tableName, busName, client } = await placeOf(values);
  const store = openMerchantStore(client, tableName, merchant);
  const wait = async (ms: number) => await sleep(ms);
  const bus = openEventBridgeBus({ client: new EventBridgeClient(client), busName, sleep: wait });
  await republishRecord(name, {
    ...store,
    // Rules shape values only, and those are sent as they were told; so the policy in force does not matter.
    rules: caseRulesOf(bundledPolicyOf(merchant), merchant),
    merchant: merchant.merchant,
    bus: values['dry-run'] ? undefined : bus,
    print: (line) => console.log(line),
  });
}

await runScript({ command: 'npm run republish', help, read: readValues, run });
