import { describe, expect, it } from 'vitest';
import { merchant } from '#shared/merchant/bundled.ts';
import { bundledPolicyOf } from '#shared/policy/bundled-policy.ts';
import { roundTheClock } from '#shared/returns/deadlines/calendar.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { partitionParts } from '#shared/store/keys.ts';
import type { Store } from '#shared/store/open-store.ts';
import { openListsOf } from '../../../tools/operate/open-records.ts';
import { openRelease } from '../../upgrade/open-release.ts';
import { type PlainItem, plainOf, readReleaseTable, releaseNow } from '../../upgrade/release-table.ts';

const wire = readReleaseTable();
const items = wire.map(plainOf);
const { store, policyAt, invalidPolicies } = openRelease(wire, releaseNow);
const itemsOf = (partition: string, sort: string) =>
  items.filter(({ pk, sk }) => pk.split('#')[0] === partition && sk.split('#')[0] === sort);
const keyOf = ({ pk }: PlainItem) => partitionParts(pk)[0] ?? '';
type Alias = Parameters<Store['aliases']['readCases']>[0];
const aliasOf = ({ pk }: PlainItem): Alias => {
  const [kind, value = ''] = partitionParts(pk);
  return { kind: kind as Alias['kind'], value };
};

/** An item without its key and what is only for indexes. */
function contentOf({ pk: _pk, sk: _sk, ...content }: PlainItem): Record<string, unknown> {
  return Object.fromEntries(Object.entries(content).filter(([name]) => !name.startsWith('gsi')));
}

describe('what 91b539e kept beside its records', () => {
  it('gives each raw delivery, whole', async () => {
    for (const item of itemsOf('DELIVERY', 'RAW').filter(({ sk }) => sk === 'RAW')) {
      const { source, channel, id, via, receivedAt, headers } = item;
      const { body, ...rest } = (await store.deliveries.read(item as never)) ?? {};
      expect(rest).toEqual({ source, channel, id, via, receivedAt, headers });
      expect(body).toBeInstanceOf(Uint8Array);
    }
  });

  it('gives a body that is kept in parts as the sender sent it', async () => {
    const [part] = itemsOf('DELIVERY', 'RAW').filter(({ sk }) => sk !== 'RAW');
    const [source = '', channel = '', id = ''] = partitionParts(part?.pk ?? '');
    expect((await store.deliveries.read({ source, channel, id }))?.body.byteLength).toBe(439_989);
  });

  it('gives the ledger of each warehouse that was called', async () => {
    for (const item of items.filter(({ pk }) => pk.startsWith('CALL#'))) {
      expect(await store.ledgers.readLedger(keyOf(item), item.sk)).toEqual(contentOf(item));
    }
  });

  it('gives the cursor of each shop that was listed', async () => {
    for (const item of itemsOf('CURSOR', 'STATE')) {
      expect(await store.cursors.readCursor(keyOf(item))).toEqual(contentOf(item));
    }
  });

  it('knows nothing of a sweep, so that the first one looks at all', async () => {
    expect(await store.sweeps.readSweep()).toBeUndefined();
  });

  it('finds each case by its names, and what waits under a name', async () => {
    for (const item of itemsOf('ALIAS', 'LINK')) {
      expect(await store.aliases.readCases(aliasOf(item))).toContain(item.caseKey);
    }
    for (const item of itemsOf('ALIAS', 'HELD')) {
      const { expiresAt: _, ...ref } = contentOf(item);
      expect(await store.aliases.readHeld(aliasOf(item))).toContainEqual(ref);
      expect(await store.deliveries.read(ref as never)).toBeDefined();
    }
  });

  it('gives what is known of people, and of those who are forgotten that they are', async () => {
    for (const item of itemsOf('CASE', 'PERSON')) {
      const { fields = {}, erasedAt } = item as {
        readonly fields?: Record<string, { readonly value: unknown }>;
        readonly erasedAt?: string;
      };
      const known = Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]));
      expect(await store.cases.readPersonalData(keyOf(item))).toEqual(erasedAt ? 'erased' : known);
    }
  });

  it('knows when webhooks last told of a case', async () => {
    for (const item of itemsOf('CASE', 'SIGHTING')) {
      expect(await store.sightings.lastOf(keyOf(item))).toBe(item.at);
    }
  });

  it('gives each stored policy over the bundled one, from its time on', async () => {
    const stored = itemsOf('POLICY', 'REVISION');
    for (const { revision, effectiveAt, policy } of stored) {
      const inForce = await policyAt(effectiveAt as Instant);
      expect(inForce).toMatchObject({
        ...bundledPolicyOf(merchant),
        calendar: roundTheClock,
        ...(policy as object),
        revision,
      });
    }
    expect(invalidPolicies).toEqual([]);
  });

  it('lists what was in an index by the entries of 91b539e', async () => {
    const listed = (name: string, partition: string) =>
      items
        .filter((item) => item[`${name}pk`] === partition)
        .sort((a, b) => (String(a[`${name}sk`]) < String(b[`${name}sk`]) ? -1 : 1));
    const { listings } = store;
    const all = items.length;
    expect(
      (await listings.listStrikes('0', '9' as Instant, all)).map(({ record }) =>
        'caseKey' in record ? record.caseKey : record.parcel,
      ),
    ).toEqual(listed('gsi1', 'OPEN').map(keyOf));
    expect(await listings.listUnclaimed(all)).toEqual(listed('gsi1', 'UNCLAIMED').map(keyOf));
    expect(await listings.listAttention(all)).toEqual(listed('gsi3', 'ATTENTION').map(keyOf));
    expect(await listings.listNotUnderstood(all)).toHaveLength(listed('gsi3', 'NOT-UNDERSTOOD').length);
    expect(await listings.listUnmatched(all)).toHaveLength(listed('gsi3', 'UNMATCHED').length);
  });

  /* What an earlier release listed among the clocks stood in none of these lists, so that whoever had all that is open folded anew missed it. */
  it('finds parcels that nobody counts among what is open, where 91b539e listed them', async () => {
    const lists = openListsOf(releaseNow, releaseNow);
    const pages = await Promise.all(
      [...lists.values()].map(async (list) => await store.listings.listRecords(list, items.length)),
    );
    const parcels = pages.flat().flatMap(({ record }) => ('parcel' in record ? record.parcel : []));
    const unclaimed = items.filter((item) => item.gsi1pk === 'UNCLAIMED').map(keyOf);

    expect(unclaimed).not.toEqual([]);
    expect(parcels).toEqual(expect.arrayContaining(unclaimed));
  });
});
