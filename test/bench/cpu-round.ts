import { createRequire } from 'node:module';
import { type Sender, signWebhooks } from './signed-webhooks.ts';

/** What one process of the CPU bench found, since it had warmed up. Microseconds of this process, all its threads. */
export interface CpuRound {
  readonly userUs: number;
  readonly systemUs: number;
  readonly accepted: number;
  readonly bodyBytes: number;
  readonly messageBytes: number;
}

type Handler = (event: unknown, context: object) => Promise<{ readonly statusCode?: number }>;

const [file = '', sender = '', run = '', count = '0'] = process.argv.slice(2);
const { handler } = createRequire(import.meta.url)(file) as { readonly handler: Handler };
const events = signWebhooks(sender as Sender, run, Number(count));
let [at, accepted] = [0, 0];
let warm: NodeJS.CpuUsage | undefined;

async function deliver(next: number): Promise<void> {
  for (const event of events.slice(at, at + next)) {
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
  at += next;
}

function found(): CpuRound {
  const { user, system } = process.cpuUsage(warm);
  const mean = (sizeOf: (event: (typeof events)[number]) => string | undefined) =>
    Math.round(events.reduce((sum, event) => sum + Buffer.byteLength(sizeOf(event) ?? ''), 0) / events.length);
  return {
    userUs: user,
    systemUs: system,
    accepted,
    bodyBytes: mean(({ body }) => body),
    messageBytes: mean(({ message }) => message),
  };
}

/** Each number is how many webhooks come next; the first of them warm up, and none are the end. */
process.on('message', (next: number) => {
  void deliver(next).then(() => {
    // Connections kept alive would hold this process.
    process.send?.(found(), () => next === 0 && process.exit(0));
    warm ??= process.cpuUsage();
  });
});
