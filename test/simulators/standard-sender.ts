import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, postWebhook } from './post-webhook.ts';
import { growingRests, type Habits } from './rests.ts';
import { signStandard } from './sign.ts';

export interface SendOptions {
  /** The webhook-id; a repeated one is a repeated delivery. */
  readonly id?: string;
  /** What the payload calls its own time; now where not given. */
  readonly at?: Date;
  /** JSON where not given. */
  readonly contentType?: string;
}

export interface StandardSender {
  /** Signs and posts one event, and tries again while it is answered 5xx or not at all, as real senders do. */
  send(channel: string, type: string, data: Record<string, unknown>, options?: SendOptions): Promise<Answer>;
  /** The same. @throws where it was not taken in the end. */
  tell(channel: string, type: string, data: Record<string, unknown>, options?: SendOptions): Promise<void>;
  /** Posts any bytes with a right signature. */
  sendBytes(channel: string, body: Uint8Array, options?: SendOptions): Promise<Answer>;
  readonly counts: { sent: number; accepted: number };
}

export interface SenderOptions extends Habits {
  readonly webhooksUrl: string;
  readonly secretOf: (channel: string) => Promise<string>;
  /** Sets this run's deliveries apart from those of other runs. */
  readonly run: string;
}

const answerWithinMs = 60_000;
const usualRests = growingRests({ firstMs: 500, tries: 8 });

/** An own store, a warehouse, a carrier and a help desk that all speak Standard Webhooks, each by its own channel and secret. */
export function createStandardSender(options: SenderOptions): StandardSender {
  const { webhooksUrl, secretOf, run, restAfter = usualRests, post = postWebhook } = options;
  const counts = { sent: 0, accepted: 0 };
  let next = 0;

  const sendBytes: StandardSender['sendBytes'] = async (channel, body, how = {}) => {
    next += 1;
    const id = how.id ?? `msg_${run}_${next}`;
    const secret = await secretOf(channel);
    counts.sent += 1;
    for (let attempt = 1; ; attempt += 1) {
      const signed = signStandard(secret, { id, timestamp: Math.floor(Date.now() / 1000), body });
      const headers = how.contentType ? { ...signed, 'content-type': how.contentType } : signed;
      const url = `${webhooksUrl}/standard/${channel}`;
      const answer = await post({ url, headers, body, timeoutMs: answerWithinMs });
      const restMs = answer.status < 500 ? undefined : restAfter(attempt);
      if (restMs === undefined) {
        counts.accepted += answer.status < 300 ? 1 : 0;
        return answer;
      }
      await sleep(restMs);
    }
  };
  const send: StandardSender['send'] = async (channel, type, data, how = {}) => {
    const timestamp = (how.at ?? new Date()).toISOString();
    return await sendBytes(channel, Buffer.from(JSON.stringify({ type, timestamp, data })), how);
  };

  return {
    counts,
    sendBytes,
    send,
    tell: async (channel, type, data, how) =>
      mustBeAccepted(`${type} of ${channel}`, await send(channel, type, data, how)),
  };
}

/** @throws unless it was answered with success. */
export function mustBeAccepted(what: string, { status, body }: Answer): void {
  if (status < 200 || status > 299) {
    throw new Error(`${what} was answered ${status}: ${body.slice(0, 200)}`);
  }
}
