import type { Random } from '../memory/random.ts';
import type { Answered } from './http-server.ts';

/** How a WMS may go wrong at a call. `ms` is real time: the caller's patience is. */
export type Behaviour =
  /** Silent for so long, then does it and answers. */
  | { readonly kind: 'hang'; readonly ms: number }
  /** Never answers, and does it after so long, when its caller has given up. */
  | { readonly kind: 'hang-then-done'; readonly ms: number }
  /** Does it at once, and answers after so long. */
  | { readonly kind: 'answer-late'; readonly ms: number }
  | { readonly kind: 'fail-500-after-effect' }
  | { readonly kind: 'fail-500-before-effect' }
  /** The connection breaks; nothing was done. */
  | { readonly kind: 'hang-up' };

export interface Behaviours {
  /** Calls at which it went wrong; of these, after they took effect. */
  readonly counts: { wrong: number; failedAfterEffect: number };
  /** At the next call that would otherwise succeed; may be said several times. */
  behaveNext(behaviour: Behaviour): void;
  /** At the next call about that parcel. */
  behaveFor(trackingNumber: string, behaviour: Behaviour): void;
  /** From now on, at so many of the calls (from 0 to 1), one of these. */
  behaveAtRandom(share: number, behaviours: readonly Behaviour[]): void;
  /** Does it or not, and answers or not. @param trackingNumber - Undefined where nobody knows which parcel the call is about. */
  perform(trackingNumber: string | undefined, effect: () => Answered): Promise<Answered | 'hang-up'>;
  /** Waits for what is still to take effect. */
  settled(): Promise<void>;
  /** What did not take effect yet never will. */
  stop(): void;
}

const failure: Answered = { status: 500, body: 'internal error' };

export function createBehaviours(random: Random): Behaviours {
  const next: Behaviour[] = [];
  const ofParcel = new Map<string, Behaviour[]>();
  let atRandom: { readonly share: number; readonly behaviours: readonly Behaviour[] } = { share: 0, behaviours: [] };
  const counts = { wrong: 0, failedAfterEffect: 0 };
  const stopped = new AbortController();
  const underWay = new Set<Promise<void>>();

  /** Also ends when everything is stopped. @returns false then. */
  function rest(ms: number): Promise<boolean> {
    return new Promise((done) => {
      const timer = setTimeout(() => done(!stopped.signal.aborted), ms);
      stopped.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        done(false);
      });
    });
  }

  function choose(trackingNumber = ''): Behaviour | undefined {
    const told = ofParcel.get(trackingNumber)?.shift() ?? next.shift();
    const { share, behaviours } = atRandom;
    const isNow = !told && behaviours.length > 0 && random(1_000_000) < share * 1_000_000;
    return isNow ? behaviours[random(behaviours.length)] : told;
  }

  async function behave(behaviour: Behaviour, effect: () => Answered): Promise<Answered | 'hang-up'> {
    switch (behaviour.kind) {
      case 'hang':
        return (await rest(behaviour.ms)) ? effect() : 'hang-up';
      case 'hang-then-done':
        if (await rest(behaviour.ms)) {
          effect();
        }
        return 'hang-up';
      case 'answer-late': {
        const answer = effect();
        return (await rest(behaviour.ms)) ? answer : 'hang-up';
      }
      case 'fail-500-after-effect':
        effect();
        return failure;
      case 'fail-500-before-effect':
        return failure;
      case 'hang-up':
        return 'hang-up';
    }
  }

  return {
    counts,
    behaveNext: (behaviour) => {
      next.push(behaviour);
    },
    behaveFor: (trackingNumber, behaviour) => {
      ofParcel.set(trackingNumber, [...(ofParcel.get(trackingNumber) ?? []), behaviour]);
    },
    behaveAtRandom: (share, behaviours) => {
      atRandom = { share, behaviours };
    },
    async perform(trackingNumber, effect) {
      const behaviour = choose(trackingNumber);
      if (!behaviour) {
        return effect();
      }
      counts.wrong += 1;
      counts.failedAfterEffect += behaviour.kind === 'fail-500-after-effect' ? 1 : 0;
      const answering = behave(behaviour, effect);
      const ending = answering.then(() => undefined);
      underWay.add(ending);
      ending.finally(() => underWay.delete(ending)).catch(() => undefined);
      return await answering;
    },
    async settled() {
      while (underWay.size > 0) {
        await Promise.all(underWay);
      }
    },
    stop: () => stopped.abort(),
  };
}
