import { setTimeout as sleep } from 'node:timers/promises';
import { signStandard } from './sign.ts';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

export interface SendOptions {
  /** The webhook-id; a repeated one is a repeated delivery. */
  readonly id?: string;
  /** What the payload calls its own time; now where not given. */
  readonly at?: Date;
  /** JSON where not given. */
  readonly contentType?: string;
}

export interface StandardSender {
  /** Signs and posts one event, and tries again while it is answered 503, as real senders do. */
  send(channel: string, type: string, data: Record<string, unknown>, options?: SendOptions): Promise<Answer>;
  /** Posts any bytes with a right signature. */
  sendBytes(channel: string, body: Uint8Array, options?: SendOptions): Promise<Answer>;
  readonly counts: { sent: number; accepted: number };
}

export interface SenderOptions {
  readonly webhooksUrl: string;
  readonly secretOf: (channel: string) => Promise<string>;
  /** Sets this run's deliveries apart from those of other runs. */
  readonly run: string;
  /** How long to wait before the second try; each further one waits twice as long. */
  readonly firstRestMs?: number;
}

const tries = 8;

/** An own store, a warehouse, a carrier and a help desk that all speak Standard Webhooks, each by its own channel and secret. */
export function createStandardSender({ webhooksUrl, secretOf, run, firstRestMs = 500 }: SenderOptions): StandardSender {
  const counts = { sent: 0, accepted: 0 };
  let next = 0;

  const sendBytes: StandardSender['sendBytes'] = async (channel, body, options = {}) => {
    next += 1;
    const id = options.id ?? `msg_${run}_${next}`;
    const secret = await secretOf(channel);
    counts.sent += 1;
    for (let attempt = 1; ; attempt += 1) {
      const signed = signStandard(secret, { id, timestamp: Math.floor(Date.now() / 1000), body });
      const headers = options.contentType ? { ...signed, 'content-type': options.contentType } : signed;
      const answer = await postWebhook(`${webhooksUrl}/standard/${channel}`, headers, body);
      if (answer.status < 500 || attempt === tries) {
        counts.accepted += answer.status < 300 ? 1 : 0;
        return answer;
      }
      await sleep(firstRestMs * 2 ** (attempt - 1));
    }
  };

  return {
    counts,
    sendBytes,
    send: (channel, type, data, options = {}) => {
      const timestamp = (options.at ?? new Date()).toISOString();
      return sendBytes(channel, Buffer.from(JSON.stringify({ type, timestamp, data })), options);
    },
  };
}

/** Posts a webhook; a connection that breaks counts as 503. */
export async function postWebhook(url: string, headers: Record<string, string>, body: Uint8Array): Promise<Answer> {
  try {
    const response = await fetch(url, { method: 'POST', headers, body: Buffer.from(body), redirect: 'error' });
    return { status: response.status, body: await response.text() };
  } catch {
    return { status: 503, body: '' };
  }
}
