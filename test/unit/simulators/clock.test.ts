import { afterEach, describe, expect, it, vi } from 'vitest';
import { createClock, type SimulatedClock } from '../../simulators/clock.ts';

const start = Date.parse('2026-03-01T00:00:00Z');
const hour = 3_600_000;
let clock: SimulatedClock;

afterEach(() => clock.stop());

/** Whole hours since the start: the clock also runs by itself. */
const hoursSince = () => Math.floor((clock.now() - start) / hour);

describe('createClock', () => {
  it('runs like any other clock from the time that it was given', async () => {
    clock = createClock(start);
    const before = clock.now();

    await vi.waitFor(() => expect(clock.now()).toBeGreaterThan(before));
    expect(hoursSince()).toBe(0);
  });

  it('stops at the time of each task on the way, in their order', async () => {
    clock = createClock(start);
    const ran: (readonly [string, number])[] = [];
    clock.after(5 * hour, () => void ran.push(['second', hoursSince()]));
    clock.after(2 * hour, () => void ran.push(['first', hoursSince()]));
    clock.after(9 * hour, () => void ran.push(['third', hoursSince()]));
    await clock.advance(8 * hour);

    expect(ran).toEqual([
      ['first', 2],
      ['second', 5],
    ]);
    expect(hoursSince()).toBe(8);
  });

  it('runs a task of a task within the same move', async () => {
    clock = createClock(start);
    const ran: number[] = [];
    clock.after(hour, () => clock.after(hour, () => void ran.push(hoursSince())));
    await clock.advance(3 * hour);

    expect(ran).toEqual([2]);
  });

  it('waits for a task before it goes on', async () => {
    clock = createClock(start);
    const ran: string[] = [];
    clock.after(hour, async () => {
      await new Promise((done) => setTimeout(done, 5));
      ran.push('slow');
    });
    clock.after(2 * hour, () => void ran.push('quick'));
    await clock.advance(3 * hour);

    expect(ran).toEqual(['slow', 'quick']);
  });

  it('ends a move only when nothing is under way that holds it', async () => {
    clock = createClock(start);
    const ran: string[] = [];
    const work = new Promise<void>((done) => setTimeout(done, 5)).then(() => void ran.push('work'));
    clock.after(hour, () => clock.hold(work));
    await clock.advance(2 * hour);

    expect(ran).toEqual(['work']);
  });

  it('goes on while little is under way, and waits while there is much', async () => {
    clock = createClock(start);
    let started = 0;
    let mostAtOnce = 0;
    let atOnce = 0;
    for (let count = 0; count < 40; count += 1) {
      clock.after(count * hour, () => {
        started += 1;
        atOnce += 1;
        mostAtOnce = Math.max(mostAtOnce, atOnce);
        const work = new Promise((done) => setTimeout(done, 1)).then(() => {
          atOnce -= 1;
        });
        clock.hold(work);
      });
    }
    await clock.advance(50 * hour);

    expect([started, atOnce]).toEqual([40, 0]);
    expect(mostAtOnce).toBeGreaterThan(1);
    expect(mostAtOnce).toBeLessThanOrEqual(16);
  });

  it('runs what is brought about by work under way at its own time, before later tasks', async () => {
    clock = createClock(start);
    const ran: string[] = [];
    const work = new Promise<void>((done) => setTimeout(done, 5)).then(() =>
      clock.after(hour, () => void ran.push('again')),
    );
    clock.hold(work);
    await clock.advance(3 * hour);

    expect(ran).toEqual(['again']);
  });

  it('runs a task by itself when nobody moves it', async () => {
    clock = createClock(start);
    const ran = vi.fn();
    clock.after(5, ran);

    expect(ran).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(ran).toHaveBeenCalledOnce());
  });

  it('tells whoever moves it that a task failed, and runs the others all the same', async () => {
    clock = createClock(start);
    const ran = vi.fn();
    clock.after(hour, () => {
      throw new Error('no way');
    });
    clock.after(2 * hour, ran);

    await expect(clock.advance(3 * hour)).rejects.toThrow('no way');
    expect(ran).toHaveBeenCalledOnce();
  });

  it('runs nothing more once it is stopped', async () => {
    clock = createClock(start);
    const ran = vi.fn();
    clock.after(hour, ran);
    clock.stop();
    clock.after(hour, ran);
    await clock.advance(2 * hour);

    expect(ran).not.toHaveBeenCalled();
  });
});
