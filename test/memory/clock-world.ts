import { executionNameOf } from '#shared/aws/strike-execution.ts';
import type { RecordStrike } from '#shared/clocks/ports.ts';
import { sweepDeadlines } from '#shared/clocks/sweep-deadlines.ts';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import { outboxTexts } from '#shared/messages/outbox-texts.ts';
import type { RecordName } from '#shared/messages/record-name.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { recordMessage } from '#shared/recording/record-together.ts';
import type { Recorder } from '#shared/recording/recorder.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { Change } from '#shared/returns/record/change.ts';
import { type Instant, instantOf, millisOf } from '#shared/returns/record/instant.ts';
import type { Delivery } from '#shared/sources/source.ts';
import { fixedPolicy } from './fixed-policy.ts';
import { createMemoryTable } from './memory-table.ts';
import { plainObserver } from './plain-observer.ts';
import type { Random } from './random.ts';
import { testMerchant } from './test-merchant.ts';
import { VirtualClock } from './virtual-clock.ts';

/** A case as it stood from a moment on. */
export interface Version {
  readonly from: number;
  readonly version: number;
  readonly snapshot: CaseSnapshot;
}

export interface ClockWorld {
  /** How each case stood, one version after the other. */
  readonly versions: ReadonlyMap<string, readonly Version[]>;
  /** What was told, and when it was written. */
  readonly told: readonly { readonly at: number; readonly change: Change }[];
  /** The ticks that were put, by case, deadline and strike: when. */
  readonly ticks: ReadonlyMap<string, number>;
  /** Executions that were started. */
  readonly started: number;
  /** Strikes that the sweep found late. */
  readonly late: number;
  deliver(delivery: Delivery): void;
  /** Lets the time pass up to then. */
  run(until: number): Promise<void>;
}

export interface ClockWorldOptions {
  readonly begin: number;
  readonly caseKeys: readonly string[];
  readonly policy: Policy;
  readonly random: Random;
  /** Whether the sweep of this minute does not run. */
  readonly isSweepLost: (at: number) => boolean;
  /** How far the index may be behind the table. */
  readonly indexLagMs: number;
}

/** A deployment in virtual time: table, recorder, the strikes' queue with its delays, the sweep once a minute, and Step Functions. */
export function createClockWorld(options: ClockWorldOptions): ClockWorld {
  const { begin, caseKeys, policy, random, isSweepLost, indexLagMs } = options;
  const clock = new VirtualClock(begin);
  const versions = new Map<string, readonly Version[]>();
  const told: { at: number; change: Change }[] = [];
  const table = createMemoryTable({ now: () => instantOf(clock.now) });
  const names = new Set<string>();
  let late = 0;
  let carried = 0;
  const recorder: Recorder = {
    ...table,
    outbound: { send: async () => {}, hint: async () => {} },
    policy: fixedPolicy(policy),
    merchant: testMerchant,
    observerOf: () => plainObserver,
    now: () => instantOf(clock.now),
    isInboxBehind: async () => false,
  };

  /** One message, and all that follows from it; of what SQS may hand out twice, some. */
  const record = async (message: InboxMessage): Promise<void> => {
    const result = await recordMessage(recorder, message);
    const { againSeconds } = result as { readonly againSeconds?: number };
    if (againSeconds !== undefined) {
      clock.at(clock.now + againSeconds * 1000, async () => await record(message));
    }
    told.push(...table.stream.slice(told.length).map((change) => ({ at: clock.now, change })));
    await keepVersions();
    const { inbox, strikes } = outboxTexts(table.outbox.slice(carried), instantOf(clock.now));
    carried = table.outbox.length;
    for (const { text } of inbox) {
      await record(JSON.parse(text));
    }
    for (const { text, delaySeconds = 0 } of strikes) {
      for (let copies = random(5) === 0 ? 2 : 1; copies > 0; copies -= 1) {
        clock.at(clock.now + delaySeconds * 1000, async () => await record(JSON.parse(text)));
      }
    }
  };
  const keepVersions = async () => {
    for (const key of caseKeys) {
      const stored = await table.cases.readSnapshot(key);
      const history = versions.get(key) ?? [];
      if (stored && stored.version !== history.at(-1)?.version) {
        versions.set(key, [...history, { from: clock.now, version: stored.version, snapshot: stored.snapshot }]);
      }
    }
  };
  const sweep = {
    ...table.sweeps,
    readSnapshot: async (record: RecordName) => await table.cases.readSnapshot(caseKeyOf(record)),
    isInboxBehind: async () => false,
    hasTime: () => true,
    listStrikes: async (after: string, until: Instant) =>
      caseKeys
        .flatMap((caseKey) => {
          const at = asOf(versions, caseKey, clock.now - indexLagMs)?.nextStrikeAt;
          return at ? [{ record: { caseKey }, at, place: `${at}#${caseKey}` }] : [];
        })
        .filter((entry) => entry.place > after && entry.at <= until)
        .sort((a, b) => (a.place < b.place ? -1 : 1)),
    send: async (strikes: readonly InboxMessage[]) => {
      for (const strike of strikes) {
        clock.at(clock.now, async () => await record(strike));
      }
    },
    timers: {
      start: async (strike: RecordStrike) => {
        const name = executionNameOf(strike);
        if (names.has(name)) {
          return 'already-started' as const;
        }
        names.add(name);
        const {
          deadlineId,
          strike: { at: strikesAt },
        } = strike;
        const caseKey = caseKeyOf(strike.record);
        clock.at(millisOf(strikesAt), async () => {
          const deadline = asOf(versions, caseKey, clock.now)?.deadlines[deadlineId];
          if (deadline && !deadline.metAt) {
            await record({ kind: 'strike', caseKey, at: strikesAt });
          }
        });
        return 'started' as const;
      },
    },
  };
  const everyMinute = async (): Promise<void> => {
    clock.at(clock.now + 60_000, everyMinute);
    if (!isSweepLost(clock.now)) {
      late += (await sweepDeadlines(sweep, instantOf(clock.now))).late;
    }
  };
  clock.at(begin + random(60_000), everyMinute);

  return {
    versions,
    told,
    get ticks() {
      return ticksIn(table.dump());
    },
    get started() {
      return names.size;
    },
    get late() {
      return late;
    },
    deliver: (delivery) =>
      clock.at(millisOf(delivery.receivedAt), async () => await record({ kind: 'delivery', delivery })),
    run: async (until) => await clock.run(until),
  };
}

/** How a case stood at a time. */
export function asOf(versions: ClockWorld['versions'], caseKey: string, time: number): CaseSnapshot | undefined {
  return versions.get(caseKey)?.findLast(({ from }) => from <= time)?.snapshot;
}

function ticksIn(rows: Readonly<Record<string, unknown>>): ReadonlyMap<string, number> {
  const ticks = Object.entries(rows).flatMap(([name, row]): [string, number][] => {
    const [pk = '', tick] = name.split(' / OBS#id:tick/');
    const { observation } = row as { readonly observation?: { readonly receivedAt: Instant } };
    return tick && observation ? [[`${pk.replace('CASE#', '')} ${tick}`, millisOf(observation.receivedAt)]] : [];
  });
  return new Map(ticks);
}

/** No parcel of this world has a clock. */
function caseKeyOf(record: RecordName): string {
  return 'caseKey' in record ? record.caseKey : '';
}
