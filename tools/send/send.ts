import { randomBytes } from 'node:crypto';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { pathPartOf } from '#shared/api/path-part.ts';
import { signingSecretsOf } from '#shared/aws/secrets.ts';
import type { Channel } from '#shared/merchant/merchant.ts';
import { shopNameOf } from '#shared/merchant/team-shops.ts';
import { parseCaseKey } from '#shared/returns/case/case-key.ts';
import { readMerchant } from '../../infra/merchant.ts';
import { postWebhook } from '../../test/simulators/post-webhook.ts';
import { openLocalStore } from '../emulator/local-store.ts';
import { refOf } from '../operate/delivery-ref.ts';
import type { LocalOutputs } from '../operate/outputs.ts';
import { findDeployed, localClient } from '../operate/read-outputs.ts';
import { readArguments } from '../run/read-options.ts';
import { runScript } from '../run/run-script.ts';
import { channelFor, compose, type Wish } from './compose.ts';
import type { SampleSender } from './sample-sender.ts';
import { sampleSenderOf, sampleSources } from './senders.ts';
import { type CameOf, cameLines, whatCameOf } from './what-came.ts';

const help = `Posts one signed sample of what a sender tells, to what was deployed here, and says what came of it.

  npm run send -- <source>                       what types a source has
  npm run send -- <source> <type>                posts a sample of that type
      --merchant <merchant>                      what npm run deploy:local deployed; else what npm start did
      --channel <channel>                        by this channel; else by the first one that may send it
      --field <path>=<value>                     changes a field of the sample; as often as you like
      --show                                     prints what it would post, and posts nothing

  npm run send -- standard return.requested --field caseId=RMA-7 --field lines.0.sku=SHOE-41
  npm run send -- standard return.decided --field caseId=RMA-7 --merchant harbour

sources: ${sampleSources.join(', ')}. A new delivery each time. It ends with 1 where the sample is refused or not understood. On AWS,
post as docs/standard-webhooks.md says, and look for the delivery in the log (docs/operate.md).`;

const options = {
  merchant: { type: 'string', default: 'demo' },
  channel: { type: 'string' },
  field: { type: 'string', multiple: true, default: [] as string[] },
  show: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
} as const;

function readValues() {
  return readArguments(options);
}

type Values = ReturnType<typeof readValues>;
const answerWithinMs = 60_000;

function typeLines({ source, types, content }: SampleSender): string[] {
  const width = Math.max(...Object.keys(types).map(({ length }) => length));
  return [
    `npm run send -- ${source} <type>; --field begins at ${content}. Types:`,
    ...Object.entries(types).map(([type, roles]) => `  ${type.padEnd(width)}  ${roles?.join(', ') ?? ''}`.trimEnd()),
  ];
}

async function secretOf({ source, channel }: Channel, { secrets, ...outputs }: LocalOutputs): Promise<string> {
  const SecretId = secrets[`${source}/${channel}`] ?? '';
  const client = new SecretsManagerClient(localClient(outputs));
  const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId }));
  return signingSecretsOf(SecretString, SecretId).current;
}

/** How the case is looked at, where whoever sends can have a token: as a team that sees it, where there is one. */
function lookLines({ subjects }: CameOf, { merchant, apiUrl, userPoolId }: LocalOutputs): string[] {
  const keys = subjects.flatMap((subject) => /^case (.*)$/.exec(subject)?.[1] ?? []);
  const { teams, locale } = readMerchant(merchant);
  return (userPoolId === '' ? [] : keys).flatMap((key) => {
    const parts = parseCaseKey(key);
    const shop = parts ? shopNameOf(parts) : '';
    const team = teams.find(({ shops }) => shops.length === 0 || shops.includes(shop));
    const who = team ? `--group ${team.oidcGroup}` : '--role admin';
    return [
      `look at    curl -H "authorization: Bearer $(npm run -s token -- ${who} --merchant ${merchant})" \\`,
      `             '${apiUrl}/cases/${pathPartOf(key)}/timeline?lang=${locale}'`,
    ];
  });
}

async function send(sender: SampleSender, wish: Wish, { merchant: name, show }: Values): Promise<void> {
  const merchant = readMerchant(name);
  const channel = channelFor(sender, wish, merchant);
  const outputs = await findDeployed(name);
  const run = randomBytes(6).toString('hex');
  const occasion = { channel, merchant, secret: await secretOf(channel, outputs), now: new Date(), run };
  const { headers, rawQuery, body } = compose(sender, wish, occasion);
  const path = `${outputs.webhooksUrl}/${channel.source}/${channel.channel}`;
  const url = rawQuery === undefined ? path : `${path}?${rawQuery}`;
  if (show) {
    const lines = Object.entries(headers).map(([header, value]) => `${header}: ${value}`);
    console.log([`POST ${url}`, ...lines, '', body.toString()].join('\n'));
    return;
  }
  const answer = await postWebhook({ url, headers, body, timeoutMs: answerWithinMs });
  console.log(`posted     ${wish.type} to ${path}`);
  console.log(`answered   ${answer.status} ${answer.body}`.trimEnd());
  if (answer.status >= 300) {
    throw new Error(
      'It was not taken. A secret that was changed counts within a minute; else look at the log: .local/emulator.log.',
    );
  }
  const ref = refOf({ url, headers, body }, outputs.webhooksUrl);
  const store = openLocalStore(outputs);
  const came = await whatCameOf(ref, { store, merchant, log: (text = '') => console.error(text) });
  console.log([`delivery   ${ref.id}`, ...cameLines(came), ...lookLines(came, outputs)].join('\n'));
  process.exitCode = came.outcome.outcome === 'not-understood' ? 1 : 0;
}

async function run(values: Values): Promise<void> {
  const [source, type, ...more] = values.words;
  if (source === undefined || more.length > 0) {
    throw new Error(`Say whose sample: npm run send -- <source> <type>; sources: ${sampleSources.join(', ')}.`);
  }
  const sender = await sampleSenderOf(source);
  if (type === undefined) {
    console.log(typeLines(sender).join('\n'));
    return;
  }
  await send(sender, { type, channelName: values.channel, fields: values.field }, values);
}

await runScript({ command: 'npm run send', help, read: readValues, run });
