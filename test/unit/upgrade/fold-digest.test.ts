import { describe, expect, it } from 'vitest';
import { digestOf } from '#shared/returns/record/digest.ts';
import { foldRevision } from '#shared/returns/record/fold-revision.ts';
import { nameOf, openRelease, rebuildOf } from '../../upgrade/open-release.ts';
import { plainOf, readReleaseTable, releaseNow } from '../../upgrade/release-table.ts';

/*
 * A fold that gives other records under the same revision overwrites what an older one still writes, and tells the difference as news. So a
 * change of the fold has a revision of its own, and its digest here: of all records that the facts of a whole table give.
 */
const digests: Readonly<Record<number, string>> = {
  10: '575b00c9cc1def5c8eda967507a49fa1',
};

describe('the fold', () => {
  it('gives the records of its revision', async () => {
    const items = readReleaseTable();
    const { record, store } = openRelease(items, releaseNow);
    const records = items.map(plainOf).filter(({ sk }) => sk === 'SNAPSHOT');
    const snapshots: [string, unknown][] = [];
    for (const before of records) {
      await record(rebuildOf(before));
      const name = nameOf(before);
      const stored =
        'parcel' in name ? store.parcels.readSnapshot(name.parcel) : store.cases.readSnapshot(name.caseKey);
      snapshots.push([before.pk, (await stored)?.snapshot]);
    }
    const digest = digestOf(snapshots.sort(([a], [b]) => (a < b ? -1 : 1)));

    expect(
      digest,
      `records differ from those of fold revision ${foldRevision}: raise it, and note the digest here (a change of the demo's merchant or policy needs a new digest alone)`,
    ).toBe(digests[foldRevision]);
  });
});
