import { describe, expect, it } from 'vitest';
import type { CaseRules } from '#shared/returns/case/case.ts';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import type { CaseDetails } from '#shared/returns/opening/facts.ts';
import { minute } from '../../memory/script.ts';
import { testRules } from '../../memory/test-merchant.ts';
import { caseKey, createNarrator, folded, only, receipt, saidOfCase, stateOf, statesOf, typesOf } from './said.ts';

const wholeDetails: CaseDetails = {
  warehouseId: 'strict',
  orderId: 'O1',
  outboundOrderId: 'X1',
  lines: [{ lineId: '1', sku: 'S1', quantity: 2 }],
};
const without = (left: keyof CaseDetails): CaseDetails =>
  Object.fromEntries(Object.entries(wholeDetails).filter(([field]) => field !== left));

/** An approved return to the warehouse that takes only whole announcements. */
const opened = (numbers: readonly { number: string; carrier?: string }[], fields: CaseDetails = wholeDetails) =>
  saidOfCase(
    0,
    { fact: 'requested' },
    { fact: 'details', details: fields },
    { fact: 'decided', decision: 'approved', by: 'merchant' },
    { fact: 'tracking', origin: 'store', numbers },
  );
const bySf = { number: 'PA01', carrier: 'sf' };
const whole = opened([bySf]);
const details = (minutes: number, fields: CaseDetails) => saidOfCase(minutes, { fact: 'details', details: fields });
const heldIn = (...observations: readonly CaseObservation[]) =>
  folded(...observations)
    .notes.filter(({ code }) => code === 'pre-advice-held')
    .map(({ detail }) => detail);

describe('a pre-advice that lacks something', () => {
  it('is announced when it lacks nothing', () => {
    const advice = only(createNarrator().hear(whole), 'Return Tracking Assigned');

    expect(advice).toMatchObject({ carrier: 'SF', outboundOrderId: 'X1', lines: [{ sku: 'Q-1', quantity: 2 }] });
    expect(heldIn(whole)).toEqual([]);
  });

  it.each<[string, CaseObservation, string]>([
    ['no carrier', opened([{ number: 'PA01' }]), 'PA01 carrier'],
    ['a carrier for which the warehouse has no code', opened([{ number: 'PA01', carrier: 'yto' }]), 'PA01 carrier'],
    [
      'a SKU that the map of the warehouse forgot',
      opened([bySf], { ...wholeDetails, lines: [{ lineId: '1', sku: 'S9', quantity: 1 }] }),
      'PA01 sku S9',
    ],
  ])('is held with %s, and calls a person', (_what, observation, detail) => {
    const changes = createNarrator().hear(observation);

    expect(typesOf(changes, 'Return Tracking')).toEqual([]);
    expect(only(changes, 'Case Needs Attention').reasons).toEqual(['pre-advice-held']);
    expect(heldIn(observation)).toEqual([detail]);
  });

  it('is held without the outbound order, and announced as soon as that is known', () => {
    const { hear } = createNarrator();
    const lacking = opened([bySf], without('outboundOrderId'));

    expect(typesOf(hear(lacking), 'Return Tracking')).toEqual([]);
    expect(heldIn(lacking)).toEqual(['PA01 outboundOrderId']);
    expect(only(hear(lacking, details(5, { outboundOrderId: 'X2' })), 'Return Tracking Assigned')).toMatchObject({
      outboundOrderId: 'X2',
    });
  });

  it('is held for each later parcel, whose share of the goods nobody knows', () => {
    const two = opened([bySf, { number: 'PA02', carrier: 'sf' }]);

    expect(only(createNarrator().hear(two), 'Return Tracking Assigned').trackingNumber).toBe('PA01');
    expect(heldIn(two)).toEqual(['PA02 lines']);
  });

  it('is held no more when the case is closed', () => {
    expect(heldIn(opened([{ number: 'PA01' }]), saidOfCase(9, { fact: 'closed' }))).toEqual([]);
  });

  it('is held no more when the goods came', () => {
    const came = stateOf('PA01', { ...receipt(60, 2), warehouseId: 'strict' });

    expect(heldIn(opened([{ number: 'PA01' }]), came)).toEqual([]);
  });

  it('is withdrawn when it was announced whole before', () => {
    const { hear } = createNarrator();
    hear(whole);
    const unmapped = details(5, { lines: [{ lineId: '1', sku: 'S9', quantity: 1 }] });

    expect(typesOf(hear(whole, unmapped), 'Return Tracking')).toEqual(['Return Tracking Withdrawn']);
  });

  it('is never held at a warehouse that takes what there is', () => {
    const east = opened([{ number: 'PA01' }], { ...wholeDetails, warehouseId: 'east' });

    expect(heldIn(east)).toEqual([]);
    expect(typesOf(createNarrator().hear(east), 'Return Tracking')).toEqual(['Return Tracking Assigned']);
  });

  it.each([
    ['the order, where the warehouse knows that', 'orderId', { outboundOrder: 'order' }, {}, 'PA01 orderId'],
    ['the owner, where nobody configured one', 'orderId', {}, { ownerCode: '' }, 'PA01 ownerCode'],
  ] as const)('is held without %s', (_what, left, needs, fields, detail) => {
    const strict = testRules.warehouses.strict!;
    const rules: CaseRules = {
      ...testRules,
      warehouses: { strict: { ...strict, ...fields, requires: { ...strict.requires, ...needs } } },
    };
    const observation = opened([bySf], without(left));

    expect(foldCase(caseKey, [observation], [], rules).notes).toEqual([{ code: 'pre-advice-held', detail }]);
  });
});

