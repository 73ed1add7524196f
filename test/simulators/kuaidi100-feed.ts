import { type Random, randomFrom } from '../memory/random.ts';
import type { SimulatedClock } from './clock.ts';
import { type Asked, jsonAnswer, startServer } from './http-server.ts';
import { type Scan, type Snapshot, snapshotText } from './kuaidi100-snapshot.ts';
import { createSubscriptions, type Subscriptions } from './kuaidi100-subscriptions.ts';
import { fieldOf, postWebhook } from './post-webhook.ts';
import { type Chaos, createPusher, type PushCounts } from './pusher.ts';
import { type Habits, listedRests } from './rests.ts';
import { signKuaidi100 } from './sign-cn.ts';

export interface Kuaidi100Options extends Habits {
  readonly clock: SimulatedClock;
  /** 0: any that is free. */
  readonly port: number;
  /** Of our account. */
  readonly key: string;
  readonly random?: Random;
  /** Where a callback is reached from here, if not at the address that was subscribed: an emulator's host names resolve nowhere. */
  readonly reach?: (callbackUrl: string) => string;
}

export interface Kuaidi100Feed {
  readonly port: number;
  readonly counts: { readonly subscriptions: Subscriptions['counts']; readonly pushes: PushCounts };
  /** A carrier has the parcel: scans of the past are known at once, later ones once the clock has passed them. May be said several times. */
  carry(trackingNumber: string, company: string, scans: readonly Scan[]): void;
  /** The feed finds that another carrier has it. */
  correctCarrier(trackingNumber: string, companyNew: string): void;
  /** The feed gives up, and follows it no more. */
  abort(trackingNumber: string): void;
  /** It is over: the last push. */
  finish(trackingNumber: string): void;
  subscriptionOf: Subscriptions['of'];
  asksOf: Subscriptions['asksOf'];
  /** Scans so far, oldest first. */
  scansOf(trackingNumber: string): readonly Scan[];
  /** `/poll` is answered 503 for that long on the simulated clock. */
  downFor(ms: number): void;
  setChaos(chaos: Chaos): void;
  /** Waits for the pushes under way. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

interface Parcel {
  readonly company: string;
  readonly scans: readonly Scan[];
}

const answerWithinMs = 5000;
/** Three repetitions, 35 minutes apart (platforms-cn.md, 11d). */
const usualRests = listedRests([35, 35, 35].map((minutes) => minutes * 60_000));

/** Kuaidi100: tells of a parcel only whom subscribed its number, each time with all it knows; signs with the salt that it was given. */
export async function startKuaidi100Feed(options: Kuaidi100Options): Promise<Kuaidi100Feed> {
  const { clock, random = randomFrom(2), reach = (url) => url, restAfter = usualRests, post = postWebhook } = options;
  const subscriptions = createSubscriptions(clock, options.key);
  const parcels = new Map<string, Parcel>();
  let chaos: Chaos = {};
  let downUntil = 0;
  const pusher = createPusher({ clock, random, chaos: () => chaos, restAfter });

  function push(trackingNumber: string, told: Partial<Snapshot> = {}): void {
    const subscription = subscriptions.followed(trackingNumber);
    if (!subscription) {
      return;
    }
    const { callbackUrl, salt, resultVersion } = subscription;
    const company = subscription.company || (parcels.get(trackingNumber)?.company ?? '');
    const scans = scansOf(trackingNumber);
    const isFine = resultVersion >= 4;
    const param = snapshotText({ status: 'polling', trackingNumber, company, isFine, scans, ...told });
    const body = Buffer.from(new URLSearchParams({ sign: signKuaidi100(param, salt), param }).toString());
    pusher.push(async () => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await post({ url: reach(callbackUrl), headers, body, timeoutMs: answerWithinMs });
      const isTaken = fieldOf(answer.body, 'result') === true && fieldOf(answer.body, 'returnCode') === '200';
      return answer.status === 200 && isTaken;
    });
  }

  /** Asked at the wrong carrier, the feed finds nothing, and is silent. */
  const isFound = (trackingNumber: string) => {
    const asked = subscriptions.followed(trackingNumber)?.company;
    return asked === '' || asked === parcels.get(trackingNumber)?.company;
  };
  const scansOf = (trackingNumber: string) => parcels.get(trackingNumber)?.scans ?? [];
  const scan = (trackingNumber: string, company: string, added: readonly Scan[]) => {
    const scans = [...scansOf(trackingNumber), ...added].sort((a, b) => a.at - b.at);
    parcels.set(trackingNumber, { company, scans });
    if (isFound(trackingNumber) && added.length > 0) {
      push(trackingNumber);
    }
  };

  function poll(asked: Asked) {
    if (clock.now() < downUntil) {
      return jsonAnswer(503, '{"result":false,"returnCode":"500","message":"服务器错误"}');
    }
    if (asked.path !== '/poll' || asked.method !== 'POST') {
      return jsonAnswer(404, '{}');
    }
    const { code, message, subscription } = subscriptions.take(asked);
    const known = subscription?.trackingNumber;
    if (known !== undefined && isFound(known) && scansOf(known).length > 0) {
      clock.after(0, () => push(known));
    }
    return jsonAnswer(200, JSON.stringify({ result: code === '200', returnCode: code, message }));
  }

  const server = await startServer({ port: options.port, name: 'Kuaidi100 feed', answer: poll });
  return {
    port: server.port,
    counts: { subscriptions: subscriptions.counts, pushes: pusher.counts },
    carry(trackingNumber, company, scans) {
      const past = scans.filter(({ at }) => at <= clock.now());
      scan(trackingNumber, company, past);
      for (const later of scans.filter((each) => !past.includes(each))) {
        clock.after(later.at - clock.now(), () =>
          scan(trackingNumber, parcels.get(trackingNumber)?.company ?? company, [later]),
        );
      }
    },
    correctCarrier(trackingNumber, companyNew) {
      const companyBefore = subscriptions.of(trackingNumber)?.company ?? '';
      subscriptions.rename(trackingNumber, companyNew);
      parcels.set(trackingNumber, { company: companyNew, scans: scansOf(trackingNumber) });
      push(trackingNumber, { status: 'updateall', companyBefore });
    },
    abort(trackingNumber) {
      push(trackingNumber, { status: 'abort', message: '3天查询无记录' });
      subscriptions.end(trackingNumber, 'aborted');
    },
    finish(trackingNumber) {
      push(trackingNumber, { status: 'shutdown' });
      subscriptions.end(trackingNumber, 'finished');
    },
    subscriptionOf: subscriptions.of,
    asksOf: subscriptions.asksOf,
    scansOf,
    downFor: (ms) => {
      downUntil = clock.now() + ms;
    },
    setChaos: (wanted) => {
      chaos = wanted;
    },
    settled: pusher.settled,
    close: server.close,
  };
}
