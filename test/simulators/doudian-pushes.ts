import type { Random } from '../memory/random.ts';
import type { SimulatedClock } from './clock.ts';
import type { DoudianMessage } from './doudian-message.ts';
import { fieldOf, postWebhook } from './post-webhook.ts';
import { createPushLog, type PushLog } from './push-log.ts';
import { type Chaos, createPusher, type PushCounts } from './pusher.ts';
import { type Habits, listedRests } from './rests.ts';
import { signDoudianPush } from './sign-cn.ts';

export interface DoudianChaos extends Chaos {
  /** Kept until the next message, and sent in one request with it. */
  readonly batch?: number;
}

export interface DoudianPushes extends Pick<PushLog, 'unheard'> {
  readonly counts: PushCounts;
  /** @param caseId - What it tells of, if that is a case. */
  push(message: DoudianMessage, caseId?: string): void;
  /** From now on no push of that case is sent, be it new, held back or to be repeated. */
  silence(caseId: string): void;
  setChaos(chaos: DoudianChaos): void;
  settled(): Promise<void>;
}

interface Kept {
  readonly message: DoudianMessage;
  readonly caseId: string;
}

interface PushOptions extends Habits {
  readonly clock: SimulatedClock;
  readonly random: Random;
  readonly url: string;
  readonly appKey: string;
  readonly appSecret: string;
}

/** How soon Doudian wants its answer. */
const answerWithinMs = 5000;
/** Nobody knows how often it repeats; these few stand for it. */
const usualRests = listedRests([10_000, 60_000, 300_000, 900_000]);
const longestBatchingMs = 2000;

/** Signs messages and posts them, one or several to a request. */
export function createDoudianPushes(options: PushOptions): DoudianPushes {
  const { clock, random, url, appKey, appSecret, restAfter = usualRests, post: postTo = postWebhook } = options;
  let chaos: DoudianChaos = {};
  let kept: Kept[] = [];
  const log = createPushLog(clock.now);
  const silenced = new Set<string>();
  const pusher = createPusher({ clock, random, chaos: () => chaos, restAfter });

  const post = async (messages: readonly Kept[]) => {
    const body = Buffer.from(`[${messages.map(({ message }) => message).join(',')}]`);
    log.sent(messages.map(({ caseId }) => caseId));
    const headers = signDoudianPush(appKey, appSecret, body);
    const answer = await postTo({ url, headers, body, timeoutMs: answerWithinMs });
    return answer.status === 200 && fieldOf(answer.body, 'code') === 0;
  };
  const send = (messages: readonly Kept[]) => {
    const isSent = pusher.push(async () => {
      const audible = messages.filter(({ caseId }) => !silenced.has(caseId));
      return audible.length === 0 || (await post(audible));
    });
    if (!isSent) {
      log.lost(messages.map(({ caseId }) => caseId));
    }
  };
  const sendKept = () => {
    const messages = kept;
    kept = [];
    if (messages.length > 0) {
      send(messages);
    }
  };

  return {
    counts: pusher.counts,
    unheard: log.unheard,
    silence: (caseId) => {
      silenced.add(caseId);
    },
    settled: pusher.settled,
    setChaos: (wanted) => {
      chaos = wanted;
    },
    push(message, caseId = '') {
      if (silenced.has(caseId)) {
        pusher.counts.pushed += 1;
        pusher.counts.dropped += 1;
        log.lost([caseId]);
        return;
      }
      kept.push({ message, caseId });
      if (random(1_000_000) < (chaos.batch ?? 0) * 1_000_000) {
        clock.after(longestBatchingMs, sendKept);
      } else {
        sendKept();
      }
    },
  };
}
