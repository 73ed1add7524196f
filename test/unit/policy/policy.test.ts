import { describe, expect, it } from 'vitest';
import { parsePolicy } from '#shared/policy/bundled-policy.ts';
import { caseRulesOf } from '#shared/policy/case-rules.ts';
import { demoPolicy } from '#shared/policy/demo-policy.ts';
import { parcelRulesOf } from '#shared/policy/parcel-rules.ts';
import { policySchema } from '#shared/policy/policy.ts';
import { proposeActs } from '#shared/policy/propose-acts.ts';
import { deadlineKinds } from '#shared/returns/deadlines/kinds.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { minute } from '../../memory/script.ts';
import { testMerchant } from '../../memory/test-merchant.ts';
import { folded, saidOfCase } from '../returns/said.ts';

const approved = saidOfCase(0, { fact: 'decided', decision: 'approved', by: 'merchant' });

describe('proposeActs', () => {
  it('chooses the default warehouse of an approved case that has none', () => {
    expect(proposeActs(folded(approved), demoPolicy, minute(5))).toEqual([
      {
        act: 'choose-warehouse',
        warehouseId: 'east',
        by: { policy: 'demo-1', row: 'default-warehouse', inputs: { decision: 'approved' } },
        at: minute(5),
      },
    ]);
  });

  it('proposes nothing before the case is approved, nor where the store said which', () => {
    const stated = saidOfCase(0, { fact: 'details', details: { warehouseId: 'west' } });

    expect(proposeActs(folded(saidOfCase(0, { fact: 'requested' })), demoPolicy, minute(5))).toEqual([]);
    expect(proposeActs(folded(approved, stated), demoPolicy, minute(5))).toEqual([]);
  });
});

describe('caseRulesOf', () => {
  it('has Backhaul announce only where the merchant’s file says so, and keeps a contact’s name and phone out', () => {
    const { warehouses } = caseRulesOf(demoPolicy, testMerchant);

    expect(Object.entries(warehouses).map(([id, rules]) => [id, rules.announce])).toEqual([
      ['east', true],
      ['west', true],
      ['erp', false],
      ['strict', true],
    ]);
    expect(Object.keys(warehouses.east?.address ?? {})).toEqual(['country', 'region', 'city', 'line']);
  });
});

describe('caseRulesOf, of money and days', () => {
  it('has the merchant’s currency for the caps, and the merchant’s calendar', () => {
    const { caps, timeZone, noReason } = caseRulesOf(demoPolicy, testMerchant);

    expect(caps).toEqual({ ...demoPolicy.caps, currency: 'CNY' });
    expect({ timeZone, noReason }).toEqual({ timeZone: 'Asia/Shanghai', noReason: demoPolicy.noReason });
  });
});

describe('what a pre-advice needs', () => {
  const needsOf = (id: string, fields: object = {}) => {
    const warehouses = testMerchant.warehouses.map((each) => (each.id === id ? { ...each, ...fields } : each));
    return caseRulesOf(demoPolicy, { ...testMerchant, warehouses }).warehouses[id]?.requires;
  };

  it('is nothing in particular where a queue is read, or a WMS is called by plain HTTP', () => {
    const nothing = { outboundOrder: 'no', carrier: false, mappedSku: false, ownerCode: false, lines: false };

    expect([needsOf('east'), needsOf('east', { connector: 'http' })]).toEqual([nothing, nothing]);
  });

  it('is all that a Qimen order cannot go without', () => {
    expect(needsOf('strict')).toEqual({
      outboundOrder: 'outbound-order',
      carrier: true,
      mappedSku: true,
      ownerCode: true,
      lines: true,
    });
  });

  it('is the order that the WMS knows, and no map of SKUs where the codes are the same', () => {
    const [strict] = testMerchant.warehouses.filter(({ id }) => id === 'strict');

    expect(needsOf('strict', { qimen: { ...strict?.qimen, preDeliveryOrderCode: 'order' } })?.outboundOrder).toBe(
      'order',
    );
    expect(needsOf('strict', { skuMap: {} })?.mappedSku).toBe(false);
  });
});

