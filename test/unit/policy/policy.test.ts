import { describe, expect, it } from 'vitest';
import { caseRulesOf } from '#shared/policy/case-rules.ts';
import { demoPolicy } from '#shared/policy/demo-policy.ts';
import { policySchema } from '#shared/policy/policy.ts';
import { proposeActs } from '#shared/policy/propose-acts.ts';
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
    ]);
    expect(Object.keys(warehouses.east?.address ?? {})).toEqual(['country', 'region', 'city', 'line']);
  });
});

describe('policySchema', () => {
  it('accepts the bundled policy', () => {
    expect(policySchema.parse(demoPolicy)).toEqual(demoPolicy);
  });

  it.each([
    ['an unknown field', { ...demoPolicy, extra: 1 }],
    ['a kind of deadline that is missing', { ...demoPolicy, deadlines: { refund: demoPolicy.deadlines.refund } }],
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
