import type { SQSClientConfig } from '@aws-sdk/client-sqs';

type Limits = Required<Pick<SQSClientConfig, 'maxAttempts' | 'requestHandler'>>;

/** Settings of a client on the way of a webhook: two tries, together well below the few seconds after which senders give up. */
export function clientLimits(requestTimeout: number): Limits {
  return { maxAttempts: 2, requestHandler: { connectionTimeout: 1000, requestTimeout, throwOnRequestTimeout: true } };
}
