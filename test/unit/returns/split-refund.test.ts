import { describe, expect, it } from 'vitest';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import type { Told } from '#shared/returns/record/change.ts';
import { createNarrator, refund, saidOfCase } from './said.ts';

const key = 'refund/F1/done';
const opened = saidOfCase(0, { fact: 'requested' });

const paid = (refundId: string, amount: number, kind: 'goods-refund' | 'freight-refund') =>
  refund(10, refundId, amount, { kind });

/** What consumers hear of refunds, when this was told before. */
function sumsAfter(told: Told, ...observations: readonly CaseObservation[]): unknown[] {
  const changes = createNarrator([], undefined, told).hear(opened, ...observations);
  return changes.flatMap((change) =>
    change.type === 'Refund Completed' ? [[change.data.refundId, change.data.amount.amount]] : [],
  );
}

describe('a refund that an earlier release told whole', () => {
  const toldOnce: Told = { [key]: { hash: 'told', times: 1 } };

  it('is not told again as it is', () => {
    expect(sumsAfter(toldOnce, paid('F1', 5990, 'goods-refund'))).toEqual([]);
    expect(sumsAfter(toldOnce, paid('F1', 5990, 'goods-refund'), paid('F12', 100, 'goods-refund'))).toEqual([
      ['F12', 100],
    ]);
  });

  it('is told anew once a part of it has an id of its own: the sum that consumers know stays the same', () => {
    expect(
      sumsAfter(toldOnce, paid('F1', 4990, 'goods-refund'), paid('F1-freight-refund', 1000, 'freight-refund')),
    ).toEqual([
      ['F1', 4990],
      ['F1-freight-refund', 1000],
    ]);
  });
});

describe('a refund that is in the record no more', () => {
  function toldOf(more: object): Told {
    const narrator = createNarrator();
    narrator.hear(opened, paid('F1', 500, 'goods-refund'));
    const entry = narrator.told()[key];
    return { [key]: { ...(entry as NonNullable<typeof entry>), ...more } };
  }

  it('is told as one of 0', () => {
    expect(sumsAfter(toldOf({}))).toEqual([['F1', 0]]);
  });

  it('is told to nobody who never heard of it', () => {
    expect(sumsAfter(toldOf({ silent: true }))).toEqual([]);
  });
});
