import { readMerchant } from '../../infra/merchant.ts';
import { merchantLines } from '../operate/merchant-lines.ts';
import type { LocalOutputs } from '../operate/outputs.ts';
import { knownEndpoint } from '../operate/read-outputs.ts';
import { deployProgress, openLog } from '../run/progress.ts';
import { onlyWord, readArguments } from '../run/read-options.ts';
import { runScript } from '../run/run-script.ts';
import { deployMerchant } from './deploy.ts';
import { isHealthy } from './emulator.ts';

const help = `Deploys a merchant to the local AWS that is up, beside the demo and all others that are there.

  npm run deploy:local -- <merchant>     merchant: a file of infra/merchants, without .json

Again after each change of the file or of the code. It needs a local AWS: npm start in another terminal (npm start -- --quiet, if nothing
else should happen there), or npm run emulator with AWS_ENDPOINT_URL set to what it prints. It writes .local/<merchant>/outputs.json
with every address and name. What can be done then:

  npm run secret -- <source>/<channel> --merchant <merchant>        the secret that a sender signs with
  npm run send -- <source> <type> --merchant <merchant>             a signed sample of that type, and what came of it
  npm run -s token -- --group <team's group> --merchant <merchant>  a token for the API, where the file says demo-user-pool`;

const nothingUp =
  'No local AWS is up: run npm start in another terminal and wait until it says ready, or npm run emulator and set AWS_ENDPOINT_URL to what it prints.';

async function endpointThatIsUp(): Promise<string> {
  const endpoint = process.env.AWS_ENDPOINT_URL || knownEndpoint();
  if (endpoint === undefined || !(await isHealthy(endpoint))) {
    throw new Error(nothingUp);
  }
  return endpoint;
}

function whereLines({ merchant: name, webhooksUrl, apiUrl, warehouseQueues }: LocalOutputs): string[] {
  const merchant = readMerchant(name);
  const own = name === 'demo' ? '' : ` --merchant ${name}`;
  const [first] = merchant.channels;
  const [team] = merchant.teams;
  return [
    ...merchantLines(merchant),
    '',
    `Senders post to   ${webhooksUrl}/<source>/<channel>`,
    ...Object.entries(warehouseQueues).map(([id, url]) => `${id} reads`.padEnd(18) + url),
    `People ask        ${apiUrl}/cases/<key>`,
    '',
    `A secret          npm run -s secret -- <source>/<channel>${own}`,
    `A first webhook   npm run send -- ${first?.source} <type>${own}`,
    `A token           npm run -s token -- ${team ? `--group ${team.oidcGroup}` : '--role admin'}${own}`,
  ];
}

await runScript({
  command: 'npm run deploy:local',
  help,
  read: () => readArguments({ help: { type: 'boolean', short: 'h' } }),
  run: async ({ words }) => {
    const merchantName = onlyWord(words, 'Say which merchant: npm run deploy:local -- <merchant>.');
    readMerchant(merchantName);
    const log = openLog();
    const endpoint = await endpointThatIsUp();
    log(`deploying ${merchantName} to the local AWS at ${endpoint}`);
    const outputs = await deployMerchant({ endpoint, merchantName, onProgress: deployProgress(log) });
    log(`${merchantName} is up`);
    console.log(['', ...whereLines(outputs)].join('\n'));
  },
});
