import { describe, expect, it } from 'vitest';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import { type Settled, settle } from '#shared/recording/order-places.ts';
import { type KeptItem, mostSiblings } from '#shared/recording/ports.ts';
import { recordMessage } from '#shared/recording/record-together.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { Note } from '#shared/returns/record/note.ts';
import type { Delivery } from '#shared/sources/source.ts';
import { approved, createSenders, refund } from '../../memory/lives.ts';
import { createSimulation, type Simulation } from '../../memory/simulation.ts';

/*
 * A buyer asked for 30 of the 129 yuan back for a stain, and got them. Then for a return of the same shoes, and got 129. Each case was within what was
 * paid, and nobody saw that 159 went out for a line of 129.
 */

const paid = { amount: 12_900, currency: 'CNY' };
const { shop } = createSenders('b9-');
const key = (caseId: string) => `test:a:${caseId}`;

function asked(minutes: number, caseId: string, lineIds: readonly string[], more: object = {}): Delivery {
  const lines = lineIds.map((lineId) => ({ lineId, sku: `S${lineId}`, quantity: 1 }));
  const details = { kind: 'return' as const, orderId: 'O1', paid, lines, ...more };
  return shop(minutes, caseId, { fact: 'requested' }, { fact: 'details', details }, approved);
}

function refunded(minutes: number, caseId: string, refundId: string, amount: number): Delivery {
  return shop(minutes, caseId, refund(refundId, amount));
}

async function settled(...deliveries: readonly Delivery[]): Promise<Simulation> {
  const simulation = createSimulation();
  await post(simulation, ...deliveries);
  return simulation;
}

async function post(simulation: Simulation, ...deliveries: readonly Delivery[]): Promise<void> {
  simulation.post(...deliveries.map((delivery) => ({ kind: 'delivery' as const, delivery })));
  await simulation.settle();
}

async function notesOf({ table }: Simulation, caseId: string): Promise<Note[]> {
  const notes = (await table.cases.readSnapshot(key(caseId)))?.snapshot.notes ?? [];
  return notes.filter(({ code }) => code.startsWith('line-'));
}

/** Whom the deliveries made look again. */
async function calledBy(simulation: Simulation, ...deliveries: readonly Delivery[]): Promise<string[]> {
  const before = simulation.table.outbox.length;
  await post(simulation, ...deliveries);
  return simulation.table.outbox.slice(before).flatMap((each) => (each.kind === 'sibling' ? [each.caseKey] : []));
}

const twoCases = [asked(0, 'C1', ['1']), asked(10, 'C2', ['1'])];
const inOtherCase = (caseId: string) => ({ code: 'line-in-other-case', detail: key(caseId) });
const overPaid = { code: 'line-over-paid', detail: '1' };

