import { describe, expect, it } from 'vitest';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import { erasePerson } from '#shared/recording/erase-person.ts';
import { digest } from '#shared/returns/record/digest.ts';
import { fixture } from '../../contract/source-vectors.ts';
import { createSimulation, type Simulation } from '../../memory/simulation.ts';
import { standardMessage } from '../../memory/standard-message.ts';

const caseKey = 'standard:main:RMA-1';
const number = 'SF14000000012';
const links = ['https://files.example.com/a.jpg', 'https://files.example.com/b.jpg?name=王小明'];

let count = 0;
function message(channel: string, type: string, data: object): InboxMessage {
  count += 1;
  return standardMessage(channel, `m${count}`, type, '2026-03-08T08:00:00Z', data);
}

const opened = JSON.parse(fixture('standard/return-requested').toString());
const wms = (type: string, data: object) => message('wms-east', type, { warehouseId: 'east', ...data });

const receipt = (photos: readonly string[], fields: object = { trackingNumber: number }) =>
  wms('parcel.received', { receiptId: 'RC-1', receivedAt: '2026-03-07T09:00:00Z', photos, ...fields });

async function settled(...messages: readonly InboxMessage[]): Promise<Simulation> {
  const simulation = createSimulation();
  const shipped = { caseId: 'RMA-1', trackingNumber: number, carrier: 'SF', shippedAt: '2026-03-05T07:00:00Z' };
  simulation.post(
    message('own-store', opened.type, opened.data),
    message('own-store', 'return.shipped', shipped),
    ...messages,
  );
  await simulation.settle();
  return simulation;
}

describe('links to pictures of goods', () => {
  it('are kept with the parcel, apart from it, and only their count and a hash are facts', async () => {
    const simulation = await settled(receipt(links));
    const { cases, parcels } = simulation.table;

    expect(await parcels.readPersonalData(number)).toEqual({ 'photos/received/east/RC-1': links });
    expect((await parcels.readSnapshot(number))?.snapshot.goods).toMatchObject([
      { fact: 'received', photos: { count: 2, hash: digest(...links) } },
    ]);
    expect(await cases.readPersonalData(caseKey)).not.toHaveProperty('photos/received/east/RC-1');
  });

  it('are in no record, no observation, no event and no message of ours', async () => {
    const simulation = await settled(receipt(links));
    const { cases, parcels, stream, outbox } = simulation.table;
    const all = [
      await cases.readSnapshot(caseKey),
      await cases.readObservations(caseKey),
      await parcels.readSnapshot(number),
      await parcels.readInputs(number),
      stream,
      outbox,
    ];

    expect(JSON.stringify(all)).toContain('RC-1');
    expect(JSON.stringify(all)).not.toContain('a.jpg');
  });

  it('are kept with the case where the report names no parcel', async () => {
    const simulation = await settled(receipt(links, { caseId: caseKey }));

    expect(await simulation.table.cases.readPersonalData(caseKey)).toMatchObject({
      'photos/received/east/RC-1': links,
    });
  });

  it('of a report give way to those of a later word on it, whichever comes first, and stand beside those of others', async () => {
    const checked = wms('return.inspected', {
      trackingNumber: number,
      inspectionId: 'RC-1',
      inspectedAt: '2026-03-07T11:00:00Z',
      lines: [{ sku: 'E-1', quantity: 1, result: 'passed', photos: [links[1]] }],
    });
    const later = receipt(['https://files.example.com/c.jpg'], {
      trackingNumber: number,
      receivedAt: '2026-03-07T10:00:00Z',
    });
    const known = [];
    for (const messages of [
      [receipt(links), later, checked],
      [checked, later, receipt(links)],
    ]) {
      known.push(await (await settled(...messages)).table.parcels.readPersonalData(number));
    }

    expect(known[0]).toEqual({
      'photos/received/east/RC-1': ['https://files.example.com/c.jpg'],
      'photos/inspected/east/RC-1': [links[1]],
    });
    expect(known[1]).toEqual(known[0]);
  });
});

describe('erasePerson', () => {
  it('erases what is known of people in a case and in its parcels, and lets nothing of it come back', async () => {
    const simulation = await settled(receipt(links));
    const { cases, parcels } = simulation.table;

    // The number that the goods went out under is one of them.
    expect(await erasePerson(simulation.table, caseKey)).toEqual(['SF1234567890001', number]);
    simulation.post(receipt(links));
    await simulation.settle();

    expect(await cases.readPersonalData(caseKey)).toBe('erased');
    expect(await parcels.readPersonalData(number)).toBe('erased');
    expect((await parcels.readSnapshot(number))?.snapshot.goods).toMatchObject([{ photos: { count: 2 } }]);
  });

  it('of a case that nobody told of leaves word that nothing is to be kept', async () => {
    const { table } = createSimulation();

    expect(await erasePerson(table, caseKey)).toEqual([]);
    expect(await table.cases.readPersonalData(caseKey)).toBe('erased');
  });
});
