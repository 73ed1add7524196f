import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeMessage } from '#shared/messages/encode-message.ts';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import { demoPolicy } from '#shared/policy/demo-policy.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { millisOf } from '#shared/returns/record/instant.ts';
import { readMerchant } from '../../infra/merchant.ts';
import { synthesize } from '../infra/synthesize.ts';
import { approved, createSenders, sentIn, twoShoes } from '../memory/lives.ts';
import { createLoadedStack, type LoadedStack } from '../memory/loaded-stack.ts';
import { outcomeOf } from '../memory/outcome.ts';
import { queueSettingsOf } from '../memory/queue-settings.ts';
import { randomFrom } from '../memory/random.ts';
import { minute } from '../memory/script.ts';
import { createSimulation, type Simulation } from '../memory/simulation.ts';
import { VirtualClock } from '../memory/virtual-clock.ts';

/*
 * `npm start` on a machine that was busy with other things: record-observations timed out again and again, what it had done by then was done
 * again, healthy messages became dead letters, and when the load went away nothing healed.
 */

const begin = millisOf(minute(0));
const second = 1000;
const callMs = 30;
/** The part of what the table can do that the usual rate takes. */
const usualLoad = 0.4;
const slowSeconds = 600;
/** No clock strikes while this goes on: strikes have tests of their own. */
const policy: Policy = {
  ...demoPolicy,
  deadlines: {
    ...demoPolicy.deadlines,
    'warehouse-acknowledges': {
      dueAfterMinutes: 900,
      remindBeforeMinutes: 30,
      escalateEveryMinutes: 60,
      escalations: 1,
    },
  },
};

/** What is heard of one return, in some minutes. */
function lifeOf(index: number): InboxMessage[] {
  const { shop, ofParcel } = createSenders(`c${index}-`);
  const [caseId, number] = [`C${index}`, `PA${index}`];
  const goods = [{ sku: 'S1', quantity: 2 }];
  return [
    shop(0, caseId, { fact: 'requested' }, twoShoes, { fact: 'details', details: { orderId: `O${index}` } }),
    shop(1, caseId, approved),
    shop(2, caseId, sentIn(number)),
    ofParcel(3, number, { fact: 'moved', stage: 'in-transit' }),
    ofParcel(4, number, { fact: 'moved', stage: 'delivered' }),
    ofParcel(5, number, { fact: 'received', receiptId: 'R1', warehouseId: 'east', lines: goods }),
    shop(6, caseId, {
      fact: 'refund',
      refundId: 'F1',
      kind: 'goods-refund',
      amount: { amount: 1000, currency: 'CNY' },
      outcome: 'done',
      by: 'merchant',
    }),
  ].map((delivery) => ({ kind: 'delivery', delivery }));
}

/** Each return's messages come shortly after one another, among those of others. */
function arrivals(lives: readonly (readonly InboxMessage[])[], every: number): { at: number; message: InboxMessage }[] {
  const apart = 5 * second;
  return lives
    .flatMap((life, index) =>
      life.map((message, step) => ({ at: begin + index * life.length * every + step * apart, message })),
    )
    .sort((a, b) => a.at - b.at);
}

async function undisturbed(messages: readonly InboxMessage[]): Promise<Simulation> {
  const simulation = createSimulation({ policy });
  simulation.post(...messages);
  await simulation.settle();
  return simulation;
}

const { returns } = synthesize(readMerchant('lanyu'));
const settings = queueSettingsOf(returns, '-inbox');

describe('overload', () => {
  let clock: VirtualClock;

  beforeAll(() => {
    vi.stubGlobal('setTimeout', (happen: () => void, ms: number) => clock.at(clock.now + ms, happen));
    vi.stubGlobal('clearTimeout', (callOff: unknown) => typeof callOff === 'function' && callOff());
  });

  beforeEach(() => {
    clock = new VirtualClock(begin);
  });

  afterAll(() => {
    vi.unstubAllGlobals();
  });

  it('heals by itself: twice the usual rate for ten minutes at a tenth of the speed, then quiet', async () => {
    const callsEach = (await undisturbed(lifeOf(0))).operations / lifeOf(0).length;
    const usualEvery = (callsEach * callMs) / usualLoad;
    const every = usualEvery / 2;
    const count = Math.floor((slowSeconds * second) / every / lifeOf(0).length);
    const lives = Array.from({ length: count }, (_, index) => lifeOf(index));
    const expected = await undisturbed(lives.flat());
    const quietFrom = begin + slowSeconds * second;
    const callMsAt = (time: number) => (time < quietFrom ? 10 * callMs : callMs);
    const stack = createLoadedStack({ clock, settings, policy, random: randomFrom(1), callMsAt });
    for (const { at, message } of arrivals(lives, every)) {
      clock.at(at, () => stack.inbox.send(encodeMessage(message).text));
    }

    await clock.run(quietFrom);
    const left = leftIn(stack);
    await clock.run(quietFrom + 12 * 3600 * second, () => leftIn(stack) === 0);

    expect(left).toBeGreaterThan(1000);
    expect({ left: leftIn(stack), dead: stack.inbox.dead.length }).toEqual({ left: 0, dead: 0 });
    expect(outcomeOf({ ...expected, table: stack.table })).toBe(outcomeOf(expected));
    const events = stack.table.stream.map(({ eventId }) => eventId);
    expect(new Set(events).size).toBe(events.length);
    // From then on the whole table is there for what is left, which is at most all that there ever was to do; what was given back last is waited for.
    const lastWait = settings.visibilityTimeout * second;
    expect(clock.now - quietFrom).toBeLessThan(1.1 * expected.operations * callMs + lastWait);
    expect(stack.inbox.killed).toBe(0);
  });

  it.each([
    [10, 900],
    [100, 300],
  ])('heals though %i messages are of one return, and each call takes %i ms for an hour', async (count, slowMs) => {
    const { shop } = createSenders('hot-');
    const messages = Array.from({ length: count }, (_, index): InboxMessage => {
      const status = { fact: 'platform-status', status: `S${index}` } as const;
      return { kind: 'delivery', delivery: shop(index, 'C1', ...(index === 0 ? [twoShoes] : [status])) };
    });
    const expected = await undisturbed(messages);
    const callMsAt = (time: number) => (time < begin + 3600 * second ? slowMs : callMs);
    const stack = createLoadedStack({ clock, settings, policy, random: randomFrom(1), callMsAt });
    for (const message of messages) {
      stack.inbox.send(encodeMessage(message).text);
    }
    await clock.run(begin + 12 * 3600 * second, () => leftIn(stack) === 0);

    expect({ left: leftIn(stack), dead: stack.inbox.dead.length }).toEqual({ left: 0, dead: 0 });
    expect(outcomeOf({ ...expected, table: stack.table })).toBe(outcomeOf(expected));
  });
});

/** Also what the stream has not carried into the inbox yet: an inbox that is empty for a moment is not the end. */
function leftIn({ inbox: { backlog }, onItsWay }: LoadedStack): number {
  return backlog.visible + backlog.hidden + onItsWay;
}
