import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoPolicy } from '#shared/policy/demo-policy.ts';
import type { Policy } from '#shared/policy/policy.ts';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import { type DeadlineRules, deadlineKinds } from '#shared/returns/deadlines/kinds.ts';
import type { ParcelFact } from '#shared/returns/parcel/facts.ts';
import { instantOf, millisOf } from '#shared/returns/record/instant.ts';
import type { Delivery, Saying } from '#shared/sources/source.ts';
import { asOf, type ClockWorld, createClockWorld } from '../memory/clock-world.ts';
import { plainDelivery } from '../memory/plain-observer.ts';
import { type Random, randomFrom } from '../memory/random.ts';
import { runs } from './runs.ts';

const begin = Date.UTC(2026, 2, 1);
const caseKeys = ['test:a:C1', 'test:a:C2'];
const minutes = (count: number) => count * 60_000;
const end = begin + minutes(60 * 90);

/** Random kinds of deadlines: short and long, with reminders and escalations minutes or hours apart. */
function policyFrom(random: Random): Policy {
  const rule = () => ({
    dueAfterMinutes: 1 + random(random(2) === 0 ? 120 : 1200),
    remindBeforeMinutes: 1 + random(random(2) === 0 ? 90 : 600),
    escalateEveryMinutes: 1 + random(300),
    escalations: random(4),
  });
  return {
    ...demoPolicy,
    deadlines: Object.fromEntries(deadlineKinds.map((kind) => [kind, rule()])) as DeadlineRules,
  };
}

/** What is heard of one case: opened, received, perhaps checked, put into stock, its platform's deadline moved about, refunded, closed. */
function lifeOf(caseKey: string, number: string, random: Random): Delivery[] {
  let time = begin + random(minutes(300));
  let count = 0;
  const tell = (saying: (at: ReturnType<typeof instantOf>) => Saying): Delivery => {
    time += 1 + random(minutes(random(3) === 0 ? 900 : 90));
    count += 1;
    const at = instantOf(time);
    return plainDelivery({ id: `${caseKey}/${count}`, channel: 'shop-a', receivedAt: at }, [saying(at)]);
  };
  const shop = (...facts: readonly object[]) =>
    tell((at) => ({ about: 'case', ref: { caseKey }, facts: facts.map((fact) => ({ ...fact, at }) as CaseFact) }));
  const warehouse = (fact: object) =>
    tell((at) => ({ about: 'parcel', number, facts: [{ ...fact, at } as ParcelFact] }));
  const goods = { sku: 'S1', quantity: 1 };
  const move = () =>
    shop({
      fact: 'platform-deadline',
      kind: 'refund',
      ...(random(5) > 0 && { due: instantOf(time + random(minutes(1500))) }),
    });
  const lines = [{ lineId: '1', ...goods, unitPrice: { amount: 500, currency: 'CNY' } }];
  const steps = [
    () =>
      shop(
        { fact: 'requested' },
        { fact: 'details', details: { kind: 'return', orderId: 'O1', warehouseId: 'east', lines } },
        { fact: 'decided', decision: 'approved', by: 'merchant' },
        { fact: 'tracking', origin: 'store', numbers: [{ number }] },
      ),
    move,
    () => warehouse({ fact: 'received', receiptId: 'R1', warehouseId: 'east', lines: [goods] }),
    move,
    () =>
      warehouse({
        fact: 'inspected',
        inspectionId: 'I1',
        warehouseId: 'east',
        lines: [{ ...goods, result: 'passed' }],
      }),
    () =>
      warehouse({
        fact: 'stocked-in',
        stockInId: 'K1',
        warehouseId: 'east',
        lines: [{ ...goods, condition: 'sellable' }],
      }),
    move,
    () =>
      shop({
        fact: 'refund',
        refundId: 'F1',
        kind: 'goods-refund',
        amount: { amount: 500, currency: 'CNY' },
        outcome: 'done',
        by: 'merchant',
      }),
    () => shop({ fact: 'closed' }),
  ];
  const [first, ...rest] = steps.map((step, place) => (place === 0 || random(4) > 0 ? step() : undefined));
  return [first, ...rest].filter((each) => each !== undefined);
}

/** Spans of up to an hour in which no sweep runs, an hour and more apart. */
function lossesFrom(random: Random): (at: number) => boolean {
  const spans: { from: number; until: number }[] = [];
  for (let from = begin + random(minutes(600)); from < end; from += minutes(120 + random(600))) {
    spans.push({ from, until: from + minutes(1 + random(60)) });
  }
  return (at) => spans.some(({ from, until }) => at >= from && at < until);
}

/** When each tick comes where every deadline that opens or moves starts an execution that waits, looks, tells, and goes on to its end. */
function ticksByExecutions({ told, versions }: ClockWorld): Map<string, number> {
  const ticks = new Map<string, number>();
  for (const { at: openedAt, change } of told) {
    if (change.type !== 'Deadline Opened' && change.type !== 'Deadline Moved') {
      continue;
    }
    const caseKey = change.record.replace('CASE#', '');
    const { deadlineId, remindAt, dueAt, escalateEverySeconds, escalations } = change.data;
    const isOpen = (time: number) => {
      const deadline = asOf(versions, caseKey, time)?.deadlines[deadlineId];
      return deadline !== undefined && !deadline.metAt;
    };
    let time = openedAt;
    const strike = (name: string, at: number): boolean => {
      time = Math.max(time, at);
      if (time > end || !isOpen(time)) {
        return false;
      }
      const key = `${caseKey} ${deadlineId}/${name}`;
      ticks.set(key, Math.min(time, ticks.get(key) ?? time));
      return true;
    };
    let goesOn = strike('reminder/0', millisOf(remindAt)) && strike('due/0', millisOf(dueAt));
    for (let count = 1; goesOn && count <= escalations; count += 1) {
      goesOn = strike(`escalation/${count}`, time + escalateEverySeconds * 1000);
    }
  }
  return ticks;
}

/** A queue counts its delays in whole seconds, and each escalation waits for the one before. */
const mostLateMs = 5_000;

describe('strikes', () => {
  it('tick when an execution for each deadline would, though sweeps are lost for up to an hour', async () => {
    const seen = { ticks: 0, started: 0 };
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const random = randomFrom(seed);
        const isSweepLost = lossesFrom(random);
        const indexLagMs = random(minutes(3));
        const world = createClockWorld({
          begin,
          caseKeys,
          policy: policyFrom(random),
          random,
          isSweepLost,
          indexLagMs,
        });
        for (const delivery of caseKeys.flatMap((caseKey, index) => lifeOf(caseKey, `PA0${index}`, random))) {
          world.deliver(delivery);
        }
        await world.run(end + mostLateMs);

        const expected = ticksByExecutions(world);
        const actual = world.ticks;
        const wrong = [...new Set([...expected.keys(), ...actual.keys()])].flatMap((key) => {
          const [should, does] = [expected.get(key), actual.get(key)];
          const isRight = should !== undefined && does !== undefined && does >= should && does - should <= mostLateMs;
          return isRight ? [] : [`${key}: ${timeOf(does)} for ${timeOf(should)}`];
        });
        expect(wrong).toEqual([]);
        expect(world.late).toBe(0);
        seen.ticks += actual.size;
        seen.started += world.started;
      }),
      runs(140),
    );

    const { numRuns } = runs(140);
    expect(seen.ticks).toBeGreaterThan(5 * numRuns);
    expect(seen.started).toBeGreaterThan(numRuns);
  });
});

function timeOf(millis: number | undefined): string {
  return millis === undefined ? 'never' : instantOf(millis);
}
