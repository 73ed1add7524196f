import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ledger } from '#shared/calling-out/ports.ts';
import type { PreAdvice } from '#shared/returns/pre-advice/events.ts';
import { randomFrom } from '../memory/random.ts';
import {
  type CalledWarehouse,
  type CaseMoment,
  calledWarehouses,
  liveThrough,
  type Outcome,
} from './delivering-world.ts';
import type { FakeWms, WmsHabits } from './fake-wms.ts';
import { runs } from './runs.ts';

const numbers = ['PA01', 'PA02', 'PA03'] as const;

const moment: fc.Arbitrary<CaseMoment> = fc.record({
  isApproved: fc.constantFrom(true, true, true, false),
  warehouseId: fc.constantFrom('east', 'east', 'west'),
  numbers: fc.uniqueArray(fc.constantFrom(...numbers), { minLength: 1, maxLength: 3 }),
  quantity: fc.constantFrom(1, 1, 2),
});
const life = fc.array(moment, { minLength: 1, maxLength: 6 });
const habits: fc.Arbitrary<WmsHabits> = fc.record(
  {
    forgets: fc.boolean(),
    refuses: fc.constantFrom('PA03'),
    keeps: fc.constantFrom(false, false, true),
    refusesKnown: fc.boolean(),
  },
  { requiredKeys: ['forgets', 'keeps', 'refusesKnown'] },
);

/** What a warehouse has to expect at the end, by the rule of the procedure. */
function expectedAt(
  place: CalledWarehouse,
  { isApproved, warehouseId, numbers: sent, quantity }: CaseMoment,
): string[] {
  const sku = place === 'east' ? 'E-1' : 'S1';
  return isApproved && warehouseId === place
    ? sent.map((number, index) => JSON.stringify([number, index === 0 ? [{ sku, quantity }] : []]))
    : [];
}

function shapeOf({ trackingNumber, lines }: PreAdvice): string {
  return JSON.stringify([trackingNumber, lines]);
}

function faultsAt(place: CalledWarehouse, outcome: Outcome, last: CaseMoment, habit: WmsHabits): string[] {
  const { refuses } = habit;
  const wms = outcome.wms[place];
  const expected = expectedAt(place, last).filter((shape) => !refuses || !shape.includes(refuses));
  const live = wms.live();
  const free = live.filter(([code]) => !wms.kept.has(code)).map(([, advice]) => shapeOf(advice));
  const differs = JSON.stringify(free.toSorted()) !== JSON.stringify(expected.toSorted());
  return [
    ...(differs ? [`${place} expects ${free.join(' ')}, the record ${expected.join(' ')}`] : []),
    ...numbers.flatMap((number) => lastWordFaults(wms, number, expected)),
    ...answerFaults(wms, outcome, habit),
    ...openOrders(outcome.ledgers[place]),
    ...exceptions(place, outcome),
  ].map((fault) => `${place}: ${fault}`);
}

function lastWordFaults(wms: FakeWms, number: string, expected: readonly string[]): string[] {
  const last = wms.lastHeard(number);
  const isExpected = expected.some((shape) => shape.includes(number));
  const [verb, code = ''] = last?.split(' ') ?? ['cancel'];
  const isTrue = isExpected ? verb === 'create' : verb === 'cancel' || wms.kept.has(code);
  return isTrue ? [] : [`the last word on ${number} was ${last}`];
}

/** Every order that was taken was answered to the record, and so was every one that was taken back. */
function answerFaults(wms: FakeWms, { answers }: Outcome, { refusesKnown }: WmsHabits): string[] {
  const said = new Set(answers.map(({ callId }) => callId));
  const live = new Set(wms.live().map(([code]) => code));
  return [...wms.taken].flatMap(([code, { announcementId }]) => {
    const isRefused = refusesKnown && said.has(`${announcementId}/create/refused`);
    const owed = [
      ...(isRefused ? [] : [`${announcementId}/create/accepted`]),
      ...(live.has(code) ? [] : [`${announcementId}/cancel/accepted`]),
      ...(wms.kept.has(code) ? [`${announcementId}/cancel/refused`] : []),
    ];
    return owed.filter((callId) => !said.has(callId)).map((callId) => `the record never heard ${callId}`);
  });
}

/** Once all is quiet nobody wonders any more what was done. */
function openOrders({ orders }: Ledger): string[] {
  return Object.entries(orders)
    .filter(([, { state }]) => state === 'creating' || state === 'cancelling')
    .map(([id, { state }]) => `${id} is ${state} for good`);
}

/** That a warehouse does not answer is taken back once it did. The same answer told twice counts as it was told first. */
function exceptions(place: CalledWarehouse, { answers }: Outcome): string[] {
  const heard = new Map(answers.toReversed().map((each) => [each.callId, each]));
  const last = [...heard.values()]
    .flatMap(({ facts }) => facts)
    .filter((fact) => fact.fact === 'warehouse-status' && fact.warehouseId === place)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1);
  return last?.fact === 'warehouse-status' && last.status === 'exception' ? ['it stays an exception for good'] : [];
}

/** Ids of answers that say both yes and no, but for those of a WMS that does so itself. */
function contradictions({ answers }: Outcome, { refusesKnown }: WmsHabits): string[] {
  const ids = new Set(answers.map(({ callId }) => callId));
  return [...ids]
    .filter((callId) => callId.endsWith('/accepted') && ids.has(callId.replace(/accepted$/, 'refused')))
    .filter((callId) => !refusesKnown || !callId.endsWith('/create/accepted'));
}

async function expectTruth(
  moments: readonly CaseMoment[],
  options: Parameters<typeof liveThrough>[1],
  seed: number,
): Promise<Outcome> {
  const outcome = await liveThrough(moments, options, randomFrom(seed));
  const last = moments.at(-1) as CaseMoment;

  expect(outcome.dead).toEqual([]);
  expect(outcome.faults).toEqual([]);
  expect(calledWarehouses.flatMap((place) => faultsAt(place, outcome, last, options.habits))).toEqual([]);
  expect(contradictions(outcome, options.habits)).toEqual([]);
  return outcome;
}

describe('createDelivering', () => {
  it('ends with each warehouse expecting what the record says, whoever is killed and whatever a WMS leaves open', async () => {
    await fc.assert(
      fc.asyncProperty(life, habits, fc.nat(), async (moments, habit, seed) => {
        const random = randomFrom(seed);
        const options = { habits: habit, mostWorkers: 1 + random(3), kills: random(5), troubles: random(7) };
        await expectTruth(moments, options, seed);
      }),
      runs(1000),
    );
  });

  it('says each thing once when nobody is killed and every call is answered', async () => {
    await fc.assert(
      fc.asyncProperty(life, habits, fc.nat(), async (moments, habit, seed) => {
        const calm = { habits: habit, mostWorkers: 3, kills: 0, troubles: 0, isCalm: true };
        const outcome = await expectTruth(moments, calm, seed);

        const times = calledWarehouses.flatMap((place) => [...outcome.wms[place].times]);
        expect(times.filter(([, count]) => count !== 1)).toEqual([]);
      }),
      runs(300),
    );
  });
});
