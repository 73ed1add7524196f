import { createRequire } from 'node:module';
import { type Sender, signWebhooks } from './signed-webhooks.ts';

/** What one process of the CPU bench found. Microseconds of this process, all its threads. */
export interface CpuRound {
  readonly userUs: number;
  readonly systemUs: number;
  readonly wallUs: number;
  readonly accepted: number;
  readonly bodyBytes: number;
  readonly messageBytes: number;
}

type Handler = (event: unknown, context: object) => Promise<{ readonly statusCode?: number }>;

const [file = '', sender = '', run = '', warmUps = '0', measured = '0'] = process.argv.slice(2);
const { handler } = createRequire(import.meta.url)(file) as { readonly handler: Handler };
const events = signWebhooks(sender as Sender, run, Number(warmUps) + Number(measured));
let accepted = 0;

async function deliver(from: number, to: number): Promise<void> {
  for (const event of events.slice(from, to)) {
    const context = {
      awsRequestId: event.requestContext.requestId,
      functionName: 'bench',
      functionVersion: '1',
      memoryLimitInMB: '1024',
    };
    const { statusCode } = await handler(event, {
      ...context,
      invokedFunctionArn: 'arn:aws:lambda:us-east-1:000000000000:function:bench',
    });
    accepted += statusCode === 200 ? 1 : 0;
  }
}

await deliver(0, Number(warmUps));
const startedAt = performance.now();
const before = process.cpuUsage();
await deliver(Number(warmUps), events.length);
const { user, system } = process.cpuUsage(before);
const wallUs = (performance.now() - startedAt) * 1000;

const mean = (sizeOf: (event: (typeof events)[number]) => string | undefined) =>
  events.reduce((sum, event) => sum + Buffer.byteLength(sizeOf(event) ?? ''), 0) / events.length;
const result: CpuRound = {
  userUs: user / Number(measured),
  systemUs: system / Number(measured),
  wallUs: wallUs / Number(measured),
  accepted,
  bodyBytes: Math.round(mean(({ body }) => body)),
  messageBytes: Math.round(mean(({ message }) => message)),
};
// Connections kept alive would hold this process.
process.send?.(result, () => process.exit(0));
