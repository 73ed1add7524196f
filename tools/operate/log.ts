import { readArguments } from '../run/read-options.ts';
import { runScript } from '../run/run-script.ts';
import type { LocalOutputs } from './outputs.ts';
import { findDeployed } from './read-outputs.ts';

const help = `Shows what the functions of a local deployment logged: a line each, oldest first.

  npm run -s log                                what they logged in the last ten minutes
  npm run -s log -- <text>                      lines that hold it: a webhook-id, a case's key, a tracking number, wrong-signature …
      --minutes <number>                        how far back; 10 where not given
      --merchant <merchant>                     what npm run deploy:local deployed; else what npm start did

What a webhook was answered is on the line "webhook"; what came of it on the line of its delivery, in outcome and detail. A webhook that was
refused has no delivery id on its line, since nobody proved that it is its sender's: look for its reason. On AWS: docs/operate.md, Read the log.`;

const options = {
  merchant: { type: 'string', default: 'demo' },
  minutes: { type: 'string', default: '10' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Line = Readonly<Record<string, unknown>>;

/** The emulator takes calls of CloudWatch Logs without a signature. */
async function call(outputs: LocalOutputs, operation: string, input: object): Promise<Record<string, unknown>> {
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `Logs_20140328.${operation}`,
    authorization: `AWS4-HMAC-SHA256 Credential=local/20260101/${outputs.region}/logs/aws4_request`,
  };
  const response = await fetch(outputs.endpoint, { method: 'POST', headers, body: JSON.stringify(input) });
  if (!response.ok) {
    throw new Error(`${operation} was answered ${response.status}: ${(await response.text()).slice(0, 200)}`);
  }
  return (await response.json()) as Record<string, unknown>;
}

async function linesOf(outputs: LocalOutputs, logGroupName: string, startTime: number): Promise<Line[]> {
  const { events = [] } = await call(outputs, 'FilterLogEvents', { logGroupName, startTime });
  return (events as { message?: string }[]).flatMap(({ message = '' }) => {
    try {
      return [JSON.parse(message) as Line];
    } catch {
      return [];
    }
  });
}

/** What machines read of a line: its metrics, and which function it was. */
const forMachines = /^(?:_aws|service|cold_start|sampling_rate|timestamp|message|function_\w+|[A-Z]\w*)$/;

function shown({ timestamp, message, ...line }: Line): string {
  const fields = Object.entries(line).filter(([name, value]) => !forMachines.test(name) && value !== 'INFO');
  return `${timestamp}  ${message}  ${JSON.stringify(Object.fromEntries(fields))}`;
}

await runScript({
  command: 'npm run log',
  help,
  read: () => readArguments(options),
  run: async ({ words: [text = '', ...more], minutes, merchant }) => {
    if (more.length > 0 || !(Number(minutes) > 0)) {
      throw new Error('Say one text to look for, in quotes if it has blanks, and --minutes as a number.');
    }
    const outputs = await findDeployed(merchant);
    const { logGroups = [] } = await call(outputs, 'DescribeLogGroups', {});
    const names = (logGroups as { logGroupName: string }[]).map(({ logGroupName }) => logGroupName);
    const own = names.filter((name) => new RegExp(`\\bbackhaul-${merchant}(-data)?\\b(?!-)`).test(name));
    const since = Date.now() - Number(minutes) * 60_000;
    const lines = (await Promise.all(own.map(async (name) => await linesOf(outputs, name, since)))).flat();
    const found = lines.filter((line) => line.message !== undefined && JSON.stringify(line).includes(text));
    const sorted = found.sort((one, other) => String(one.timestamp).localeCompare(String(other.timestamp)));
    console.log(sorted.map(shown).join('\n') || `nothing in the last ${minutes} minutes`);
  },
});
