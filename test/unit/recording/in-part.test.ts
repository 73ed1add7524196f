import { describe, expect, it } from 'vitest';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import { recordMessage, recordTogether } from '#shared/recording/record-together.ts';
import { type Receipt, takeMessage } from '#shared/recording/taken.ts';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import { inPart, saying } from '#shared/sources/observed.ts';
import type { Delivery, Observed } from '#shared/sources/source.ts';
import { delivered, replayOf, take } from '../../memory/inbox.ts';
import { createSenders } from '../../memory/lives.ts';
import { mendableAdapter, readPlainly } from '../../memory/mendable-adapter.ts';
import { plainDelivery } from '../../memory/plain-observer.ts';
import { minute } from '../../memory/script.ts';
import { createSimulation, type Simulation } from '../../memory/simulation.ts';
import { standardMessage } from '../../memory/standard-message.ts';

const key = 'test:a:C1';
const unread = [{ path: 'data.lines.1.quantity', expected: 'must be a whole number' }];

function says(id: string, minutes: number, ...facts: readonly CaseFact[]): Delivery {
  const fields = { id, channel: 'shop-a', receivedAt: minute(minutes) };
  return plainDelivery(fields, [{ about: 'case', ref: { caseKey: key }, facts }]);
}

const line = (lineId: string, quantity: number) => ({ lineId, sku: `S${lineId}`, quantity });
const opened: CaseFact = { fact: 'requested', at: minute(0) };
const wanting = (at: number, lines: ReturnType<typeof line>[], more: object = {}): CaseFact => ({
  fact: 'details',
  details: { lines },
  at: minute(at),
  ...more,
});

const caseOf = async ({ table }: Simulation, caseKey = key) => (await table.cases.readSnapshot(caseKey))?.snapshot;

/** A member of these could not be read. */
function readInPart(...ids: readonly string[]): (delivery: Delivery) => Observed {
  return (delivery) => (ids.includes(delivery.id) ? inPart(readPlainly(delivery), unread) : readPlainly(delivery));
}

