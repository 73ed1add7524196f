import { performance } from 'node:perf_hooks';

/** A clock that runs like any other and can be moved forward; one of them moves all simulators. Times in milliseconds since 1970. */
export interface SimulatedClock {
  now(): number;
  /**
   * Moves forward, stopping at the time of each task that falls due on the way; waits for each before it goes on. Not from within a task.
   * @throws what a task threw, also one that fell due since by itself.
   */
  advance(ms: number): Promise<void>;
  /** Runs a task once the clock, moved or running, has passed that time from now. */
  after(ms: number, task: Task): void;
  /** Something under way that must not be overtaken by much: a move goes on while there is little of it, and ends when there is none. */
  hold(work: Promise<unknown>): void;
  /** Tasks that did not run yet never will, and no new one is taken. */
  stop(): void;
}

/** Never moves: only the running clock reads it. */
export type ClockFace = Pick<SimulatedClock, 'now'>;
type Task = () => Promise<void> | void;

interface Due {
  readonly at: number;
  readonly task: Task;
}

/** So many requests at once keep a small machine busy, and none of them waiting. */
const mostHeld = 16;
/** What setTimeout can count is some 24 days. */
const longestNapMs = 3_600_000;

export function createClock(startMs: number): SimulatedClock {
  const startedAt = performance.now();
  let moved = 0;
  /** The next one first. */
  const waiting: Due[] = [];
  let timer: NodeJS.Timeout | undefined;
  let underWay = Promise.resolve();
  let isStopped = false;
  const held = new Set<Promise<unknown>>();
  const failures: unknown[] = [];

  const now = () => startMs + moved + Math.floor(performance.now() - startedAt);
  const moveTo = (at: number) => {
    moved += Math.max(0, at - now());
  };

  /** The next task that is due by then, once there is room for it; what is under way may bring about earlier ones. */
  async function takeNext(until: number, isMoved: boolean): Promise<Due | undefined> {
    for (;;) {
      const isDue = waiting[0] !== undefined && waiting[0].at <= until;
      if (!isMoved || held.size === 0 || (isDue && held.size < mostHeld)) {
        return isDue ? waiting.shift() : undefined;
      }
      await Promise.race(held);
    }
  }

  async function runUntil(until: number, isMoved: boolean): Promise<void> {
    for (let next = await takeNext(until, isMoved); next; next = await takeNext(until, isMoved)) {
      moveTo(next.at);
      try {
        await next.task();
      } catch (error) {
        failures.push(error);
      }
    }
    moveTo(until);
  }

  function follow(until: () => number, isMoved: boolean): Promise<void> {
    underWay = underWay.then(() => runUntil(until(), isMoved)).then(setTimer);
    return underWay;
  }

  /** For the next task, should nobody move the clock before; alone it keeps no process alive. */
  function setTimer(): void {
    clearTimeout(timer);
    const [next] = waiting;
    if (next) {
      const nap = Math.min(longestNapMs, Math.max(0, next.at - now()));
      timer = setTimeout(() => void follow(now, false), nap).unref();
    }
  }

  return {
    now,
    async advance(ms) {
      await follow(() => now() + ms, true);
      if (failures.length > 0) {
        throw failures.shift();
      }
    },
    after(ms, task) {
      if (isStopped) {
        return;
      }
      const due = { at: now() + ms, task };
      waiting.splice(waiting.findLastIndex(({ at }) => at <= due.at) + 1, 0, due);
      setTimer();
    },
    hold(work) {
      const holding = work.catch(() => undefined).finally(() => held.delete(holding));
      held.add(holding);
    },
    stop() {
      isStopped = true;
      waiting.length = 0;
      clearTimeout(timer);
    },
  };
}
