import type { SQSClient } from '@aws-sdk/client-sqs';
import { SignatureV4 } from '@smithy/signature-v4';
import * as z from 'zod';

/** How old the oldest message of each queue is, seconds, by the queue's whole name; of those that CloudWatch knows nothing of, nothing. */
export type QueueAges = (names: readonly string[]) => Promise<Readonly<Record<string, number>>>;

export interface MetricsPlace {
  /** Set for an emulator. */
  readonly endpoint?: string | undefined;
  readonly nowMs: () => number;
}

type Fetch = typeof globalThis.fetch;

const timeoutMs = 3000;
/** CloudWatch hears of a queue that nobody uses every few minutes only. */
const windowSeconds = 15 * 60;

const answerShape = z.object({
  MetricDataResults: z.array(z.object({ Id: z.string(), Values: z.array(z.number()).optional() })),
});

/**
 * Ages of queues from CloudWatch, by one signed HTTP request: its client would be another 200 KB for one call. Where it cannot be asked, nothing is known.
 * @param identity - Any client: its credentials, region and hash sign.
 */
export function openQueueAges(
  identity: SQSClient,
  { endpoint, nowMs }: MetricsPlace,
  fetch: Fetch = globalThis.fetch,
): QueueAges {
  const { credentials, region, sha256 } = identity.config;
  const signer = new SignatureV4({ service: 'monitoring', credentials, region, sha256 });
  return async (names) => {
    try {
      const url = new URL(endpoint ?? addressOf(await region()));
      const body = JSON.stringify(questionOf(names, Math.floor(nowMs() / 1000)));
      const { protocol, hostname, host, pathname: path } = url;
      const headers = {
        host,
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'GraniteServiceVersion20100801.GetMetricData',
      };
      const signed = await signer.sign({ method: 'POST', protocol, hostname, path, query: {}, headers, body });
      const { host: _, ...sent } = signed.headers;
      const response = await fetch(url, {
        method: 'POST',
        headers: sent,
        body,
        signal: AbortSignal.timeout(timeoutMs),
      });
      return agesIn(names, answerShape.parse(await response.json()));
    } catch {
      return {};
    }
  };
}

function addressOf(region: string): string {
  return `https://monitoring.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}/`;
}

function questionOf(names: readonly string[], now: number): object {
  return {
    StartTime: now - windowSeconds,
    EndTime: now,
    ScanBy: 'TimestampDescending',
    MetricDataQueries: names.map((Value, index) => ({
      Id: `q${index}`,
      MetricStat: {
        Metric: {
          Namespace: 'AWS/SQS',
          MetricName: 'ApproximateAgeOfOldestMessage',
          Dimensions: [{ Name: 'QueueName', Value }],
        },
        Period: 60,
        Stat: 'Maximum',
      },
    })),
  };
}

/** The latest value of each. */
function agesIn(
  names: readonly string[],
  { MetricDataResults: results }: z.output<typeof answerShape>,
): Record<string, number> {
  const ages = names.map((name, index) => [name, results.find(({ Id }) => Id === `q${index}`)?.Values?.[0]] as const);
  const known = ages.filter((entry): entry is [string, number] => entry[1] !== undefined);
  return Object.fromEntries(known.map(([name, age]) => [name, Math.round(age)]));
}
