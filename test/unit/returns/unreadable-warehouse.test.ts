import { describe, expect, it } from 'vitest';
import type { NumberedAct } from '#shared/returns/acts/acts.ts';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import { unreadableWarehouse } from '#shared/returns/opening/facts.ts';
import { minute } from '../../memory/script.ts';
import { testRules } from '../../memory/test-merchant.ts';
import { caseKey, check, saidOfCase, stateOf } from './said.ts';

const opened = saidOfCase(
  0,
  { fact: 'requested' },
  { fact: 'decided', decision: 'approved', by: 'merchant' },
  { fact: 'tracking', origin: 'store', numbers: [{ number: 'PA01' }] },
);
const unreadable = saidOfCase(10, { fact: 'details', details: { warehouseId: unreadableWarehouse } });
const byPolicy = { policy: 'test-1', row: 'default-warehouse', inputs: {} };
const chosen: NumberedAct[] = [
  { n: 1, act: { act: 'choose-warehouse', warehouseId: 'east', by: byPolicy, at: minute(1) } },
];

describe('a warehouse that the store names and that cannot be read', () => {
  it('calls a person, where nobody chose one', () => {
    const { warehouse, attention } = foldCase(caseKey, [opened, unreadable], [], testRules);

    expect(warehouse).toEqual({ id: unreadableWarehouse, by: 'store' });
    expect(attention).toContain('unknown-warehouse');
  });

  it('leaves the parcel with the warehouse that a policy chose', () => {
    const { warehouse, attention } = foldCase(caseKey, [opened, unreadable], chosen, testRules);

    expect(warehouse).toEqual({ id: 'east', by: 'policy' });
    expect(attention).toEqual([]);
  });

  it('does not make the goods turn up in the wrong one', () => {
    const { notes } = foldCase(caseKey, [opened, unreadable, stateOf('PA01', check(20, 1))], [], testRules);

    expect(notes.map(({ code }) => code)).not.toContain('warehouse-differs');
  });
});
