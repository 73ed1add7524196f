import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '#shared/recording/ports.ts';
import { recordAct } from '#shared/recording/record-act.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import { noUnits } from '#shared/returns/goods/units.ts';
import type { ParcelSnapshot } from '#shared/returns/parcel/parcel.ts';
import type { Delivery } from '#shared/sources/source.ts';
import { delivered } from '../../memory/inbox.ts';
import { approved, createSenders, sentIn } from '../../memory/lives.ts';
import { minute } from '../../memory/script.ts';
import { createSimulation } from '../../memory/simulation.ts';

const day = 24 * 60;
const { shop, ofParcel } = createSenders('whose-');

const shoes = (quantity: number, sku = 'S1') => [{ sku, quantity }];
const details = (sku = 'S1', quantity = 2): Parameters<typeof shop>[2] => ({
  fact: 'details',
  details: { kind: 'return', orderId: 'O1', lines: [{ lineId: sku, sku, quantity }] },
});
const asked = { fact: 'requested' } as const;
const withdrawn = { fact: 'decided', decision: 'withdrawn', by: 'buyer' } as const;
const sentOut = (number: string): Parameters<typeof shop>[2] => ({
  fact: 'outbound',
  origin: 'store',
  whole: true,
  numbers: [{ number }],
});

/** Received, checked and stocked in at once. */
function booked(minutes: number, number: string, quantity: number, id = `${minutes}`): Delivery[] {
  return [
    ofParcel(minutes, number, { fact: 'received', receiptId: `R${id}`, warehouseId: 'east', lines: shoes(quantity) }),
    ofParcel(minutes + 5, number, {
      fact: 'inspected',
      inspectionId: `I${id}`,
      warehouseId: 'east',
      lines: [{ sku: 'S1', quantity, result: 'passed' }],
    }),
    ofParcel(minutes + 9, number, {
      fact: 'stocked-in',
      stockInId: `K${id}`,
      warehouseId: 'east',
      lines: [{ sku: 'S1', quantity, condition: 'sellable' }],
    }),
  ];
}

async function told(...deliveries: readonly (Delivery | readonly Delivery[])[]) {
  const simulation = createSimulation();
  for (const delivery of deliveries.flat()) {
    simulation.post(...delivered(delivery));
    await simulation.settle();
  }
  return {
    caseOf: async (id: string) =>
      (await simulation.table.cases.readSnapshot(`test:a:${id}`)) as StoredRecord<CaseSnapshot>,
    parcel: async (number: string) =>
      ((await simulation.table.parcels.readSnapshot(number)) as StoredRecord<ParcelSnapshot>).snapshot,
    /** A person says whose units of S1 came under a number. */
    act: async (number: string, shares: Readonly<Record<string, number>>, minutes: number) => {
      const units = Object.fromEntries(
        Object.entries(shares).map(([key, received]) => [key, { S1: { ...noUnits, received } }]),
      );
      const act = { act: 'allot', units, by: { person: 'p', groups: ['agent'] }, at: minute(minutes) } as const;
      await recordAct(simulation.recorder, { kind: 'act', record: { parcel: number }, act, ifAct: 0 });
      await simulation.settle();
    },
    typesOf: (id: string) =>
      simulation.table.stream.filter(({ record }) => record === `CASE#test:a:${id}`).map(({ type }) => type),
  };
}

const receivedOf = ({ snapshot }: StoredRecord<CaseSnapshot>) =>
  snapshot.goods.reduce((sum, { received }) => sum + received, 0);

/*
 * Carriers give numbers out again, and buyers type the number that their goods came with. A number was one parcel for ever: the goods of a case of
 * last November stood in one of today.
 */