describe('parcelRulesOf', () => {
  const { channels, timeZone } = testMerchant;
  const feed = channels.find(({ source }) => source === 'kuaidi100')!;
  const others = channels.filter((channel) => channel !== feed);
  const { api: _api, ...mute } = feed;

  it('has numbers followed where a carrier feed can be asked', () => {
    const teams = [{ id: 'day', oidcGroup: 'day-team', shops: ['standard:main'], grades: [], targets: {} }];

    expect(parcelRulesOf(demoPolicy, { channels, teams, timeZone })).toEqual({
      follow: true,
      pauseAfterAbortMinutes: 30,
      mostRounds: 5,
      deadlines: demoPolicy.deadlines,
      calendars: [{ from: instantOf(0), calendar: demoPolicy.calendar }],
      timeZone,
      teams: { day: { group: 'day-team', shops: ['standard:main'] } },
    });
  });

  it.each([
    ['there is none', others],
    ['it cannot be called', [...others, mute]],
    ['it is no carrier', [...others, { ...feed, role: 'help-desk' as const }]],
  ])('has none followed where %s', (_what, some) => {
    expect(parcelRulesOf(demoPolicy, { channels: some, teams: [], timeZone }).follow).toBe(false);
  });
});

describe('parsePolicy', () => {
  it('C4: leaves out a warehouse that has gone, tells the admin what to store, and keeps the rest', () => {
    const { policy, fault } = parsePolicy({ ...demoPolicy, revision: 'r-1', defaultWarehouse: 'gone' }, testMerchant);

    expect(policy).toEqual({ ...demoPolicy, revision: 'r-1', defaultWarehouse: 'east' });
    expect(fault).toMatchObject({
      code: 'warehouse-gone',
      advice: expect.stringContaining('one of: east, west, erp, strict'),
    });
  });

  it('has nothing to say of one whose warehouse is there', () => {
    expect(parsePolicy({ ...demoPolicy, defaultWarehouse: 'west' }, testMerchant)).toEqual({
      policy: { ...demoPolicy, defaultWarehouse: 'west' },
    });
  });
});

describe('policySchema', () => {
  it.each(deadlineKinds)('gives a policy that was stored before there was the kind %s its usual figures', (kind) => {
    const { [kind]: usual, ...others } = demoPolicy.deadlines;

    expect(policySchema.parse({ ...demoPolicy, deadlines: others }).deadlines[kind]).toEqual(usual);
  });

  it('gives one that was stored before they were asked for a week for the other parcels, and seven days without a reason', () => {
    const { waitForParcelsMinutes: _wait, noReason: _days, ...before } = demoPolicy;

    expect(policySchema.parse(before)).toEqual({
      ...before,
      waitForParcelsMinutes: 7 * 24 * 60,
      noReason: { days: 7, exemptCategories: [] },
    });
  });

  it('accepts the bundled policy', () => {
    expect(policySchema.parse(demoPolicy)).toEqual(demoPolicy);
  });

  it.each([
    ['an unknown field', { ...demoPolicy, extra: 1 }],
    [
      'a kind of deadline that there is not',
      { ...demoPolicy, deadlines: { ...demoPolicy.deadlines, refnd: demoPolicy.deadlines.refund } },
    ],
    ['a fraction of a fen', { ...demoPolicy, caps: { compensation: 0.5, returnFreight: 1 } }],
    [
      'a deadline of no time',
      {
        ...demoPolicy,
        deadlines: { ...demoPolicy.deadlines, refund: { ...demoPolicy.deadlines.refund, dueAfterMinutes: 0 } },
      },
    ],
  ])('refuses %s', (_what, policy) => {
    expect(policySchema.safeParse(policy).success).toBe(false);
  });
});
