import { randomBytes } from 'node:crypto';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { didYouMean } from '../../infra/did-you-mean.ts';
import type { Difference } from '../../test/simulation/difference.ts';
import { openLane } from '../../test/simulation/lane.ts';
import { simulateLane } from '../../test/simulation/simulate-lane.ts';
import { readSecrets } from '../../test/simulators/read-secrets.ts';
import { createStandardSender } from '../../test/simulators/standard-sender.ts';
import { openLocalStore } from '../emulator/local-store.ts';
import { drainQueues } from '../emulator/queue-depths.ts';
import type { LocalOutputs } from '../operate/outputs.ts';
import { findDeployed, localClient, queuePrefix } from '../operate/read-outputs.ts';
import { openLog } from '../run/progress.ts';
import { readOptions } from '../run/read-options.ts';
import { runScript } from '../run/run-script.ts';
import { claimDemoPorts } from './demo-ports.ts';

const stores: readonly string[] = ['doudian'];
const shownDifferences = 20;
const drainPatienceMs = 120_000;

const help = `Lets simulated buyers, a store, a carrier feed and warehouses live through returns against the stack that npm start deployed,
and then compares every case and every order of theirs with what Backhaul has. Ends with 0 when they agree, with 1 and a list when not.

  npm start -- --quiet                                           in another terminal; it must be up and stand still
  npm run simulate -- --store doudian --cases 200 --chaos 0.2

  --store <name>    whose cases: ${stores.join(', ')}
  --cases <number>  how many, 200 where not given
  --chaos <share>   from 0 to 0.5, 0.2 where not given: so many pushes of the store are doubled, so many held back, so many
                    never sent; so many of the carrier feed doubled, so many held back; so many reports of a warehouse come
                    twice; so many calls to one fail after they took effect, and as many fail, hang or break off
  --seed <number>   the same seed draws the same lives, whatever the chaos; 1 where not given. What goes wrong where
                    is drawn as things happen, so it depends on their timing and is another in each run

A parcel comes to its dock 60 to 90 seconds after the shop knows its number, announced or not. Lost pushes are found by listing,
once a minute in the demo; so the end takes some minutes.`;

const options = {
  store: { type: 'string', default: 'doudian' },
  cases: { type: 'string', default: '200' },
  chaos: { type: 'string', default: '0.2' },
  seed: { type: 'string', default: '1' },
  help: { type: 'boolean', short: 'h' },
} as const;

function readValues() {
  const values = readOptions(options);
  const cases = Number(values.cases);
  const chaos = Number(values.chaos);
  const seed = Number(values.seed);
  const rules: readonly (readonly [boolean, string])[] = [
    [!stores.includes(values.store), `--store must be one of: ${stores.join(', ')}${didYouMean(values.store, stores)}`],
    [!Number.isInteger(cases) || cases < 1 || cases > 5000, '--cases must be a whole number from 1 to 5000'],
    [!(chaos >= 0 && chaos <= 0.5), '--chaos must be from 0 to 0.5'],
    [!Number.isInteger(seed), '--seed must be a whole number'],
  ];
  const broken = rules.find(([isBroken]) => isBroken);
  if (broken) {
    throw new Error(broken[1]);
  }
  return { help: values.help, cases, chaos, seed };
}

async function run({ cases, chaos, seed }: ReturnType<typeof readValues>): Promise<void> {
  await claimDemoPorts();
  const outputs = await findDeployed();
  const client = localClient(outputs);
  const log = openLog();
  const runId = [...randomBytes(4)].map((byte) => 'BCDFGHJKMNPQRSTV'.charAt(byte % 16)).join('');
  const secrets = readSecrets(new SecretsManagerClient(client), outputs);
  const sender = createStandardSender({
    webhooksUrl: outputs.webhooksUrl,
    run: runId,
    secretOf: (channel) => secrets.signing(`standard/${channel}`),
  });
  const store = openLocalStore(outputs);
  const lane = await openLane({ outputs, secrets, run: runId, seed });
  try {
    log(`${cases} cases begin, chaos ${chaos}`);
    const common = { lane, store, sender, run: runId, cases, chaos, seed, patienceMs: 600_000 };
    const { differences: found, lines } = await simulateLane({ ...common, onProgress: log });
    const differences = [...found, ...(await leftInQueues(new SQSClient(client), outputs))];
    console.log(['', ...lines, ''].join('\n'));
    for (const { about, what } of differences.slice(0, shownDifferences)) {
      console.log(`  ${about}: ${what}`);
    }
    console.log(differences.length === 0 ? 'Simulators and Backhaul agree.' : `${differences.length} differences.`);
    process.exitCode = differences.length === 0 ? 0 : 1;
  } finally {
    await lane.close();
  }
}

/** Dead letters, whatever else agrees; and what does not come to rest. */
async function leftInQueues(sqs: SQSClient, outputs: LocalOutputs): Promise<readonly Difference[]> {
  const left = await drainQueues(sqs, queuePrefix(outputs), drainPatienceMs);
  return left.map(({ queue, messages }) => ({ about: queue, what: `${messages} messages are left` }));
}

await runScript({ command: 'npm run simulate', help, read: readValues, run });
