import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { openAccessTokens } from '#shared/aws/access-tokens.ts';
import { openDelayedQueue } from '#shared/aws/delayed-queue.ts';
import { openQueueControl } from '#shared/aws/queue-control.ts';
import { openS3Bodies } from '#shared/aws/s3-bodies.ts';
import { openSigningSecrets } from '#shared/aws/signing-secrets.ts';
import { openSqsInbox } from '#shared/aws/sqs-inbox.ts';
import { followParcel } from '#shared/following/follow-parcel.ts';
import { type FollowRequest, readFollowRequest } from '#shared/following/follow-request.ts';
import { merchant } from '#shared/merchant/bundled.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { readEnv, s3Endpoint } from '#shared/runtime/env.ts';
import { queueHandler } from '#shared/runtime/queue.ts';
import { openFeeds } from '#shared/sources/feeds.ts';

const env = readEnv(['inboxUrl', 'followsUrl', 'bodiesBucket', 'secretPrefix', 'webhooksUrl']);
const sqs = new SQSClient({});
const secretsManager = new SecretsManagerClient({});
const follows = openDelayedQueue(sqs, env.followsUrl);
const follower = {
  merchant,
  feedOf: openFeeds({ allowLoopback: merchant.demo }),
  accessToken: openAccessTokens(secretsManager, env.secretPrefix, Date.now),
  signingSecret: openSigningSecrets(secretsManager, env.secretPrefix, Date.now),
  webhooksUrl: env.webhooksUrl,
  send: openSqsInbox(sqs, env.inboxUrl, openS3Bodies(sqs, { bucket: env.bodiesBucket, endpoint: s3Endpoint() })).send,
  putBack: (request: unknown, delaySeconds: number) => follows.send(JSON.stringify(request), delaySeconds),
  now: () => instantOf(Date.now()),
};

/** Subscribes numbers at the carrier feed; the same request told twice is one. */
export const handler = queueHandler(
  {
    what: 'follow-parcel',
    // A feed is given ten seconds to answer.
    longestMs: 12_000,
    read: ({ body }) => readFollowRequest(body),
    nameOf: ({ attempt, detail: { data } }: FollowRequest) => JSON.stringify([attempt, data]),
    work: async (requests) => {
      const { outcome } = await followParcel(follower, requests[0] as FollowRequest);
      return requests.map(({ attempt, detail: { data } }) => {
        const { trackingNumber, carrier, round } = data;
        return {
          line: { trackingNumber, carrier, round, attempt, outcome },
          metric: { name: 'FollowAnswered', reason: outcome },
        };
      });
    },
  },
  openQueueControl(sqs, env.inboxUrl),
);