describe('A1: a number that was used before', () => {
  const year = 365 * day;
  const old = [
    shop(0, 'A', asked, details(), approved, sentIn('PA01')),
    ofParcel(3 * day, 'PA01', { fact: 'moved', stage: 'delivered' }),
    ...booked(3 * day + 60, 'PA01', 2),
    shop(4 * day, 'A', { fact: 'closed' }),
  ];
  const today = shop(year, 'B', asked, details('S2', 1), approved, sentIn('PA01'));

  it('A1: gives the new case nothing of the old one, after days, weeks and a year', async () => {
    for (const later of [6 * day, 30 * day, year]) {
      const { caseOf, typesOf } = await told(old, shop(later, 'B', asked, details('S2', 1), approved, sentIn('PA01')));
      const { snapshot } = await caseOf('B');

      expect(snapshot).toMatchObject({ headline: 'on-its-way', quality: 'none', deadlines: {} });
      expect(snapshot.attention).toEqual(['number-used-before']);
      expect(typesOf('B').filter((type) => type.startsWith('Goods') || type.startsWith('Deadline'))).toEqual([]);
      expect(receivedOf(await caseOf('A'))).toBe(2);
    }
  });

  it('A1: whichever is heard first', async () => {
    const { caseOf } = await told(today, old);

    expect((await caseOf('B')).snapshot).toMatchObject({ headline: 'on-its-way', quality: 'none' });
    expect(receivedOf(await caseOf('A'))).toBe(2);
  });

  it('A1: gives what comes today to the case of today, and leaves the old one as it was', async () => {
    const { caseOf, parcel } = await told(old, today, booked(year + 2 * day, 'PA01', 1));

    expect(receivedOf(await caseOf('A'))).toBe(2);
    expect(receivedOf(await caseOf('B'))).toBe(1);
    expect((await parcel('PA01')).unclaimed).toBe(false);
  });

  it('A1: is nobody’s where nobody names it today', async () => {
    const { caseOf, parcel } = await told(old, booked(year, 'PA01', 1));

    expect(receivedOf(await caseOf('A'))).toBe(2);
    expect(await parcel('PA01')).toMatchObject({ unclaimed: true, unclaimedSince: minute(year) });
  });

  it('A1: counts no movement of the parcel that went out, where the buyer types its number', async () => {
    const { caseOf } = await told(
      ofParcel(0, 'PA01', { fact: 'moved', stage: 'delivered' }),
      shop(2 * day, 'B', asked, details(), approved, sentIn('PA01'), sentOut('PA01')),
    );
    const { snapshot } = await caseOf('B');

    expect(snapshot.parcels[0]?.state?.stage).toBe('numbered');
    expect(snapshot.attention).toEqual(['outbound-number-typed']);
  });

  it('A1: takes goods that came after a refund by time-out for the case’s own', async () => {
    const { caseOf } = await told(
      shop(0, 'A', asked, details(), approved, sentIn('PA01')),
      shop(10 * day, 'A', { fact: 'closed' }),
      booked(15 * day, 'PA01', 2),
    );

    expect(receivedOf(await caseOf('A'))).toBe(2);
  });
});