describe('the carrier of a parcel', () => {
  const corrected = stateOf('PA01', {
    fact: 'route',
    at: '2026-03-01T01:00:00.000Z' as never,
    moves: [],
    carrier: 'sf',
    corrects: 'yto',
  });
  const buyerSays = opened([{ number: 'PA01', carrier: 'yto' }], { ...wholeDetails, warehouseId: 'east' });

  it('is what a feed found, over what the case states, and the parcel is announced again with it', () => {
    const { hear } = createNarrator();

    expect(only(hear(buyerSays), 'Return Tracking Assigned').carrier).toBe('yto');
    expect(only(hear(buyerSays, corrected), 'Return Tracking Replaced').carrier).toBe('SF');
  });

  it('stays what the case states when a carrier only speaks of a move', () => {
    const moved = stateOf('PA01', {
      fact: 'moved',
      stage: 'in-transit',
      at: '2026-03-01T01:00:00.000Z' as never,
      carrier: 'sf',
    });

    expect(folded(buyerSays, moved).parcels[0]).toMatchObject({ carrier: 'yto', statedCarrier: 'yto' });
  });

  it('lets a held pre-advice go once a feed finds a carrier that the warehouse knows', () => {
    const held = opened([{ number: 'PA01', carrier: 'yto' }]);
    const { hear } = createNarrator();
    hear(held);

    expect(only(hear(held, corrected), 'Return Tracking Assigned').carrier).toBe('SF');
  });

  const foundWith = (carrier: string) =>
    stateOf('PA01', {
      fact: 'route',
      at: minute(60),
      moves: [{ stage: 'picked-up', at: minute(60) }],
      carrier,
    });
  const notesIn = (...observations: readonly CaseObservation[]) =>
    folded(...observations).notes.map(({ code, detail }) => `${code} ${detail}`);

  it('stays the stated one where the warehouse has no code for what a feed found: its order is not cancelled', () => {
    const { hear } = createNarrator();
    hear(whole);
    const changes = hear(whole, foundWith('jt'));

    expect(typesOf(changes, 'Return Tracking')).toEqual([]);
    expect(only(changes, 'Case Needs Attention').reasons).toEqual(['carrier-unmapped']);
    expect(notesIn(whole, foundWith('jt'))).toEqual(['carrier-unmapped PA01 jt']);
  });

  it('is held with neither a stated nor a found one that the warehouse knows', () => {
    expect(notesIn(opened([{ number: 'PA01' }]), foundWith('jt'))).toEqual([
      'carrier-unmapped PA01 jt',
      'pre-advice-held PA01 carrier',
    ]);
  });

  it('is what a feed found at a warehouse that takes any', () => {
    const { hear } = createNarrator();
    hear(buyerSays);

    expect(only(hear(buyerSays, foundWith('jt')), 'Return Tracking Replaced').carrier).toBe('jt');
    expect(notesIn(buyerSays, foundWith('jt'))).toEqual([]);
  });

  it('calls nobody any more once the goods came or the case is closed', () => {
    const came = statesOf(2, 'PA01', [{ ...receipt(70, 2), warehouseId: 'strict' }]);

    expect(notesIn(whole, foundWith('jt'), came)).toEqual([]);
    expect(notesIn(whole, foundWith('jt'), saidOfCase(90, { fact: 'closed' }))).toEqual([]);
  });
});
