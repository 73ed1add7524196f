import { Fault } from '#shared/fault/fault.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import type { Policy } from '#shared/policy/policy.ts';
import type { CaseTable, ParcelTable, StoredRecord } from '#shared/recording/ports.ts';
import { recordTogether } from '#shared/recording/record-together.ts';
import type { Recorder } from '#shared/recording/recorder.ts';
import { takeMessage } from '#shared/recording/taken.ts';
import type { NumberedAct } from '#shared/returns/acts/acts.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { ParcelSnapshot } from '#shared/returns/parcel/parcel.ts';
import { type Instant, instantOf } from '#shared/returns/record/instant.ts';
import { observerOf as observerOfSource } from '#shared/sources/observers.ts';
import type { Observer } from '#shared/sources/source.ts';
import { fixedPolicy } from './fixed-policy.ts';
import { frozen } from './frozen.ts';
import { createMemoryTable, type MemoryTable } from './memory-table.ts';
import { plainObserver } from './plain-observer.ts';
import type { Random } from './random.ts';
import { testMerchant, testPolicy } from './test-merchant.ts';
import { caseOfTick } from './tick-message.ts';

/** A worker that was killed at one of its awaits. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** Kills a worker at its `operation`-th call to the outside (counted over the whole run, from 1), before or after the call took effect. */
export interface Kill {
  readonly operation: number;
  readonly when: 'before' | 'after';
}

interface Letter {
  readonly id: string;
  readonly message: InboxMessage;
  readonly receives: number;
}

export type Written =
  | { readonly kind: 'case'; readonly key: string; readonly record: StoredRecord<CaseSnapshot> }
  | { readonly kind: 'parcel'; readonly key: string; readonly record: StoredRecord<ParcelSnapshot> };

export interface Simulation {
  readonly table: MemoryTable;
  readonly recorder: Recorder;
  /** Every record that was written, in order. */
  readonly written: readonly Written[];
  /** Messages whose worker threw something that no retry mends, with what it threw. */
  readonly dead: readonly { readonly message: InboxMessage; readonly error: unknown }[];
  /** How often a worker called the outside so far. */
  readonly operations: number;
  /** All messages to ourselves so far, and hints: what followed from records, and what was sent besides. */
  readonly sent: readonly unknown[];
  post(...messages: readonly InboxMessage[]): void;
  /** One worker, until the inbox is empty: its messages in order, or in any order where there is a `random`. */
  settle(random?: Random): Promise<void>;
  /** Several workers at once, one of them moving from one await to its next at a time. */
  settleTogether(workers: number, random: Random): Promise<void>;
}

export interface SimulationOptions {
  readonly kills?: readonly Kill[];
  readonly policy?: Policy;
  /** How often the queue hands out each message, though its worker was done with it; once where not given. */
  readonly receivesOfEach?: number;
  /** Whether it hands them out again before all others; else after them. */
  readonly againAtOnce?: boolean;
  readonly merchant?: Merchant;
  /** Asked anew for each delivery; where it is not given, the sources of today and the plain one. */
  readonly observerOf?: Recorder['observerOf'];
}

/** The sources of today, and the plain one. */
export function observerOfToday(source: string): Observer | undefined {
  return source === plainObserver.source ? plainObserver : observerOfSource(source);
}

export const simulatedNow: Instant = instantOf(Date.UTC(2026, 2, 20));