describe('a delivery that could be read in part', () => {
  it('A3: counts with what could be read, says which member could not, and is listed', async () => {
    const simulation = createSimulation(mendableAdapter(readInPart('d1')));
    const delivery = says('d1', 0, opened, wanting(0, [line('1', 2)]));
    const reason = 'data.lines.1.quantity: must be a whole number';

    const [message] = delivered(delivery);
    expect(await recordMessage(simulation.recorder, message as InboxMessage)).toEqual({ outcome: 'in-part', reason });

    const { source, channel, id } = delivery;
    expect(await simulation.table.listings.listNotUnderstood(10)).toEqual([{ source, channel, id }]);
    expect(await caseOf(simulation)).toMatchObject({
      openedAt: minute(0),
      notes: [{ code: 'message-in-part', detail: 'test/shop-a data.lines.1.quantity' }],
    });
  });

  it('A3: is noted no more, nor listed, once it was read whole', async () => {
    const adapter = mendableAdapter(readInPart('d1'));
    const simulation = createSimulation(adapter);
    const delivery = says('d1', 0, opened);
    await take(simulation, ...delivered(delivery));

    adapter.mend(readPlainly);
    await take(simulation, replayOf(delivery));

    expect((await caseOf(simulation))?.notes).toEqual([]);
    expect(await simulation.table.deliveries.outcomeOf(delivery)).toEqual({ outcome: 'applied' });
    expect(await simulation.table.listings.listNotUnderstood(10)).toEqual([]);
  });

  it('A9: that waits for its case gives way to the whole one that was sent again under its id', async () => {
    const isBroken = ({ body }: Delivery) => Buffer.from(body).toString().includes('"quantity":2');
    const adapter = mendableAdapter((delivery) =>
      isBroken(delivery) ? inPart(readPlainly(delivery), unread) : readPlainly(delivery),
    );
    const simulation = createSimulation(adapter);
    const { shop } = createSenders();
    const sentWith = (quantity: number) =>
      plainDelivery({ id: 'd1', channel: 'wms', receivedAt: minute(5) }, [
        {
          about: 'case',
          ref: { alias: { kind: 'case-id', value: 'C1' } },
          facts: [wanting(5, [line('1', quantity)])],
        },
      ]);
    await take(simulation, ...delivered(sentWith(2)));
    expect(await simulation.table.deliveries.outcomeOf(sentWith(2))).toEqual({
      outcome: 'unmatched',
      reason: 'case-id not known yet; data.lines.1.quantity: must be a whole number',
    });
    await take(simulation, ...delivered(sentWith(3)));
    await take(simulation, ...delivered(shop(9, 'C1', { fact: 'requested' })));

    expect((await caseOf(simulation))?.details.lines).toEqual([line('1', 3)]);
    expect(await simulation.table.deliveries.outcomeOf(sentWith(3))).toEqual({ outcome: 'applied' });
  });

  it('takes nothing back, though the rest of it waits for a case', async () => {
    const adapter = mendableAdapter(readPlainly);
    const simulation = createSimulation(adapter);
    const facts = [{ fact: 'received', warehouseId: 'east', receiptId: 'R1', lines: [], at: minute(5) }] as const;
    const waiting = { about: 'case', ref: { alias: { kind: 'case-id', value: 'C7' } }, facts } as const;
    const report = plainDelivery({ id: 'w1', channel: 'wms', receivedAt: minute(5) }, [
      waiting,
      { about: 'parcel', number: 'PA01', facts },
    ]);
    await take(simulation, ...delivered(report));
    adapter.mend(() => inPart({ kind: 'sayings', sayings: [waiting] } as Observed, unread));
    await take(simulation, replayOf(report));

    expect(await simulation.table.parcels.readObservations('PA01')).toHaveLength(1);
  });

  it('is noted until the same sender’s next word of that kind could be read whole', async () => {
    const simulation = createSimulation(mendableAdapter(readInPart('d2')));
    await take(simulation, ...delivered(says('d1', 0, opened), says('d2', 5, wanting(5, [line('1', 2)]))));
    expect((await caseOf(simulation))?.attention).toEqual(['message-in-part']);

    await take(simulation, ...delivered(says('d3', 9, { fact: 'ticket-linked', url: 'https://t/1', at: minute(9) })));
    expect((await caseOf(simulation))?.attention).toEqual(['message-in-part']);

    await take(simulation, ...delivered(says('d4', 10, wanting(10, [line('1', 2), line('2', 1)]))));
    expect((await caseOf(simulation))?.attention).toEqual([]);
  });

  it('A3: takes no line away that it does not name', async () => {
    const simulation = createSimulation();
    const whole = says('d1', 0, opened, wanting(0, [line('1', 2), line('2', 1)]));
    const part = says('d2', 5, wanting(5, [line('1', 1)], { inPart: true }));
    await take(simulation, ...delivered(whole, part));
    expect((await caseOf(simulation))?.details.lines).toEqual([line('1', 1), line('2', 1)]);

    await take(simulation, ...delivered(says('d3', 9, wanting(9, [line('1', 1)]))));
    expect((await caseOf(simulation))?.details.lines).toEqual([line('1', 1)]);
  });

  it('is the same adapter’s lesser word: read whole it takes the place of what was read in part, and never the other way round', async () => {
    const adapter = mendableAdapter(readInPart('d1'));
    const simulation = createSimulation(adapter);
    const delivery = says('d1', 0, opened);
    await take(simulation, ...delivered(delivery));
    const [before] = await simulation.table.cases.readObservations(key);

    adapter.mend(readPlainly);
    await take(simulation, replayOf(delivery));
    const [after] = await simulation.table.cases.readObservations(key);

    expect([before?.revision, after?.revision]).toEqual([2, 5]);
    const late = {
      ...before,
      id: before?.id ?? '',
      revision: 4,
      from: 'test/shop-a',
      receivedAt: minute(0),
      facts: [],
    };
    expect(await simulation.table.cases.putObservation(key, late)).toBe('known');
  });
});

