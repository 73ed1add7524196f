import { describe, expect, it } from 'vitest';
import { unclaimedParcels } from '#shared/lists/unclaimed.ts';
import { candidatesFor } from '#shared/returns/attention/candidates.ts';
import type { CaseEntry } from '#shared/returns/attention/entry.ts';
import { episodes } from '../../../tools/demo/welcome/episodes/episodes.ts';
import { NotInMemory, openMemoryStage } from './memory-stage.ts';

describe('the parcel that nobody named', () => {
  it('has two candidates among all cases of the store: a number that is nearly its own, and the goods alone', async () => {
    const stage = openMemoryStage(Date.now());
    for (const { live } of episodes) {
      await live(stage).catch((error: Error) => {
        if (!(error instanceof NotInMemory)) {
          throw error;
        }
      });
    }
    const entries = await stage.entries();
    const [parcel] = unclaimedParcels(entries);
    const cases = entries.filter((entry): entry is CaseEntry => entry.record === 'case');

    expect(parcel?.goods).toEqual([{ sku: 'BELT-BROWN-90', quantity: 1 }]);
    expect(candidatesFor(parcel as never, cases).map(({ reasons }) => reasons)).toEqual([
      ['similar-number', 'skus', 'dates'],
      ['skus', 'dates'],
    ]);
  });
});
