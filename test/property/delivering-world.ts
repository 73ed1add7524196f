import { createDelivering } from '#shared/calling-out/deliver.ts';
import type { Delivering } from '#shared/calling-out/delivering.ts';
import type { Ledger } from '#shared/calling-out/ports.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import type { CaseAnswer } from '#shared/messages/inbox-message.ts';
import type { TellMessage } from '#shared/messages/tell-message.ts';
import { tellCase } from '#shared/returns/case/tell-case.ts';
import type { Told } from '#shared/returns/record/change.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import type { CallResult, OrderCall, WarehouseConnector } from '#shared/warehouses/connector.ts';
import { caseSnapshot } from '../contract/store-contract.ts';
import { createMemoryTable } from '../memory/memory-table.ts';
import type { Random } from '../memory/random.ts';
import { minute } from '../memory/script.ts';
import { Killed } from '../memory/simulation.ts';
import { testMerchant, testRules } from '../memory/test-merchant.ts';
import { createFakeWms, type FakeWms, type WmsHabits } from './fake-wms.ts';

export const caseKey = 'test:a:C1';
export const calledWarehouses = ['east', 'west'] as const;
export type CalledWarehouse = (typeof calledWarehouses)[number];

/** What a case says of its parcels at one moment. */
export interface CaseMoment {
  readonly isApproved: boolean;
  readonly warehouseId: CalledWarehouse;
  readonly numbers: readonly string[];
  readonly quantity: number;
}

export interface WorldOptions {
  readonly habits: WmsHabits;
  readonly mostWorkers: number;
  /** How many workers are killed at one of their calls. */
  readonly kills: number;
  /** How many calls end without a clear answer. */
  readonly troubles: number;
  /** Nothing takes long. */
  readonly isCalm?: boolean;
}

export interface Outcome {
  readonly wms: Readonly<Record<CalledWarehouse, FakeWms>>;
  readonly answers: readonly CaseAnswer[];
  readonly ledgers: Readonly<Record<CalledWarehouse, Ledger>>;
  readonly faults: readonly string[];
  /** The words of what the workers threw that were not killed. */
  readonly dead: readonly string[];
}

/** How long the function may run, and how long it waits for a WMS. */
const functionMs = 60_000;
const timeoutMs = 8_000;
/** How long after our timeout a WMS may still do what it was asked. */
const lateMs = 15_000;
const mostSteps = 20_000;

const qimenChannel = { source: 'qimen', channel: 'wms-west', role: 'warehouse' as const, shops: [], warehouse: 'west' };

const merchant: Merchant = {
  ...testMerchant,
  channels: [...testMerchant.channels, qimenChannel],
  warehouses: testMerchant.warehouses.map((warehouse) => ({
    ...warehouse,
    connector: warehouse.id === 'west' ? ('qimen' as const) : ('http' as const),
  })),
};

interface Letter {
  readonly message: TellMessage;
  readonly visibleAt: number;
}

interface Worker {
  readonly letter: Letter;
  readonly startedAt: number;
  waiting?: { readonly resume: () => void; readonly kill: () => void };
  /** When the call that is under way is over at the latest. */
  callEndsAt?: number;
}

/** One request at a WMS that has not taken effect for good. */
interface Request {
  latest: number;
  readonly trackingNumber: string;
  readonly effect?: () => void;
}

/**
 * Lets a case live through its moments, while workers, one of them moving from one call to its next at a time, tell two warehouses of it.
 * Time passes in leaps; whoever has run for as long as the function may is killed. Ends when nothing is left to do.
 */