describe('a delivery of which something is not settled', () => {
  const at = minute(3);
  const look = { shop: 'a', ref: { caseKey: key }, at };
  const refund: CaseFact = {
    fact: 'refund',
    refundId: 'F1',
    kind: 'goods-refund',
    amount: { amount: 100, currency: 'CNY' },
    outcome: 'done',
    by: 'merchant',
    at,
  };
  const observed = {
    ...inPart(saying({ about: 'case', ref: look.ref, facts: [refund] }), unread),
    look,
  } as Observed;

  async function received(...receipts: readonly Receipt[]) {
    const simulation = createSimulation({
      observerOf: () => ({ source: 'test', revision: 1, observe: () => observed }),
    });
    const [message] = delivered(says('d1', 3)) as [InboxMessage];
    const outcomes: string[] = [];
    for (const receipt of receipts) {
      const [recorded] = await recordTogether(simulation.recorder, [
        takeMessage(simulation.recorder, message, receipt),
      ]);
      outcomes.push(recorded?.outcome ?? '');
    }
    const hints = simulation.sent.filter((each) => Object(each).caseId !== undefined);
    return { outcomes, hints, money: (await caseOf(simulation))?.money.actions };
  }

  it('A3: is recorded, and asks for its case to be read, once however often the queue hands it out', async () => {
    const first = { messageId: 'q1', isAgain: false };
    const again = { messageId: 'q1', isAgain: true };
    const { outcomes, hints, money } = await received(first, again, again);

    expect(outcomes).toEqual(['in-part', 'in-part', 'in-part']);
    expect(hints).toEqual([{ source: 'test', channel: 'shop-a', shop: 'a', caseId: 'C1', at, attempt: 0, behind: 0 }]);
    expect(money).toMatchObject([{ refundId: 'F1' }]);
  });

  it('asks for it again when it is read anew', async () => {
    const { hints } = await received({ messageId: 'q1', isAgain: false }, { messageId: 'q2', isAgain: false });

    expect(hints).toHaveLength(2);
  });
});

describe('goods of which a line could not be read', () => {
  const cny = { amount: 9900, currency: 'CNY' };
  const own = { sku: 'E-1', quantity: 1 };
  const another = { sku: 'X-2', quantity: 'many' };
  const time = (hour: string) => `2026-03-02T${hour}:00:00Z`;
  const parcel = { warehouseId: 'east', trackingNumber: 'SF1234' };
  const opening = [
    standardMessage('own-store', 'm1', 'return.requested', time('01'), {
      caseId: 'R1',
      orderId: 'O1',
      kind: 'return',
      reason: { code: 'too-small' },
      lines: ['S1', 'X-2'].map((sku, index) => ({ lineId: String(index), sku, quantity: 1, unitPrice: cny })),
      refund: cny,
      paid: cny,
      orderState: 'delivered',
      buyer: { ref: 'b1', phoneTail: '1234' },
    }),
    standardMessage('own-store', 'm2', 'return.decided', time('02'), {
      caseId: 'R1',
      decision: 'approved',
      by: 'merchant',
    }),
    standardMessage('own-store', 'm3', 'return.shipped', time('03'), {
      caseId: 'R1',
      carrier: 'sf',
      trackingNumber: 'SF1234',
    }),
  ];
  const receipt = (...lines: readonly object[]) =>
    standardMessage('wms-east', 'm4', 'parcel.received', time('04'), {
      ...parcel,
      receivedAt: time('04'),
      receiptId: 'G1',
      lines,
    });
  const check = (...lines: readonly object[]) =>
    standardMessage('wms-east', 'm5', 'return.inspected', time('05'), {
      ...parcel,
      inspectedAt: time('05'),
      inspectionId: 'Q1',
      lines,
    });
  const passed = { ...own, result: 'passed' };

  async function recorded(...reports: readonly InboxMessage[]) {
    const simulation = createSimulation();
    await take(simulation, ...opening, ...reports);
    return await caseOf(simulation, 'standard:main:R1');
  }

  it('A3: are counted as far as they go: nothing is short, and a person is told', async () => {
    const counted = await recorded(receipt(own, another));

    expect(counted?.goods).toMatchObject([
      { sku: 'S1', received: 1, short: 0 },
      { sku: 'X-2', received: 0, short: 0 },
    ]);
    expect(counted?.notes).toEqual([{ code: 'message-in-part', detail: 'SF1234 data.lines.1.quantity' }]);
    expect((await recorded(receipt(own)))?.attention).toEqual(['goods-short']);
  });

  it('A3: are not yet checked: the clock of the check goes on', async () => {
    const clockOf = async (...reports: readonly InboxMessage[]) =>
      Object.values((await recorded(...reports))?.deadlines ?? {}).find(({ kind }) => kind === 'qc-follow-up');

    expect(await clockOf(receipt(own), check(passed, { ...another, result: 'passed' }))).not.toHaveProperty('metAt');
    expect(await clockOf(receipt(own), check(passed))).toHaveProperty('metAt');
  });
});