/** A table, an inbox that gives each message at least once, and workers that record what comes. All in memory. */
export function createSimulation(options: SimulationOptions = {}): Simulation {
  const { kills = [], policy = testPolicy, receivesOfEach = 1, againAtOnce = false, merchant = testMerchant } = options;
  const { observerOf = observerOfToday } = options;
  const gate = createGate();
  const table = createMemoryTable({ now: () => simulatedNow, pause: async () => await gate.pause() });
  const queue: Letter[] = [];
  const passedOn: unknown[] = [];
  let posted = 0;
  let carried = 0;
  const post = (message: InboxMessage) => {
    posted += 1;
    queue.push(frozen({ id: `m${posted}`, message, receives: 0 }));
  };
  const written: Written[] = [];
  const dead: { message: InboxMessage; error: unknown }[] = [];
  const counter = createCounter(kills);
  const recorder: Recorder = {
    ...counter.overAll(table),
    cases: counter.over(logged(table.cases, (key, record) => written.push({ kind: 'case', key, record } as Written))),
    parcels: counter.over(
      logged(table.parcels, (key, record) => written.push({ kind: 'parcel', key, record } as Written)),
    ),
    outbound: counter.over({
      send: async (message: InboxMessage) => {
        await gate.pause();
        passedOn.push(message);
        post(message);
      },
      hint: async (hint: unknown) => {
        await gate.pause();
        passedOn.push(hint);
      },
    }),
    policy: fixedPolicy(policy),
    merchant,
    observerOf,
    now: () => simulatedNow,
    isInboxBehind: async () => false,
  };

  /** What the stream has carried since: each at least once. Strikes need a clock that goes, and have tests of their own. */
  const carry = (random: Random | undefined) => {
    for (; carried < table.outbox.length; carried += 1) {
      const message = table.outbox[carried] as InboxMessage;
      const times = message.kind === 'strike' ? 0 : random?.(8) === 0 ? 2 : 1;
      for (let time = 0; time < times; time += 1) {
        post(message);
      }
    }
  };
  const takeNext = (random: Random | undefined, busy: number): Letter[] => {
    carry(random);
    const isRecorded = (key: string) => written.some((each) => each.key === key);
    const most = random?.(4) === 0 ? 3 : 1;
    const batch: Letter[] = [];
    for (let count = 0; count < most; count += 1) {
      const letter = take(queue, { isRecorded, isLast: busy === 0 && batch.length === 0, random });
      batch.push(...(letter ? [letter] : []));
    }
    return batch;
  };
  const record = async (letters: readonly Letter[]) => {
    const taken = letters.map(({ id, message, receives }) =>
      takeMessage(recorder, message, { messageId: id, isAgain: receives > 0 }),
    );
    await recordTogether(recorder, taken);
  };
  const giveBack = ({ id, message, receives }: Letter) => {
    const letter = { id, message, receives: receives + 1 };
    queue.splice(againAtOnce ? 0 : queue.length, 0, letter);
  };
  const work = async (letters: readonly Letter[]): Promise<void> => {
    try {
      await record(letters);
      letters.filter(({ receives }) => receives + 1 < receivesOfEach).forEach(giveBack);
    } catch (error) {
      const [first] = letters;
      if (error instanceof Killed || (error instanceof Fault && error.code === 'too-many-races')) {
        letters.forEach(giveBack);
      } else if (first && letters.length === 1) {
        dead.push({ message: first.message, error });
      } else {
        for (const letter of letters) {
          await work([letter]);
        }
      }
    }
  };

  return {
    table,
    recorder,
    written,
    dead,
    get operations() {
      return counter.count();
    },
    get sent() {
      return [...table.outbox, ...passedOn];
    },
    post: (...messages) => messages.forEach(post),
    settle: async (random) => {
      for (let letters = takeNext(random, 0); letters.length > 0; letters = takeNext(random, 0)) {
        await work(letters);
      }
    },
    settleTogether: async (workers, random) => {
      gate.close();
      const busy = { count: 0 };
      const stays = random(2) === 0 ? 0 : 12;
      for (carry(random); queue.length > 0 || busy.count > 0; carry(random)) {
        const isStart = busy.count === 0 || (busy.count < workers && queue.length > 0 && random(3) === 0);
        await gate.untilNextStop(() => {
          const letters = isStart ? takeNext(random, busy.count) : [];
          if (letters.length === 0) {
            gate.resumeOne(random, stays);
            return;
          }
          busy.count += 1;
          void work(letters).finally(() => {
            busy.count -= 1;
            gate.stop();
          });
        });
      }
      gate.open();
    },
  };
}

/** The next letter. A clock only strikes for a case that is there, so its ticks wait for it; they go last where no case will come. */
function take(queue: Letter[], { isRecorded, isLast, random }: Taking): Letter | undefined {
  const ready = queue.filter(({ message }) => {
    const caseKey = caseOfTick(message);
    return caseKey === undefined || isRecorded(caseKey);
  });
  const choices = ready.length > 0 || !isLast ? ready : queue;
  const letter = choices[random && choices.length > 0 ? random(choices.length) : 0];
  if (letter) {
    queue.splice(queue.indexOf(letter), 1);
  }
  return letter;
}

interface Taking {
  readonly isRecorded: (key: string) => boolean;
  /** Nobody is at work who might still record a case. */
  readonly isLast: boolean;
  readonly random: Random | undefined;
}

function logged<Table extends CaseTable | ParcelTable>(
  table: Table,
  log: (key: string, record: unknown) => void,
): Table {
  return {
    ...table,
    writeSnapshot: async (key: string, record: never, readVersion: number, acts?: readonly NumberedAct[]) => {
      const result = await table.writeSnapshot(key, record, readVersion, acts);
      if (result === 'written') {
        log(key, frozen(record));
      }
      return result;
    },
  };
}

/** Counts calls, and throws at those that a kill names. */
function createCounter(kills: readonly Kill[]) {
  let calls = 0;
  const over = <Port extends object>(port: Port): Port =>
    Object.fromEntries(
      Object.entries(port).map(([name, method]) => [
        name,
        async (...inputs: unknown[]) => {
          calls += 1;
          const kill = kills.find((each) => each.operation === calls);
          if (kill?.when === 'before') {
            throw new Killed();
          }
          const result: unknown = await method(...inputs);
          if (kill) {
            throw new Killed();
          }
          return result;
        },
      ]),
    ) as Port;
  const overAll = ({ orders, deliveries, aliases, sightings }: MemoryTable) => ({
    orders: over(orders),
    deliveries: over(deliveries),
    aliases: over(aliases),
    sightings: over(sightings),
  });
  return { over, overAll, count: () => calls };
}

/** Where workers wait for each other. While it is open nobody waits. */
function createGate() {
  const waiting: (() => void)[] = [];
  let isClosed = false;
  let stop = () => {};
  return {
    pause: (): Promise<void> | undefined => {
      if (!isClosed) {
        return undefined;
      }
      return new Promise<void>((resume) => {
        waiting.push(resume);
        stop();
      });
    },
    close: () => {
      isClosed = true;
    },
    open: () => {
      isClosed = false;
    },
    stop: () => stop(),
    /** Any of them; the one that moved last goes on at once with a chance of `stays` in 1 + `stays`, so that others stand still for long. */
    resumeOne: (random: Random, stays: number) => {
      const index = random(1 + stays) > 0 ? waiting.length - 1 : random(waiting.length);
      waiting.splice(index, 1)[0]?.();
    },
    /** Sets one worker going and waits until it stands at its next await, or is done. */
    untilNextStop: async (go: () => void) => {
      const stopped = new Promise<void>((resolve) => {
        stop = resolve;
      });
      go();
      await stopped;
    },
  };
}
