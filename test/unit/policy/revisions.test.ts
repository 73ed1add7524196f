import { describe, expect, it } from 'vitest';
import { demoPolicy } from '#shared/policy/demo-policy.ts';
import { inForceAt, policyReadingOf, readRevisions, statedRevisions } from '#shared/policy/revisions.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { testMerchant } from '../../memory/test-merchant.ts';

const reading = policyReadingOf(testMerchant);
const item = { pk: 'POLICY', sk: 'REVISION#x', revision: 'r-1', effectiveAt: '2026-03-01T08:00:00.000Z', policy: {} };
const at = (text: string) => text as Instant;

describe('readRevisions', () => {
  it.each<[string, object, string]>([
    ['a text for a list of caps', { policy: { caps: '13800000000' } }, 'mend caps: must be an object'],
    [
      'a fraction of a fen',
      { policy: { caps: { compensation: 0.5, returnFreight: 1 } } },
      'mend caps.compensation: must be a whole number',
    ],
    [
      'a kind of deadline that there is not',
      { policy: { deadlines: { ...demoPolicy.deadlines, refnd: demoPolicy.deadlines.refund } } },
      'mend deadlines: Unrecognized key: "refnd"',
    ],
    [
      'fields beside policy, in place of within',
      { policy: undefined, caps: demoPolicy.caps },
      'mend policy: is missing; it must be an object',
    ],
    [
      'a time without its zone',
      { effectiveAt: '2026-03-01 08:00' },
      'mend effectiveAt: must be a UTC instant, such as',
    ],
    ['no time', { effectiveAt: undefined }, 'mend effectiveAt: is missing; it must be a text'],
  ])('says of %s which field is wrong, what was expected and what to do, and quotes nothing', (_what, change, told) => {
    const { valid, wrong } = readRevisions([{ ...item, ...change }], reading);

    expect(valid).toEqual([]);
    expect(wrong).toEqual([{ revision: 'r-1', fault: expect.objectContaining({ code: 'policy-not-valid' }) }]);
    expect(wrong[0]?.fault.advice).toContain(told);
    expect(wrong[0]?.fault.advice).toMatch(/Store a right one, and remove the wrong one$/);
    expect(wrong[0]?.fault.advice).not.toMatch(/13800000000|\n/);
  });

  it('names one without a revision by its sort key', () => {
    const { wrong } = readRevisions([{ ...item, revision: undefined }], reading);

    expect(wrong).toEqual([{ revision: 'REVISION#x', fault: expect.anything() }]);
  });

  it('says how many more fields are wrong after three', () => {
    const { wrong } = readRevisions(
      [{ ...item, policy: { a: 1, caps: { compensation: 'x', returnFreight: 'x' }, defaultWarehouse: '' } }],
      reading,
    );

    expect(wrong[0]?.fault.advice).toContain('; 1 more. Store');
  });

  it('puts them in the order of their times, whatever their sort keys are, and takes a day for its begin', () => {
    const { valid } = readRevisions(
      [
        { ...item, effectiveAt: '2026-03-01T16:00:00+08:00' },
        { ...item, revision: 'r-0', effectiveAt: '2026-03-01' },
      ],
      reading,
    );

    expect(valid.map(({ revision, effectiveAt }) => [revision, effectiveAt])).toEqual([
      ['r-0', '2026-03-01T00:00:00.000Z'],
      ['r-1', '2026-03-01T08:00:00.000Z'],
    ]);
  });
});

describe('inForceAt', () => {
  it('C4: has a policy of before hold for the cases of its time, though its warehouse was taken out of the file', () => {
    const caps = { compensation: 700, returnFreight: 70 };
    const revisions = readRevisions(
      [
        { ...item, effectiveAt: '2025-01-01', policy: { caps, defaultWarehouse: 'gone' } },
        { ...item, revision: 'r-2', effectiveAt: '2026-01-01', policy: { defaultWarehouse: 'west' } },
      ],
      reading,
    );

    expect(revisions.wrong).toEqual([]);
    expect(inForceAt(revisions, at('2025-06-01T00:00:00.000Z'))).toMatchObject({
      revision: 'r-1',
      caps,
      defaultWarehouse: 'east',
    });
    expect(inForceAt(revisions, at('2026-06-01T00:00:00.000Z')).defaultWarehouse).toBe('west');
  });
});

describe('statedRevisions', () => {
  it('says which is in force, which was and which will be', () => {
    const hours = ['08', '09', '10'].map((hour) => ({
      ...item,
      revision: hour,
      effectiveAt: `2026-03-01T${hour}:00:00.000Z`,
    }));
    const stated = statedRevisions(readRevisions(hours, reading), at('2026-03-01T09:30:00.000Z'));

    expect(stated.map(({ revision, state }) => [revision, state])).toEqual([
      ['08', 'over'],
      ['09', 'in-force'],
      ['10', 'later'],
    ]);
  });
});
