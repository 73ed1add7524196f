import { describe, expect, it } from 'vitest';
import { merchant } from '#shared/merchant/bundled.ts';
import { bundledPolicyOf } from '#shared/policy/bundled-policy.ts';
import { caseRulesOf } from '#shared/policy/case-rules.ts';
import type { BusEntry } from '#shared/publishing/bus-entry.ts';
import { publishChanges } from '#shared/publishing/publish-changes.ts';
import { streamChanges } from '#shared/publishing/stream-changes.ts';
import { streamOutbox } from '#shared/publishing/stream-outbox.ts';
import type { Store } from '#shared/store/open-store.ts';
import { republishRecord } from '../../../tools/operate/republish-record.ts';
import { nameOf, openRelease, rebuildOf, streamRecordOf } from '../../upgrade/open-release.ts';
import {
  type PlainItem,
  plainOf,
  readReleaseLines,
  readReleaseTable,
  releaseNow,
} from '../../upgrade/release-table.ts';

/** What `npm run republish` of 91b539e sent of one record: every event that it last told. */
interface Republished {
  readonly record: string;
  readonly events: readonly Event[];
}

interface Event {
  readonly type: string;
  readonly eventId: string;
  readonly occurredAt: string;
  readonly version: number;
  readonly caseKey?: string;
  readonly trackingNumber?: string;
  readonly data: unknown;
}

const before = readReleaseLines('events.jsonl.zst') as readonly Republished[];

function eventOf({ detailType: type, detail }: BusEntry): Event {
  const { metadata, data } = JSON.parse(detail);
  const { schemaVersion: _schemaVersion, merchant: _merchant, ...rest } = metadata;
  return { type, ...rest, data };
}

/** Puts what a record last told on a bus once more. */
async function republished(store: Store, item: PlainItem): Promise<Republished> {
  const events: Event[] = [];
  const put = async (entries: readonly BusEntry[]) => {
    events.push(...entries.map(eventOf));
    return [];
  };
  const rules = caseRulesOf(bundledPolicyOf(merchant), merchant);
  const print = () => undefined;
  await republishRecord(nameOf(item), { ...store, rules, merchant: merchant.merchant, bus: { put }, print });
  return { record: item.pk, events };
}

/** In the order of their ids. Without the version: of a happening it is the record's own, which grows when it is folded anew. */
function withoutVersions(all: readonly Republished[]): object[] {
  return all.map(({ record, events }) => ({
    record,
    events: events.map(({ version: _version, ...event }) => event).sort((a, b) => (a.eventId < b.eventId ? -1 : 1)),
  }));
}

describe('the events that 91b539e told', () => {
  const items = readReleaseTable();
  const records = items.map(plainOf).filter(({ sk }) => sk === 'SNAPSHOT');

  it('are told again out of the records that it left', async () => {
    const { store } = openRelease(items, releaseNow);
    const again: Republished[] = [];
    for (const item of records) {
      again.push(await republished(store, item));
    }
    expect(again).toEqual(before);
  });

  it('are told again out of the same records, folded anew', async () => {
    const { store, record } = openRelease(items, releaseNow);
    const again: Republished[] = [];
    for (const item of records) {
      await record(rebuildOf(item));
      again.push(await republished(store, item));
    }
    expect(withoutVersions(again)).toEqual(withoutVersions(before));
  });

  it('are told out of the stream that it left, and nothing else follows from that', async () => {
    const stream = items.map((after) => streamRecordOf({ after }));
    const events: Event[] = [];
    const put = async (entries: readonly BusEntry[]) => {
      events.push(...entries.map(eventOf));
      return [];
    };
    const unpublishable = { keep: async (change: unknown) => expect.fail(`not told: ${JSON.stringify(change)}`) };
    await publishChanges(streamChanges(stream), { merchant: merchant.merchant, bus: { put }, unpublishable });
    const told = records.flatMap(
      ({ changes }) => (changes ?? []) as Pick<Event, 'type' | 'eventId' | 'occurredAt' | 'data'>[],
    );
    expect(events).toMatchObject(
      told.map(({ type, eventId, occurredAt, data }) => ({ type, eventId, occurredAt, data })),
    );
    expect(streamOutbox(stream)).toEqual([]);
  });
});
