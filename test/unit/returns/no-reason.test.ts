import { describe, expect, it } from 'vitest';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import type { CaseLine } from '#shared/returns/opening/facts.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { testRules } from '../../memory/test-merchant.ts';
import { caseKey } from './said.ts';

/* B7: nobody was told of a return that was asked for too late. */

describe('a return without a reason', () => {
  /** Asked for on a day of March at an hour of Shanghai, signed for on the first at noon. */
  const shanghai = (day: number, hour: number) => new Date(Date.UTC(2026, 2, day, hour - 8)).toISOString() as Instant;
  const line = (fields: Partial<CaseLine> = {}): CaseLine => ({ lineId: '1', sku: 'S1', quantity: 1, ...fields });
  const codesOf = (
    openedAt: Instant,
    { noReason = testRules.noReason, timeZone = testRules.timeZone, ...fields }: Record<string, unknown> = {},
  ) => {
    const details = {
      kind: 'return',
      reason: { code: 'changed-mind' },
      deliveredAt: shanghai(1, 12),
      lines: [line()],
      ...fields,
    };
    const known = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
    const facts = [
      { fact: 'requested', at: openedAt },
      { fact: 'details', at: openedAt, details: known },
    ];
    const said = { id: 'o1', from: 'test/shop-a', receivedAt: openedAt, facts } as CaseObservation;
    return foldCase(caseKey, [said], [], { ...testRules, noReason, timeZone } as never).notes.map(
      ({ code, detail }) => `${code} ${detail}`,
    );
  };
  const outside = ['outside-no-reason-window 1'];

  it('B7: is outside the window on the eighth day after signing, counted at the application, by the merchant’s days', () => {
    expect(codesOf(shanghai(8, 23))).toEqual([]);
    expect(codesOf(shanghai(9, 0))).toEqual(outside);
    expect(codesOf(shanghai(12, 9))).toEqual(outside);
    expect(codesOf(shanghai(9, 0), { timeZone: 'UTC' })).toEqual([]);
  });

  it('B7: goes by the item’s own days first, then by its category, then by the shop’s promise', () => {
    const noReason = { days: 15, exemptCategories: ['underwear'] };

    expect(codesOf(shanghai(12, 9), { lines: [line({ noReasonDays: 15 })] })).toEqual([]);
    expect(codesOf(shanghai(2, 9), { lines: [line({ noReasonDays: 0 })] })).toEqual(outside);
    expect(codesOf(shanghai(2, 9), { lines: [line({ category: 'underwear' })], noReason })).toEqual(outside);
    expect(codesOf(shanghai(2, 9), { lines: [line({ category: 'underwear', noReasonDays: 7 })], noReason })).toEqual(
      [],
    );
    expect(codesOf(shanghai(12, 9), { noReason })).toEqual([]);
    expect(codesOf(shanghai(17, 9), { noReason, lines: [] })).toEqual(['outside-no-reason-window case']);
  });

  it('B7: names the lines that are outside', () => {
    const lines = [line({ lineId: '3', noReasonDays: 0 }), line(), line({ lineId: '2', noReasonDays: 0 })];

    expect(codesOf(shanghai(2, 9), { lines })).toEqual(['outside-no-reason-window 2, 3']);
  });

  it('is not spoken of where there is a reason, another kind of case, or no signing', () => {
    expect(codesOf(shanghai(12, 9), { reason: { code: 'quality-defect' } })).toEqual([]);
    expect(codesOf(shanghai(12, 9), { kind: 'exchange' })).toEqual([]);
    expect(codesOf(shanghai(12, 9), { deliveredAt: undefined })).toEqual([]);
  });
});
