import { describe, expect, it } from 'vitest';
import { type BusEntry, bytesOf, entryOf, maxPutBytes } from '#shared/publishing/bus-entry.ts';
import { type Bus, publishChanges } from '#shared/publishing/publish-changes.ts';
import type { Change } from '#shared/returns/record/change.ts';
import type { Instant } from '#shared/returns/record/instant.ts';

const at = '2026-03-10T12:00:00.000Z' as Instant;

function closed(fields: Partial<Change> = {}): Change {
  return {
    type: 'Case Closed',
    data: { closedAt: at },
    eventId: 'e-1',
    occurredAt: at,
    record: 'CASE#s:main:1',
    version: 3,
    ...fields,
  } as Change;
}

function setUp(put: Bus['put'] = async () => []) {
  const sent: BusEntry[] = [];
  const kept: { change: unknown; reason: string }[] = [];
  const bus: Bus = {
    put: async (entries) => {
      sent.push(...entries);
      return await put(entries);
    },
  };
  const unpublishable = { keep: async (change: unknown, reason: string) => void kept.push({ change, reason }) };
  return { sent, kept, publishing: { merchant: 'demo', bus, unpublishable } };
}

/** A change whose entry weighs exactly `bytes`. */
function changeOf(bytes: number): Change {
  const made = entryOf(closed(), 'demo');
  return fill(closed(), bytes - (made.ok ? bytesOf(made.entry) : 0));
}

function fill(change: Change, more: number): Change {
  return { ...change, eventId: change.eventId + 'x'.repeat(more) };
}

describe('publishChanges', () => {
  it('sends a change of a case with its metadata', async () => {
    const { sent, publishing } = setUp();

    expect(await publishChanges([closed()], publishing)).toEqual({ published: 1, unpublishable: 0 });
    expect(sent.map(({ detail, ...rest }) => ({ ...rest, detail: JSON.parse(detail) }))).toEqual([
      {
        source: 'backhaul.returns',
        detailType: 'Case Closed',
        detail: {
          metadata: {
            eventId: 'e-1',
            occurredAt: at,
            merchant: 'demo',
            caseKey: 's:main:1',
            version: 3,
            schemaVersion: 1,
          },
          data: { closedAt: at },
        },
      },
    ]);
  });

  it('names the tracking number of a parcel, whatever is in it', async () => {
    const { sent, publishing } = setUp();
    await publishChanges([closed({ record: 'PARCEL#SF#1' })], publishing);

    const { metadata } = JSON.parse(sent[0]?.detail ?? '{}');
    expect(metadata.trackingNumber).toBe('SF#1');
    expect(metadata).not.toHaveProperty('caseKey');
  });

  it('does not call the bus when there is nothing to tell', async () => {
    const { publishing } = setUp(async () => {
      throw new Error('called');
    });

    expect(await publishChanges([], publishing)).toEqual({ published: 0, unpublishable: 0 });
  });

  it.each([
    ['no object', 'text'],
    ['no type', closed({ type: '' as 'Case Closed' })],
    ['a type that is too long', closed({ type: 'x'.repeat(129) as 'Case Closed' })],
    ['no event id', { ...closed(), eventId: undefined }],
    ['no record', closed({ record: 'SNAPSHOT' })],
    ['no data', { ...closed(), data: null }],
    ['no version', { ...closed(), version: '3' }],
  ])('sets aside, whole, a change with %s and goes on', async (_, change) => {
    const { sent, kept, publishing } = setUp();

    expect(await publishChanges([change, closed()], publishing)).toEqual({ published: 1, unpublishable: 1 });
    expect(kept).toEqual([{ change, reason: 'malformed' }]);
    expect(sent).toHaveLength(1);
  });

  it('takes an entry of the greatest size and sets aside one byte more', async () => {
    const most = changeOf(maxPutBytes);
    const { kept, publishing } = setUp();

    expect(await publishChanges([most], publishing)).toEqual({ published: 1, unpublishable: 0 });
    expect(await publishChanges([fill(most, 1)], publishing)).toEqual({ published: 0, unpublishable: 1 });
    expect(kept).toEqual([{ change: fill(most, 1), reason: 'too-large' }]);
  });

  it('sets aside the very change that the bus refuses', async () => {
    const { kept, publishing } = setUp(async () => [{ index: 1, reason: 'MalformedDetail' }]);
    const changes = [null, closed(), closed({ eventId: 'e-2' })];

    expect(await publishChanges(changes, publishing)).toEqual({ published: 1, unpublishable: 2 });
    expect(kept[1]).toEqual({ change: changes[2], reason: 'MalformedDetail' });
  });

  it('throws when the bus does not take anything now', async () => {
    const { publishing } = setUp(async () => {
      throw new Error('throttled');
    });

    await expect(publishChanges([closed()], publishing)).rejects.toThrow('throttled');
  });
});
