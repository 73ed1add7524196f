import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { pastedText } from '#shared/aws/secret-value.ts';
import { signingSecretsOf } from '#shared/aws/secrets.ts';
import { readMerchant } from '../../infra/merchant.ts';
import { readArguments } from '../run/read-options.ts';
import { runScript } from '../run/run-script.ts';
import { checkSecret } from './check-secret.ts';
import { findDeployed, localClient } from './read-outputs.ts';
import { changeRobotSecret, robotNamed } from './robot-secret.ts';

const help = `Prints the secret of a sender, or of a warehouse that is called, as the local deployment has it; or puts another one there.

  npm run -s secret -- <source>/<channel>                      what the sender signs with
  npm run -s secret -- warehouses/<warehouse id>               what calls to a warehouse are signed with
  npm run -s secret -- notify/<robot>                          what a robot signs with
  npm run -s secret -- <name> --set <secret>                   the sender's own; the one of before still counts, until the next
  npm run -s secret -- notify/<robot> --url <address>          where a robot is posted to, as its platform gave it out; with --set or without
  npm run -s secret -- <name> --merchant <merchant>            what npm run deploy:local deployed; else what npm start did

For standard: --set "whsec_$(openssl rand -base64 32)". A secret that was made with the stacks is 44 letters and digits: the base64 of 33 bytes, without
its prefix whsec_.

On AWS, where they are named backhaul/<merchant>/<source>/<channel>:

  aws secretsmanager get-secret-value --secret-id <name> --query SecretString --output text
  aws secretsmanager put-secret-value --secret-id <name> --secret-string '{"current":"<new>","previous":"<old>"}'

Of a robot: '{"url":"<address>","secret":"<secret>"}', without secret where it signs nothing`;

const options = {
  merchant: { type: 'string', default: 'demo' },
  set: { type: 'string' },
  url: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const stillCounts = ' The one of before counts until the next.';

function readValues() {
  return readArguments(options);
}

async function run({ words: [name, ...more], merchant, set, url }: ReturnType<typeof readValues>): Promise<void> {
  const { secrets, ...outputs } = await findDeployed(merchant);
  const SecretId = name === undefined || more.length > 0 ? undefined : secrets[name];
  if (SecretId === undefined) {
    throw new Error(`Name one of: ${Object.keys(secrets).join(', ')}.`);
  }
  const client = new SecretsManagerClient(localClient(outputs));
  if (name?.startsWith('notify/')) {
    const robot = robotNamed(name, readMerchant(merchant));
    console.log(await changeRobotSecret(client, SecretId, robot, { set: pastedText(set), url: pastedText(url) }));
    return;
  }
  if (url !== undefined) {
    throw new Error('--url is for robots: notify/<robot>.');
  }
  await changeSigningSecret(client, { name: name ?? '', SecretId, merchant, wanted: pastedText(set) });
}

async function changeSigningSecret(
  client: SecretsManagerClient,
  {
    name,
    SecretId,
    merchant,
    wanted,
  }: { name: string; SecretId: string; merchant: string; wanted: string | undefined },
): Promise<void> {
  const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId }));
  const { current } = signingSecretsOf(SecretString, SecretId);
  const check = async (secret: string) => await checkSecret(name, secret, readMerchant(merchant));
  const isRight = await check(current).then(
    () => true,
    (error: Error) => console.error(`What is there now is none. ${error.message}`),
  );
  if (wanted !== undefined && wanted !== current) {
    await check(wanted);
    const secret = JSON.stringify({ current: wanted, previous: isRight ? current : null });
    await client.send(new PutSecretValueCommand({ SecretId, SecretString: secret }));
    console.error(
      `It counts within a minute, since functions read a secret at most once a minute.${isRight ? stillCounts : ''}`,
    );
  }
  console.log(wanted ?? current);
}

await runScript({ command: 'npm run secret', help, read: readValues, run });
