import type { DeliveryRef } from '#shared/recording/ports.ts';
import { type PostWebhook, postWebhook } from '../../../test/simulators/post-webhook.ts';
import { refOf } from '../../operate/delivery-ref.ts';

/** What all simulated senders posted, and what they heard. */
export interface DeliveryLog {
  /** What senders post with. */
  readonly post: PostWebhook;
  /** All that was answered with success, each delivery once. */
  accepted(): readonly DeliveryRef[];
  /** Fails when a sender of ours is refused for what no repetition mends; otherwise never comes about. */
  readonly refused: Promise<never>;
}

/** @param webhooksUrl - Behind it follow source and channel. */
export function openDeliveryLog(webhooksUrl: string, send: PostWebhook = postWebhook): DeliveryLog {
  const accepted = new Map<string, DeliveryRef>();
  const { promise: refused, reject } = Promise.withResolvers<never>();
  // Whoever waits for it hears of it; nobody has to.
  refused.catch(() => undefined);
  const post: PostWebhook = async (posting) => {
    const answer = await send(posting);
    const { status, body } = answer;
    if (status >= 200 && status < 300) {
      const ref = refOf(posting, webhooksUrl);
      accepted.set(JSON.stringify(ref), ref);
    } else if (isForGood(status)) {
      reject(
        new Error(
          `A simulated sender was refused: ${posting.url.slice(webhooksUrl.length)} was answered ${status} ${body.slice(0, 200)}. ` +
            'Its secret or its size is not what the stack expects: end this and start again.',
        ),
      );
    }
    return answer;
  };
  return { post, accepted: () => [...accepted.values()], refused };
}

/** Neither too early, too often nor too slow. */
function isForGood(status: number): boolean {
  return status >= 400 && status < 500 && ![408, 425, 429].includes(status);
}