export async function liveThrough(
  moments: readonly CaseMoment[],
  options: WorldOptions,
  random: Random,
): Promise<Outcome> {
  let nowMs = Date.UTC(2026, 2, 1);
  let told: Told = {};
  let version = 0;
  let { kills, troubles } = options;
  let holders = 0;
  const left = [...moments];
  const queue: Letter[] = [];
  const workers = new Set<Worker>();
  const requests = new Set<Request>();
  const answers: CaseAnswer[] = [];
  const faults: string[] = [];
  const dead: string[] = [];
  const { ledgers } = createMemoryTable();
  const wms = { east: createFakeWms(options.habits), west: createFakeWms(options.habits) };
  const under = { east: new Set<Request>(), west: new Set<Request>() };
  let stopped = () => {};

  const post = (message: TellMessage, delayMs: number) => queue.push({ message, visibleAt: nowMs + delayMs });
  const stop = (worker: Worker) =>
    new Promise<void>((resume, reject) => {
      worker.waiting = { resume, kill: () => reject(new Killed()) };
      stopped();
    });
  const untilNextStop = async (go: () => void) => {
    const standing = new Promise<void>((resolve) => {
      stopped = resolve;
    });
    go();
    await standing;
  };
  const fire = (request: Request) => {
    request.effect?.();
    requests.delete(request);
    under.east.delete(request);
    under.west.delete(request);
  };

  /** A call to a WMS: heard and answered; or heard at once, later or never, and not answered. */
  const callWms = async (worker: Worker, place: CalledWarehouse, verb: 'create' | 'cancel', call: OrderCall) => {
    const startedAt = nowMs;
    const { announcementId, trackingNumber } = call.advice;
    if ([...under[place]].some((each) => each.trackingNumber === trackingNumber)) {
      faults.push(`${place} was called of ${trackingNumber} while a call of it was under way`);
    }
    if (!answers.some(({ callId }) => callId === `${announcementId}/create/called`)) {
      faults.push(`${place} heard of ${announcementId} before the record heard its name there`);
    }
    const begin = (effect?: () => void): Request => {
      const request = { latest: startedAt + timeoutMs + lateMs, trackingNumber, ...(effect && { effect }) };
      under[place].add(request);
      return request;
    };
    const hear = () => wms[place].hear(verb, call);
    const open = begin();
    worker.callEndsAt = startedAt + timeoutMs;
    try {
      await stop(worker);
      const trouble = troubles > 0 ? random(6) : 0;
      troubles -= trouble > 2 ? 1 : 0;
      let result: CallResult = { kind: 'unknown', reason: 'no answer' };
      let late: Request | undefined;
      if (trouble < 4) {
        const answer = hear();
        result = trouble < 3 ? answer : result;
      } else if (trouble === 4) {
        late = begin(hear);
        requests.add(late);
      }
      await stop(worker);
      if (late) {
        late.latest = nowMs + lateMs;
      }
      return result;
    } catch (error) {
      if (random(3) === 0) {
        requests.add(begin(hear));
      }
      throw error;
    } finally {
      fire(open);
      delete worker.callEndsAt;
    }
  };

  const partsOf = (worker: Worker): Delivering => {
    const at =
      <Inputs extends unknown[], Result>(port: (...inputs: Inputs) => Promise<Result>) =>
      async (...inputs: Inputs): Promise<Result> => {
        await stop(worker);
        const result = await port(...structuredClone(inputs));
        await stop(worker);
        return structuredClone(result);
      };
    const connectorOf = (connector: string): WarehouseConnector => {
      const place = connector === 'qimen' ? 'west' : 'east';
      return {
        connector,
        create: async (call) => await callWms(worker, place, 'create', call),
        cancel: async (call) => await callWms(worker, place, 'cancel', call),
      };
    };
    return {
      merchant,
      readRecord: at(async () => ({ told })),
      ledgers: { readLedger: at(ledgers.readLedger), writeLedger: at(ledgers.writeLedger) },
      readPerson: at(async () => ({ name: '王' })),
      connectorOf: (name) => (name === 'qimen' || name === 'http' ? connectorOf(name) : undefined),
      secretOf: at(async () => 'secret'),
      send: at(async (message) => void answers.push(message as CaseAnswer)),
      putBack: at(async (message, delaySeconds) => void post(message, delaySeconds * 1000)),
      now: () => instantOf(nowMs),
      leaseHolder: () => {
        holders += 1;
        return `w-${holders}`;
      },
    };
  };

  const start = async (letter: Letter) => {
    queue.splice(queue.indexOf(letter), 1);
    const worker: Worker = { letter, startedAt: nowMs };
    workers.add(worker);
    const run = async () => {
      try {
        await createDelivering(partsOf(worker))(structuredClone(letter.message));
      } catch (error) {
        if (error instanceof Killed) {
          post(letter.message, [1, 30, 360][random(3)]! * 1000);
        } else {
          dead.push(String(error));
        }
      } finally {
        workers.delete(worker);
        stopped();
      }
    };
    await untilNextStop(() => void run());
  };
  const kill = async (worker: Worker) => await untilNextStop(() => worker.waiting?.kill());
  const resume = async (worker: Worker) => await untilNextStop(() => worker.waiting?.resume());

  const live = () => {
    const moment = left.shift() as CaseMoment;
    version += 1;
    const result = tellCase(snapshotAt(moment), told, version, testRules);
    told = result.told;
    for (const { type, data } of result.changes) {
      if (type.startsWith('Return Tracking ') && 'warehouseId' in data) {
        const message = { caseKey, warehouseId: String(data.warehouseId), attempt: 0 };
        post(message, random(3) * 1000);
        if (random(3) === 0) {
          post(message, random(120) * 1000);
        }
      }
    }
  };

  /** No further than the end of a call under way, which must be lived through; what was late takes effect before its time is over. */
  const advance = async () => {
    const isQuiet = workers.size === 0 && left.length === 0 && requests.size === 0;
    const leap = isQuiet
      ? Math.min(...queue.map(({ visibleAt }) => visibleAt)) - nowMs
      : options.isCalm
        ? 100
        : leaps[random(leaps.length)]!;
    const ends = [...workers].flatMap(({ callEndsAt }) => callEndsAt ?? []);
    nowMs = Math.max(nowMs, Math.min(nowMs + leap, ...ends));
    for (const request of [...requests].filter(({ latest }) => latest <= nowMs)) {
      fire(request);
    }
    for (const worker of [...workers].filter(({ startedAt }) => startedAt + functionMs <= nowMs)) {
      await kill(worker);
    }
  };

  for (let step = 0; ; step += 1) {
    const ready = queue.filter(({ visibleAt }) => visibleAt <= nowMs);
    const standing = [...workers];
    if (left.length + queue.length + workers.size + requests.size === 0) {
      const [east, west] = [await ledgers.readLedger(caseKey, 'east'), await ledgers.readLedger(caseKey, 'west')];
      return {
        wms,
        ledgers: { east, west },
        answers,
        dead,
        faults: [...faults, ...wms.east.faults, ...wms.west.faults],
      };
    }
    if (step > mostSteps) {
      throw new Error('it never comes to rest');
    }
    const acts: (() => Promise<void> | void)[] = [
      ...(left.length > 0 ? [live] : []),
      ...(ready.length > 0 && workers.size < options.mostWorkers
        ? [() => start(ready[random(ready.length)]!), () => start(ready[random(ready.length)]!)]
        : []),
      ...standing.flatMap((worker) => Array.from({ length: 4 }, () => () => resume(worker))),
      ...(kills > 0 && standing.length > 0
        ? [
            async () => {
              kills -= 1;
              await kill(standing[random(standing.length)]!);
            },
          ]
        : []),
      ...[...requests].map((request) => () => fire(request)),
      advance,
    ];
    await acts[random(acts.length)]!();
  }
}

/** Milliseconds. */
const leaps = [100, 100, 1_000, 1_000, 5_000, 5_000, 16_000, 30_000, 61_000];

function snapshotAt({ isApproved, warehouseId, numbers, quantity }: CaseMoment) {
  return caseSnapshot(caseKey, {
    caseId: 'C1',
    decision: { value: isApproved ? 'approved' : 'withdrawn' },
    warehouse: { id: warehouseId, by: 'store' },
    details: { lines: [{ lineId: '1', sku: 'S1', quantity }] },
    parcels: numbers.map((number) => ({ number, statedAt: minute(0), stands: true })),
  });
}
