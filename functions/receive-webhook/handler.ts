import { randomUUID } from 'node:crypto';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { clientLimits } from '#shared/aws/client-limits.ts';
import { openS3Bodies } from '#shared/aws/s3-bodies.ts';
import { openSecrets } from '#shared/aws/secrets.ts';
import { openSqsInbox } from '#shared/aws/sqs-inbox.ts';
import { createDoor } from '#shared/door/accept-webhook.ts';
import { unavailable } from '#shared/door/answers.ts';
import { reportOutcome } from '#shared/door/report-outcome.ts';
import { createRefusalTally } from '#shared/door/tally-refusals.ts';
import { merchant } from '#shared/merchant/bundled.ts';
import { readEnv, s3Endpoint } from '#shared/runtime/env.ts';
import { httpHandler } from '#shared/runtime/http.ts';
import { receiverOf } from '#shared/sources/receivers.ts';

const env = readEnv(['inboxUrl', 'bodiesBucket', 'secretPrefix']);
const sqs = new SQSClient(clientLimits(1500));
const inbox = openSqsInbox(sqs, env.inboxUrl, openS3Bodies(sqs, { bucket: env.bodiesBucket, endpoint: s3Endpoint() }));
const accept = createDoor({
  merchant,
  receiverOf,
  secrets: openSecrets(new SecretsManagerClient(clientLimits(1000)), env.secretPrefix),
  inbox,
  now: () => new Date(),
  salt: randomUUID(),
});

const tallyRefusals = createRefusalTally({ merchant, send: inbox.send, nowMs: () => Date.now() });

/** `ANY /webhooks/{source}/{channel}` of an HTTP API. */
export const handler = httpHandler(
  async ({ path, ...request }) => {
    const arrival = { source: path.source ?? '', channel: path.channel ?? '', request };
    const outcome = await accept(arrival);
    await tallyRefusals(arrival, outcome);
    const fault = outcome.kind === 'unavailable' ? outcome.cause : undefined;
    return { reply: outcome.reply, ...reportOutcome(arrival, outcome), fault };
  },
  { what: 'webhook', onThrow: unavailable },
);
