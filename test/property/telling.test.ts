import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Notifier, tellPeople } from '#shared/notifying/tell-people.ts';
import type { Entry } from '#shared/returns/attention/entry.ts';
import { entryIdOf } from '#shared/returns/attention/entry.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import { caseEntry, lookedAt, todo } from '../memory/entries.ts';
import { memoryNotices } from '../memory/memory-notices.ts';
import { routedMerchant } from '../unit/notifying/routed.ts';
import { runs } from './runs.ts';

const merchant = routedMerchant({
  robots: [
    { id: 'group', kind: 'dingtalk' },
    { id: 'other', kind: 'wecom' },
  ],
  routes: [{ robots: ['group', 'other'] }],
});

/** What happens to one run: where its process dies, if it does, and how robots answer it. */
interface Life {
  readonly diesAt: number | undefined;
  readonly diesAfterSending: boolean;
  readonly answers: readonly ('ok' | 'busy' | 'refused' | 'silent')[];
  /** How long after the one before it this one begins; a run takes less time than the lease of its claims. */
  readonly secondsBefore: number;
}

const life: fc.Arbitrary<Life> = fc.record({
  diesAt: fc.option(fc.nat({ max: 60 }), { nil: undefined }),
  diesAfterSending: fc.constantFrom(false, false, false, true),
  answers: fc.array(fc.constantFrom('ok', 'ok', 'ok', 'busy', 'refused', 'silent'), { maxLength: 4 }),
  secondsBefore: fc.nat({ max: 30 }),
});

class Died extends Error {}

/** Runs side by side in processes that die; then, when all is well again, one after another until nothing is left. */
class Stack {
  readonly notices;
  /** By robot and thing, how often it was shown. */
  readonly shown = new Map<string, number>();
  /** What was shown and not noted: its process died between the two. By run, robot and thing. */
  readonly lost = new Set<string>();
  now: Instant = lookedAt;
  private readonly entries: readonly Entry[];
  private readonly scheduler: fc.Scheduler;

  constructor(scheduler: fc.Scheduler, entries: readonly Entry[]) {
    this.scheduler = scheduler;
    this.entries = entries;
    this.notices = memoryNotices(async () => await scheduler.schedule(Promise.resolve()));
  }

  async run(runId: string, { diesAt, diesAfterSending, answers }: Life): Promise<void> {
    let steps = 0;
    let isDead = false;
    const left = [...answers];
    const step = async <Result>(work: () => Promise<Result>): Promise<Result> => {
      steps += 1;
      isDead ||= steps === diesAt;
      // A process that is gone neither goes on nor fails.
      return isDead ? await new Promise<never>(() => undefined) : await work();
    };
    const guarded =
      <Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
      async (...args: Args) =>
        await step(async () => await work(...args));
    const notifier: Notifier = {
      merchant,
      entries: {
        readEntries: async () => this.entries,
        readAnew: guarded(async (entry) => this.entries.find((each) => entryIdOf(each) === entryIdOf(entry))),
      },
      readSilences: async () => [],
      claims: {
        claim: guarded(this.notices.claim),
        settle: guarded(async (name, by, outcome) => {
          await this.notices.settle(name, by, outcome);
          this.lost.delete(`${runId} ${name.robot} ${name.thing.split(' ')[1]}`);
        }),
      },
      states: { readRobot: guarded(this.notices.readRobot), writeRobot: guarded(this.notices.writeRobot) },
      robot: {
        tell: guarded(async ({ robot: { id }, notice }) => {
          const kind = left.shift() ?? 'ok';
          if (kind !== 'ok') {
            return kind === 'busy' ? { kind, reason: kind, pauseMinutes: 2 } : { kind, reason: kind };
          }
          const rings = notice.data.rings as readonly { readonly caseKey: string }[];
          for (const { caseKey } of rings) {
            this.shown.set(`${id} ${caseKey}`, (this.shown.get(`${id} ${caseKey}`) ?? 0) + 1);
            this.lost.add(`${runId} ${id} ${caseKey}`);
          }
          await this.scheduler.schedule(Promise.resolve());
          if (diesAfterSending) {
            isDead = true;
            return await new Promise<never>(() => undefined);
          }
          return { kind };
        }),
      },
      now: () => this.now,
      runId,
      known: new Set(),
      eachRobot: async (_robot, tell) => void (await tell()),
    };
    await Promise.race([tellPeople(notifier), new Promise((_, fail) => this.watch(() => isDead, fail))]);
  }

  private watch(isDead: () => boolean, fail: (error: Error) => void): void {
    const look = setInterval(() => {
      if (isDead()) {
        clearInterval(look);
        fail(new Died());
      }
    }, 1);
    look.unref();
  }

  pass(minutes: number): void {
    this.now = addMillis(this.now, minutes * 60_000);
  }
}

const calm: Life = { diesAt: undefined, diesAfterSending: false, answers: [], secondsBefore: 0 };

async function liveThrough(scheduler: fc.Scheduler, lives: readonly Life[], count: number): Promise<Stack> {
  const entries = Array.from({ length: count }, (_, n) => caseEntry(`C${n}`, { todos: [todo('contact-buyer')] }));
  const stack = new Stack(scheduler, entries);
  const running = lives.map(async (each, index) => {
    stack.pass(each.secondsBefore / 60);
    await stack.run(`run-${index}`, each).catch((error) => {
      if (!(error instanceof Died)) {
        throw error;
      }
    });
  });
  await scheduler.waitFor(Promise.all(running));
  for (let n = 0; n < 8; n += 1) {
    stack.pass(31);
    await scheduler.waitFor(stack.run(`calm-${n}`, calm));
  }
  return stack;
}

describe('telling people', () => {
  it('tells each thing by each robot once, whatever runs at once, dies before it sends, or is refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(life, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        async (scheduler, lives, count) => {
          const stack = await liveThrough(scheduler, lives, count);
          const times = [...stack.shown.values()];

          expect(stack.shown.size).toBe(2 * count);
          // Whoever dies between a message and its note leaves it to be told once more; nothing else is told twice.
          expect(times.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(2 * count + stack.lost.size);
        },
      ),
      runs(150),
    );
  });
});
