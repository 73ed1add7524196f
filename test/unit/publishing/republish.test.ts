import { describe, expect, it } from 'vitest';
import { type Rebuilt, rebuildCase, rebuildParcel } from '#shared/publishing/republish.ts';
import type { Change } from '#shared/returns/record/change.ts';
import { statesOf } from '#shared/returns/tracking/states.ts';
import { republishRecord } from '../../../tools/operate/republish-record.ts';
import type { Simulation } from '../../memory/simulation.ts';
import { testParcelRules, testRules } from '../../memory/test-merchant.ts';
import {
  approved,
  caseKey,
  inspected,
  received,
  record,
  recordMore,
  requested,
  shanghai,
  shipped,
  tick,
  wholeReturn,
} from '../api/whole-return.ts';

async function rebuilt({ table }: Simulation): Promise<Rebuilt> {
  const stored = await table.cases.readSnapshot(caseKey);
  if (!stored) {
    throw new Error('the case was not recorded');
  }
  return rebuildCase(stored, statesOf(await table.cases.readObservations(caseKey)), testRules);
}

/** What the stream carried of the case, of each value only the last. */
function lastTold({ table }: Simulation): Change[] {
  const ofCase = table.stream.filter((change) => change.record === `CASE#${caseKey}`);
  const valueNameOf = (change: Change): string => {
    const { data } = change;
    if (change.type.startsWith('Deadline') && 'kind' in data) {
      return `${change.type === 'Deadline Missed' ? 'missed' : 'clock'} ${data.kind}`;
    }
    return change.type === 'Return Parcel Moved' ? change.type : change.eventId;
  };
  return [...new Map(ofCase.map((change) => [valueNameOf(change), change])).values()];
}

const byId = (changes: readonly Change[]) => changes.map(({ eventId, type }) => `${eventId} ${type}`).sort();

describe('rebuildCase', () => {
  it('gives every event that was last told, with the id under which it was first told', async () => {
    const simulation = await record(...wholeReturn);
    const { changes, gone } = await rebuilt(simulation);
    expect(byId(changes)).toEqual(byId(lastTold(simulation)));
    expect(changes.length).toBeGreaterThan(8);
    expect(gone).toEqual([]);
  });

  it('gives each event with what was told in it', async () => {
    const simulation = await record(...wholeReturn);
    const { changes } = await rebuilt(simulation);
    const told = new Map(simulation.table.stream.map((change) => [change.eventId, change]));
    for (const { eventId, type, data } of changes) {
      expect({ type, data }).toEqual({ type: told.get(eventId)?.type, data: told.get(eventId)?.data });
    }
  });

  it('gives the latest version whole, as it was told', async () => {
    const simulation = await record(...wholeReturn.slice(0, -1));
    const latest = (await simulation.table.cases.readSnapshot(caseKey))?.changes ?? [];
    const { changes } = await rebuilt(simulation);
    expect(latest.length).toBeGreaterThan(0);
    expect(changes).toEqual(expect.arrayContaining([...latest]));
  });

  it('does not announce a parcel again that another one replaced', async () => {
    const simulation = await record(
      requested,
      approved,
      shipped('SF000', shanghai('11:00')),
      shipped('SF123', shanghai('12:00'), ['SF000']),
    );
    const { changes } = await rebuilt(simulation);
    const announced = changes.filter(({ type }) => type.startsWith('Return Tracking'));
    expect(announced.map(({ type, data }) => [type, 'trackingNumber' in data && data.trackingNumber])).toEqual([
      ['Return Tracking Replaced', 'SF123'],
    ]);
  });

  it('names a reminder that is no longer true instead of sending it', async () => {
    const simulation = await record(requested, approved, shipped('SF123', shanghai('12:00')), received);
    const stored = await simulation.table.cases.readSnapshot(caseKey);
    const [deadline] = Object.values(stored?.snapshot.deadlines ?? {});
    await recordMore(simulation, tick(deadline?.id ?? '', 'reminder', deadline?.remindAt ?? shanghai('14:00', 12)));
    expect((await rebuilt(simulation)).changes.map(({ type }) => type)).toContain('Deadline Approaching');

    await recordMore(simulation, inspected);
    const { changes, gone } = await rebuilt(simulation);
    expect(changes.map(({ type }) => type)).not.toContain('Deadline Approaching');
    expect(gone).toEqual([`approaching/qc-follow-up/SF123/policy/${deadline?.openedAt}`]);
  });
});

describe('rebuildParcel', () => {
  it('gives what was last told of a parcel that nobody claims', async () => {
    const { table } = await record(received);
    const stored = await table.parcels.readSnapshot('SF123');
    expect(stored && rebuildParcel(stored, testParcelRules.deadlines).changes).toEqual(table.stream);
    expect(table.stream.map(({ type }) => type)).toEqual(['Return Parcel Unclaimed', 'Deadline Opened']);
  });
});

describe('republishRecord', () => {
  async function republish(name: Parameters<typeof republishRecord>[0], isDry: boolean) {
    const { table } = await record(...wholeReturn);
    const sent: string[] = [];
    const printed: string[] = [];
    const bus = {
      put: async (entries: readonly { readonly detailType: string }[]) => {
        sent.push(...entries.map(({ detailType }) => detailType));
        return [];
      },
    };
    const print = (line: string) => void printed.push(line);
    await republishRecord(name, { ...table, rules: testRules, merchant: 'test', bus: isDry ? undefined : bus, print });
    return { sent, printed };
  }

  it('sends the events and prints each', async () => {
    const { sent, printed } = await republish({ caseKey }, false);
    expect(sent).toContain('Case Opened');
    expect(printed.at(-1)).toBe(`sent: ${sent.length}`);
    expect(printed).toContainEqual(expect.stringMatching(/^Case Opened +[0-9a-f]{32} {2}version \d+$/));
  });

  it('sends nothing in a dry run', async () => {
    const { sent, printed } = await republish({ caseKey }, true);
    expect(sent).toEqual([]);
    expect(printed.at(-1)).toMatch(/^would be sent: \d+$/);
  });

  it('says that there is no such record', async () => {
    await expect(republish({ parcel: 'nowhere' }, true)).rejects.toThrow('There is no parcel nowhere');
  });
});