describe('the order line over its cases', () => {
  it('B9: notes on both cases that 30 and 129 went out for a line of 129', async () => {
    const simulation = await settled(...twoCases, refunded(20, 'C1', 'F1', 3000), refunded(30, 'C2', 'F2', 12_900));

    expect(await notesOf(simulation, 'C1')).toEqual([inOtherCase('C2'), overPaid]);
    expect(await notesOf(simulation, 'C2')).toEqual([inOtherCase('C1'), overPaid]);
    const stored = await simulation.table.cases.readSnapshot(key('C1'));
    expect(stored?.snapshot.attention).not.toContain('money-over-cap');
    expect(stored?.told.attention?.change).toMatchObject({
      type: 'Case Needs Attention',
      data: { reasons: expect.arrayContaining(['line-over-paid']) },
    });
  });

  it('B9: says so, too, of a case that was closed before, and nothing of an open one any more', async () => {
    const closed = shop(25, 'C1', { fact: 'closed' });
    const simulation = await settled(...twoCases, refunded(20, 'C1', 'F1', 3000), closed);
    expect(await notesOf(simulation, 'C2')).toEqual([]);
    await post(simulation, refunded(30, 'C2', 'F2', 12_900));

    expect(await notesOf(simulation, 'C1')).toEqual([overPaid]);
    expect(await notesOf(simulation, 'C2')).toEqual([overPaid]);
  });

  it('B9: says nothing to a case of the order that is on another line, and does not fold it anew', async () => {
    const simulation = await settled(asked(0, 'C3', ['2']), ...twoCases);
    const versions = simulation.written.filter((each) => each.key === key('C3')).length;
    await post(simulation, refunded(20, 'C1', 'F1', 3000), refunded(30, 'C2', 'F2', 12_900));

    expect(await notesOf(simulation, 'C3')).toEqual([]);
    expect(simulation.written.filter((each) => each.key === key('C3'))).toHaveLength(versions);
    expect(JSON.stringify(simulation.table.outbox.filter(({ kind }) => kind === 'sibling'))).not.toContain('C3');
  });

  it('B9: has a case look again only where its line crosses what was paid, or gains or loses an open case', async () => {
    const simulation = await settled(asked(0, 'C1', ['1']));

    expect(await calledBy(simulation, asked(10, 'C2', ['1']))).toEqual([key('C1')]);
    expect(await calledBy(simulation, refunded(20, 'C1', 'F1', 3000))).toEqual([]);
    expect(await calledBy(simulation, refunded(25, 'C2', 'F2', 9900))).toEqual([]);
    expect(await calledBy(simulation, refunded(30, 'C2', 'F3', 1))).toEqual([key('C1')]);
    expect(await calledBy(simulation, refunded(35, 'C2', 'F4', 3000))).toEqual([]);
    expect(await calledBy(simulation, shop(40, 'C2', { fact: 'closed' }))).toEqual([key('C1')]);
    expect(await calledBy(simulation, shop(45, 'C1', { fact: 'closed' }))).toEqual([]);
    expect(await calledBy(simulation, shop(50, 'C1', { fact: 'closed' }))).toEqual([]);
  });

  it('takes a case out of the order that it turns out not to be on', async () => {
    const simulation = await settled(...twoCases);
    const moved = shop(20, 'C1', { fact: 'details', details: { orderId: 'O2' } });

    expect(await calledBy(simulation, moved)).toEqual([key('C2')]);
    expect([await notesOf(simulation, 'C1'), await notesOf(simulation, 'C2')]).toEqual([[], []]);
    const order = { source: 'test', shop: 'a', orderId: 'O1' };
    const [first] = await simulation.table.orders.readItems(order);
    expect(first?.item).toEqual({ caseKey: key('C1'), open: false, paidOut: 0, lines: [] });
  });

  it('mends what a worker left there that was slower than another and then stopped', async () => {
    const simulation = await settled(...twoCases, refunded(20, 'C1', 'F1', 3000));
    const order = { source: 'test', shop: 'a', orderId: 'O1' };
    const [right] = await simulation.table.orders.readItems(order);
    await simulation.table.orders.putItem(
      order,
      { caseKey: key('C1'), open: true, paidOut: 0, lines: [{ lineId: '1', quantity: 1 }] },
      right?.revision ?? 0,
    );
    await post(simulation, refunded(20, 'C1', 'F1', 3000));

    const [mended] = await simulation.table.orders.readItems(order);
    expect(mended?.item).toEqual(right?.item);
    expect(await notesOf(simulation, 'C2')).toEqual([inOtherCase('C1')]);
  });

  it('has those look again who saw what a slower worker left there, though the one that mended it never wrote its record', async () => {
    const closed = shop(20, 'C1', { fact: 'closed' });
    const simulation = await settled(...twoCases, closed);
    const { orders } = simulation.table;
    const order = { source: 'test', shop: 'a', orderId: 'O1' };
    const [right] = (await orders.readItems(order)) as [KeptItem, KeptItem];
    await orders.putItem(order, { ...right.item, open: true }, right.revision);
    await post(simulation, shop(21, 'C2', { fact: 'ticket-linked', url: 'https://t/1' }));
    expect(await notesOf(simulation, 'C2')).toEqual([inOtherCase('C1')]);

    await orders.putItem(order, right.item, right.revision + 1);
    expect(await calledBy(simulation, closed)).toEqual([key('C2')]);
    expect(await notesOf(simulation, 'C2')).toEqual([]);
  });

  it('lets a case look again though its message comes three times, and writes it once', async () => {
    const simulation = await settled(...twoCases);
    const call = simulation.table.outbox.findLast(({ kind }) => kind === 'sibling') as InboxMessage;
    const count = simulation.written.length;
    await recordMessage(simulation.recorder, call);
    await recordMessage(simulation.recorder, call);

    expect(call).toEqual({ kind: 'sibling', caseKey: key('C1'), of: key('C2'), revision: 1 });
    expect(simulation.written).toHaveLength(count);
  });

  it('knows nothing of an order where what is said for its id is none', async () => {
    const simulation = await settled(
      asked(0, 'C1', ['1'], { orderId: 'N/A' }),
      asked(1, 'C2', ['1'], { orderId: 'N/A' }),
    );

    expect(await notesOf(simulation, 'C2')).toEqual([]);
    expect(Object.keys(simulation.table.dump()).filter((name) => name.startsWith('ORDER#'))).toEqual([]);
  });

  it('has all on the line look again where another worker changed it meanwhile: what crosses it, neither of the two shows', async () => {
    const simulation = await settled(...twoCases, asked(11, 'C3', ['1']), refunded(20, 'C2', 'F2', 10_000));
    const { cases, orders } = simulation.table;
    const order = { source: 'test', shop: 'a', orderId: 'O1' };
    const before = (await cases.readSnapshot(key('C1')))?.snapshot;
    const rows = await orders.readItems(order);
    const third = rows.find(({ item }) => item.caseKey === key('C3'));
    await orders.putItem(order, { ...(third as KeptItem).item, paidOut: 3000 }, third?.revision ?? 0);
    const money = { sums: [], actions: [{ kind: 'goods-refund', status: 'done', amount: { ...paid, amount: 3000 } }] };
    const snapshot = { ...before, money } as unknown as CaseSnapshot;
    const settling = { snapshot, before, revisions: { O1: rows[0]?.revision ?? 0 }, whole: false };

    const result = await settle(orders, { order, isNow: true, rows }, settling);
    expect((result as Settled).calls.map(({ caseKey }) => caseKey)).toEqual([key('C2'), key('C3')]);
  });

  it('says nothing of an order that has fifty cases', async () => {
    const most = Array.from({ length: mostSiblings - 1 }, (_, index) =>
      asked(index, `C${index}`, [index < 2 ? '1' : `of ${index}`]),
    );
    const simulation = await settled(...most);
    expect(await notesOf(simulation, 'C0')).toEqual([inOtherCase('C1')]);
    await post(simulation, asked(60, 'C60', ['1']), asked(61, 'C61', ['1']));

    for (const caseId of ['C0', 'C1', 'C60', 'C61']) {
      expect(await notesOf(simulation, caseId)).toEqual([]);
    }
    const order = { source: 'test', shop: 'a', orderId: 'O1' };
    expect(await simulation.table.orders.readItems(order)).toHaveLength(mostSiblings);
  });

  it('keeps orders of other shops apart', async () => {
    const other = createSenders('b9-other-');
    const simulation = await settled(asked(0, 'C1', ['1']));
    const { body, ...rest } = other.shop(10, 'C9', { fact: 'requested' });
    const elsewhere = Buffer.from(body).toString().replaceAll('test:a:C9', 'test:b:C9');
    const details = { fact: 'details', details: { orderId: 'O1', lines: [{ lineId: '1', sku: 'S1', quantity: 1 }] } };
    const said = JSON.stringify(
      (JSON.parse(elsewhere) as { facts: object[] }[]).map((saying) => ({
        ...saying,
        facts: [...saying.facts, { ...details, at: (saying.facts[0] as { at: string }).at }],
      })),
    );
    await post(simulation, { ...rest, channel: 'shop-b', body: Buffer.from(said) });

    expect((await simulation.table.cases.readSnapshot('test:b:C9'))?.snapshot.details.orderId).toBe('O1');
    expect(await notesOf(simulation, 'C1')).toEqual([]);
  });
});