/* What people do with numbers besides. */
describe('A1: whose goods are', () => {
  const open = (minutes: number, id: string, ...facts: Parameters<typeof shop>[2][]) =>
    shop(minutes, id, asked, details(), approved, ...facts);

  it('A1: a case that names the number long after the goods came, and was open all along, owns them', async () => {
    const { caseOf } = await told(open(0, 'A'), booked(2 * day, 'PA01', 2), shop(22 * day, 'A', sentIn('PA01')));

    expect((await caseOf('A')).snapshot).toMatchObject({ headline: 'stocked-in', attention: [] });
  });

  it('A1: a case that was asked for later takes nothing from one that had them and is over', async () => {
    const { caseOf } = await told(
      booked(1 * day, 'PA01', 2),
      open(2 * day, 'A', sentIn('PA01')),
      shop(3 * day, 'A', { fact: 'closed' }),
      open(10 * day, 'B', sentIn('PA01')),
    );

    expect(receivedOf(await caseOf('A'))).toBe(2);
    expect(receivedOf(await caseOf('B'))).toBe(0);
  });

  it('A1: goods that were on their way when the merchant declined are the case’s all the same', async () => {
    const { caseOf, parcel } = await told(
      open(0, 'A', sentIn('PA01')),
      shop(2 * day, 'A', { fact: 'decided', decision: 'declined', by: 'merchant' }),
      booked(3 * day, 'PA01', 2),
    );

    expect(receivedOf(await caseOf('A'))).toBe(2);
    expect((await parcel('PA01')).unclaimed).toBe(false);
  });

  it('A1: a check that comes months after the receipt is of what was received', async () => {
    const [received] = booked(1 * day, 'PA01', 2) as [Delivery];
    const { caseOf, parcel } = await told(
      open(0, 'A', sentIn('PA01')),
      received,
      ofParcel(70 * day, 'PA01', {
        fact: 'inspected',
        inspectionId: 'late',
        warehouseId: 'east',
        lines: [{ sku: 'S1', quantity: 2, result: 'passed' }],
      }),
    );
    expect((await caseOf('A')).snapshot.quality).toBe('passed');
    expect((await parcel('PA01')).unclaimed).toBe(false);
  });

  it('A1: a correction under the same id makes no other coming of it', async () => {
    const receipt = (minutes: number) =>
      ofParcel(minutes, 'PA01', { fact: 'received', receiptId: 'R1', warehouseId: 'east', lines: shoes(2) });
    const { caseOf, parcel } = await told(open(0, 'A', sentIn('PA01')), receipt(1 * day), receipt(40 * day));

    expect(receivedOf(await caseOf('A'))).toBe(2);
    expect((await parcel('PA01')).unclaimed).toBe(false);
  });

  it('A1: of two comings a person’s word holds for both, and gives what nobody owned', async () => {
    const { act, caseOf, parcel } = await told(
      open(0, 'A'),
      ofParcel(2 * day, 'PA01', { fact: 'received', receiptId: 'R1', warehouseId: 'east', lines: shoes(1) }),
      open(30 * day, 'B', sentIn('PA01')),
    );
    expect((await parcel('PA01')).unclaimed).toBe(true);
    await act('PA01', { 'test:a:B': 1 }, 31 * day);

    expect((await parcel('PA01')).unclaimed).toBe(false);
    expect(receivedOf(await caseOf('B'))).toBe(1);
  });

  it('A1: a typed outbound number under which the goods turned round before they were asked for says so', async () => {
    const { caseOf } = await told(
      ofParcel(1 * day, 'OUT01', { fact: 'moved', stage: 'returned-to-sender' }),
      open(4 * day, 'A', sentOut('OUT01'), sentIn('OUT01')),
    );

    expect((await caseOf('A')).snapshot.parcels[0]?.state?.sides).toEqual(['returned-to-sender']);
  });

  it('A1: a typed outbound number under which the goods came home is theirs', async () => {
    const { caseOf } = await told(
      ofParcel(1 * day, 'OUT01', { fact: 'moved', stage: 'refused' }),
      ofParcel(2 * day, 'OUT01', { fact: 'moved', stage: 'returned-to-sender' }),
      booked(3 * day, 'OUT01', 2),
      open(4 * day, 'A', sentOut('OUT01'), sentIn('OUT01')),
    );

    expect((await caseOf('A')).snapshot.headline).toBe('stocked-in');
  });
});

