import { describe, expect, it } from 'vitest';
import type { ClaimTable, NoticeName, RobotStates } from '#shared/notifying/ports.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';

const now = '2026-03-10T12:00:00.000Z' as Instant;
const until = addMillis(now, 180_000);
const later = addMillis(now, 600_000);

let count = 0;
/** A name of its own for each test, so that all of them share one table. */
function freshName(): NoticeName {
  count += 1;
  return { owner: 'nobody', thing: `case test:a:C#${count} ${now}`, level: 'half-hour', robot: `group-${count}` };
}

/** What everything does that keeps claims and the states of robots. */
export function describeNotices(what: string, open: () => ClaimTable & RobotStates): void {
  const claimBy = async (name: NoticeName, by: string, at: Instant = now) =>
    await open().claim(name, { by, now: at, until: addMillis(at, 180_000) });

  describe(`claims ${what}`, () => {
    it('are given to one of two who claim at once', async () => {
      const name = freshName();
      const answers = await Promise.all(['run-1', 'run-2'].map((by) => claimBy(name, by)));

      expect(answers.map(({ kind }) => kind).sort()).toEqual(['mine', 'taken']);
    });

    it('are free again when their lease is over: that run died', async () => {
      const name = freshName();
      await claimBy(name, 'run-1');

      expect(await claimBy(name, 'run-2', addMillis(until, -1))).toEqual({ kind: 'taken' });
      expect(await claimBy(name, 'run-2', until)).toEqual({ kind: 'mine', tries: 0 });
    });

    it('are given to nobody once it was told', async () => {
      const name = freshName();
      await claimBy(name, 'run-1');
      await open().settle(name, 'run-1', { kind: 'told' });

      expect(await claimBy(name, 'run-2', later)).toEqual({ kind: 'told' });
      await open().settle(name, 'run-1', { kind: 'again', at: now, tries: 1 });
      expect(await claimBy(name, 'run-2', later)).toEqual({ kind: 'told' });
    });

    it('wait as long as whoever failed says, and remember how often', async () => {
      const name = freshName();
      await claimBy(name, 'run-1');
      await open().settle(name, 'run-1', { kind: 'again', at: later, tries: 3 });

      expect(await claimBy(name, 'run-2', addMillis(later, -1))).toEqual({ kind: 'taken' });
      expect(await claimBy(name, 'run-2', later)).toEqual({ kind: 'mine', tries: 3 });
    });

    it('are settled only by whose they are', async () => {
      const name = freshName();
      await claimBy(name, 'run-1');
      await claimBy(name, 'run-2', until);
      await open().settle(name, 'run-1', { kind: 'told' });

      expect(await claimBy(name, 'run-3', until)).toEqual({ kind: 'taken' });
    });

    it.each(['owner', 'thing', 'level', 'robot'] as const)('are another one for another %s', async (field) => {
      const name = freshName();
      await claimBy(name, 'run-1');

      expect(await claimBy({ ...name, [field]: `other-${count}` }, 'run-2')).toEqual({ kind: 'mine', tries: 0 });
    });
  });

  describe(`the state of a robot ${what}`, () => {
    it('is empty at first, and then what was written', async () => {
      const { robot } = freshName();
      const state = { version: 1, sentAt: [now], failures: 2, pausedUntil: later };

      expect(await open().readRobot(robot)).toEqual({ version: 0, sentAt: [], failures: 0 });
      expect(await open().writeRobot(robot, state)).toBe('written');
      expect(await open().readRobot(robot)).toEqual(state);
    });

    it('is written by one of two who read the same', async () => {
      const { robot } = freshName();
      const state = { version: 1, sentAt: [now], failures: 0 };
      const answers = await Promise.all([open().writeRobot(robot, state), open().writeRobot(robot, state)]);

      expect(answers.sort()).toEqual(['lost', 'written']);
      expect(await open().writeRobot(robot, { ...state, version: 2 })).toBe('written');
    });
  });
}
