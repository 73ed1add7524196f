import { describe, expect, it } from 'vitest';
import type { Look } from '../../../tools/demo/welcome/look.ts';
import { settle } from '../../../tools/demo/welcome/settle.ts';

const minuteMs = 60_000;
const inbox = (messages: number) => ({ queue: 'backhaul-demo-inbox', messages });
const dead = { queue: 'backhaul-demo-inbox-dlq', messages: 2 };
const clear: Look = { queues: [], different: [] };

/** Looks one after the other, the last for ever, on a clock that moves by each rest. */
async function settled(looks: readonly Look[], stillMs = { busy: 15 * minuteMs, idle: minuteMs }) {
  let ms = 0;
  let looked = 0;
  const lines: string[] = [];
  const failures = await settle({
    look: async () => looks[Math.min(looked++, looks.length - 1)] as Look,
    locale: 'en',
    log: (text = '') => lines.push(text.trim()),
    stillMs,
    wait: async (restMs) => {
      ms += restMs;
    },
    now: () => ms,
  });
  return { failures, lines, ms };
}

describe('settle', () => {
  it('ends when queues are empty and all is as it should be', async () => {
    expect((await settled([{ ...clear, queues: [inbox(3)] }, clear])).failures).toEqual([]);
  });

  it('waits however long, as long as something changes', async () => {
    const many = Array.from({ length: 2000 }, (_, index) => ({ ...clear, queues: [inbox(2001 - index)] }));
    const { failures, ms } = await settled([...many, clear]);

    expect(failures).toEqual([]);
    expect(ms).toBeGreaterThan(45 * minuteMs);
  });

  it('gives up what does not change any more, and lists it', async () => {
    const { failures, ms } = await settled([{ queues: [], different: ['a shoe: headline is checked, not closed'] }]);

    expect(failures).toEqual(['a shoe: headline is checked, not closed']);
    expect(ms).toBeLessThan(2 * minuteMs);
  });

  it('is more patient with queues that hold messages, which come again after a while', async () => {
    const { failures, ms } = await settled([{ ...clear, queues: [inbox(1)] }]);

    expect(failures).toEqual(['backhaul-demo-inbox: 1 messages left']);
    expect(ms).toBeGreaterThanOrEqual(15 * minuteMs);
  });

  it('waits for no dead letters, and lists them', async () => {
    const { failures, ms } = await settled([{ ...clear, queues: [dead] }]);

    expect(failures).toEqual(['backhaul-demo-inbox-dlq: 2 dead letters']);
    expect(ms).toBe(0);
  });

  it('says now and then for what it waits', async () => {
    const waiting: Look = { queues: [inbox(120), { queue: 'backhaul-demo-to-east', messages: 4 }], different: [] };
    const { lines } = await settled([...Array.from({ length: 10 }, () => waiting), clear]);

    expect(lines).toEqual(['waiting for queues: inbox 120, to-east 4']);
  });
});