/* The platform paid by time-out; the buyer asked again with the same number, and the goods were the later case's: paid twice, or a typing mistake, and nobody was called. */
describe('A1: goods come after a case was closed without them, and a later case names their number', () => {
  const asking = (minutes: number, id: string) => shop(minutes, id, asked, details(), approved, sentIn('PA01'));
  const first = [asking(0, 'A'), shop(5 * day, 'A', { fact: 'closed' })];
  const noted = ['number-on-several-cases'];

  it('A1: are the later case’s, and a person is called to both', async () => {
    const { caseOf } = await told(first, asking(25 * day, 'B'), booked(30 * day, 'PA01', 2));

    expect(receivedOf(await caseOf('B'))).toBe(2);
    expect((await caseOf('A')).snapshot.attention).toEqual(noted);
    expect((await caseOf('B')).snapshot.attention).toEqual(noted);
  });

  it('A1: also where the later case was closed by then, too', async () => {
    const { caseOf } = await told(
      first,
      asking(25 * day, 'B'),
      shop(28 * day, 'B', { fact: 'closed' }),
      booked(30 * day, 'PA01', 2),
    );

    expect(receivedOf(await caseOf('A'))).toBe(2);
    expect((await caseOf('B')).snapshot.attention).toEqual(noted);
  });

  it('A1: may be given to the earlier one by a person, which settles it', async () => {
    const { act, caseOf } = await told(
      first,
      asking(25 * day, 'B'),
      ofParcel(30 * day, 'PA01', { fact: 'received', receiptId: 'R1', warehouseId: 'east', lines: shoes(2) }),
    );
    await act('PA01', { 'test:a:A': 2 }, 31 * day);

    expect(receivedOf(await caseOf('A'))).toBe(2);
    expect(receivedOf(await caseOf('B'))).toBe(0);
    expect((await caseOf('A')).snapshot.attention).toEqual([]);
    expect((await caseOf('B')).snapshot.attention).toEqual(['goods-short']);
  });

  const goods = booked(30 * day, 'PA01', 2);
  const declined = { fact: 'decided', decision: 'declined', by: 'merchant' } as const;
  const over = (...facts: Parameters<typeof shop>[2][]) => shop(5 * day, 'A', ...facts, { fact: 'closed' });

  it.each([
    ['that nothing came under', first, [], []],
    ['whose goods had come', [asking(0, 'A'), ...booked(1 * day, 'PA01', 2), over()], goods, ['number-used-before']],
    ['that the merchant declined', [asking(0, 'A'), over(declined)], goods, []],
    ['that the buyer took back', [asking(0, 'A'), over(withdrawn)], goods, []],
  ])('A1: calls nobody to the number of a case %s', async (_what, earlier, came, attention) => {
    const { caseOf } = await told(earlier, asking(25 * day, 'B'), came);

    expect((await caseOf('A')).snapshot.attention).toEqual([]);
    expect((await caseOf('B')).snapshot.attention).toEqual(attention);
  });
});

/* A buyer withdrew after shipping and asked again: both cases claimed the unit, both waited for a person, and the live one showed 0 received. */
describe('B2: withdrawn after shipping, asked again with the same number', () => {
  const first = shop(0, 'A', asked, details(), approved, sentIn('PA01'));
  const took = shop(2 * day, 'A', withdrawn);
  const again = shop(3 * day, 'B', asked, details(), approved, sentIn('PA01'));

  it('B2: is counted by the live case', async () => {
    const { caseOf } = await told(first, took, again, booked(5 * day, 'PA01', 2));

    expect((await caseOf('B')).snapshot).toMatchObject({ headline: 'stocked-in', attention: [] });
    expect(receivedOf(await caseOf('A'))).toBe(0);
  });

  it('B2: also where the goods came before the buyer took the first one back', async () => {
    const { caseOf } = await told(first, booked(1 * day, 'PA01', 2), took, again);

    expect(receivedOf(await caseOf('B'))).toBe(2);
  });

  it('B2: tells that goods count for the case no more, as a value', async () => {
    const { typesOf, caseOf } = await told(first, booked(1 * day, 'PA01', 2), took, again);

    expect(receivedOf(await caseOf('A'))).toBe(0);
    expect(typesOf('A').filter((type) => type === 'Goods Attributed')).toHaveLength(1);
    expect(typesOf('A').filter((type) => type === 'Goods Received')).toHaveLength(1);
  });

  it('B2: notes one number on two cases that are open at once', async () => {
    const { caseOf } = await told(first, shop(1, 'B', asked, details(), approved, sentIn('PA01')));

    expect((await caseOf('A')).snapshot.attention).toContain('number-on-several-cases');
    expect((await caseOf('B')).snapshot.attention).toContain('number-on-several-cases');
  });
});

/* Goods that nobody took at the door come home under the number that they went out with: unclaimed, and the warehouse was never told. */
describe('B10: the outbound parcel comes back', () => {
  const refundOnly: Parameters<typeof shop>[2] = {
    fact: 'details',
    details: { kind: 'refund-only', orderId: 'O1', lines: [{ lineId: '1', sku: 'S1', quantity: 2 }] },
  };
  const opened = shop(0, 'A', asked, refundOnly, approved, sentOut('OUT01'));
  const goneOut = ofParcel(10, 'OUT01', { fact: 'moved', stage: 'out-for-delivery' });
  const refused = ofParcel(1 * day, 'OUT01', { fact: 'moved', stage: 'refused' });
  const back = ofParcel(2 * day, 'OUT01', { fact: 'moved', stage: 'returned-to-sender' });

  it('B10: is nothing to expect while it is on its way to the buyer', async () => {
    const { caseOf, typesOf } = await told(opened, goneOut);

    expect((await caseOf('A')).snapshot).toMatchObject({ headline: 'approved', attention: [] });
    expect(typesOf('A')).not.toContain('Return Tracking Assigned');
  });

  it('B10: is announced under its number once it turned round, received, checked and counted', async () => {
    const { caseOf, typesOf, parcel } = await told(opened, goneOut, refused);

    expect((await caseOf('A')).snapshot).toMatchObject({ headline: 'on-its-way', attention: ['outbound-comes-back'] });
    expect(typesOf('A')).toContain('Return Tracking Assigned');

    const later = await told(opened, goneOut, refused, back, booked(3 * day, 'OUT01', 2));
    expect((await later.caseOf('A')).snapshot).toMatchObject({ headline: 'stocked-in', attention: [] });
    expect((await later.parcel('OUT01')).unclaimed).toBe(false);
    expect((await parcel('OUT01')).following).toMatchObject({ state: 'asked' });
  });

  it('B10: is announced of a case that was closed at ease', async () => {
    const { caseOf, typesOf } = await told(opened, goneOut, shop(60, 'A', { fact: 'closed' }), back);

    expect((await caseOf('A')).snapshot.attention).toContain('outbound-comes-back');
    expect(typesOf('A')).toContain('Return Tracking Assigned');
  });

  it('B10: what is delivered after it turned round is delivered to us', async () => {
    const { caseOf } = await told(
      opened,
      goneOut,
      back,
      ofParcel(3 * day, 'OUT01', { fact: 'moved', stage: 'delivered' }),
    );

    expect((await caseOf('A')).snapshot.parcels[0]?.state).toMatchObject({
      stage: 'delivered',
      sides: ['returned-to-sender'],
    });
  });
});

/* A carrier signs for a parcel at its sender's door, and it was taken for delivered to the warehouse. */
describe('A6: delivered has a direction', () => {
  const opened = shop(0, 'A', asked, details(), approved, sentIn('PA01'));
  const sentBack = ofParcel(1 * day, 'PA01', { fact: 'moved', stage: 'returned-to-sender' });
  const signed = ofParcel(3 * day, 'PA01', { fact: 'moved', stage: 'delivered' });

  it.each([
    ['in order', [sentBack, signed]],
    ['the other way round', [signed, sentBack]],
  ])('A6: is back with its sender, heard %s', async (_how, moves) => {
    const { caseOf } = await told(opened, ofParcel(60, 'PA01', { fact: 'moved', stage: 'in-transit' }), moves);
    const { snapshot } = await caseOf('A');

    expect(snapshot.parcels[0]?.state).toMatchObject({ stage: 'in-transit', sides: ['returned-to-sender'] });
    expect(snapshot.attention).toContain('parcel-sent-back');
  });

  it('A6: came all the same once the warehouse has it', async () => {
    const { caseOf } = await told(opened, sentBack, booked(4 * day, 'PA01', 2));

    expect((await caseOf('A')).snapshot).toMatchObject({ headline: 'stocked-in', attention: [] });
  });
});
