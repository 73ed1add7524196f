import { beforeEach, describe, expect, it } from 'vitest';
import { addedOf } from '#shared/counting/counts.ts';
import type { HourCounts } from '#shared/counting/ports.ts';
import { recordTogether } from '#shared/recording/record-together.ts';
import { type Receipt, takeMessage } from '#shared/recording/taken.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import type { Delivery, Observed } from '#shared/sources/source.ts';
import { plainDelivery } from '../../memory/plain-observer.ts';
import { minute } from '../../memory/script.ts';
import { createSimulation } from '../../memory/simulation.ts';

const requested = (at: Instant): Observed => ({
  kind: 'sayings',
  sayings: [{ about: 'case', ref: { caseKey: 'test:a:C1' }, facts: [{ fact: 'requested', at }] }],
});
const opening: Observed = requested(minute(0));
const delivery = plainDelivery({ id: 'd1', channel: 'shop-a', receivedAt: addMillis(minute(0), 3_000) }, []);
const again = { ...delivery, receivedAt: minute(5) };
let counted: HourCounts[];
let simulation: ReturnType<typeof createSimulation>;

beforeEach(() => {
  counted = [];
  simulation = createSimulation();
});

async function receive(from: Delivery, says: Observed, receipt?: Receipt): Promise<void> {
  const recorder = {
    ...simulation.recorder,
    observerOf: () => ({ source: 'test', revision: 1, observe: () => says }),
    outbound: { send: async () => {}, hint: async () => {} },
    count: (counts: HourCounts) => void counted.push(counts),
  };
  await recordTogether(recorder, [takeMessage(recorder, { kind: 'delivery', delivery: from }, receipt)]);
}

const sums = () => counted.map((each) => each.sums);
const hint = (fields: object = {}): Observed => ({
  kind: 'notify-only',
  shop: 'a',
  ref: { caseKey: 'test:a:C1' },
  at: minute(0),
  ...fields,
});

describe('a receipt', () => {
  it('counts for its channel, in the hour and minute of its receipt, as late as the sender’s own time says', async () => {
    await receive(delivery, opening);

    expect(counted).toEqual([
      {
        source: 'test',
        channel: 'shop-a',
        hour: delivery.receivedAt.slice(0, 13),
        sums: { webhooks: 1, webhookLag2: 1 },
        heard: { webhook: [Number(delivery.receivedAt.slice(14, 16))], read: [] },
      },
    ]);
  });

  it('that came twice is one of its sender’s duplicates, whose lag says nothing', async () => {
    await receive(delivery, opening);
    await receive(again, opening);

    expect(sums()).toEqual([
      { webhooks: 1, webhookLag2: 1 },
      { webhooks: 1, duplicates: 1 },
    ]);
  });

  it('counts once, however often the queue hands it out, and when it is read anew', async () => {
    await receive(delivery, opening, { messageId: 'q-1', isAgain: false });
    await receive(delivery, opening, { messageId: 'q-1', isAgain: true });
    await receive(delivery, opening, { messageId: 'q-9', isAgain: false });
    await receive(again, opening, { messageId: 'q-2', isAgain: false });
    await receive(again, opening, { messageId: 'q-2', isAgain: true });

    expect(counted.reduce(addedOf).sums).toMatchObject({ webhooks: 2, duplicates: 1 });
  });

  it('that was read at a store counts apart, and is nobody’s duplicate', async () => {
    await receive({ ...delivery, via: 'read' }, opening);
    await receive({ ...again, via: 'read' }, opening);

    expect(sums()).toEqual([{ reads: 1, readLag2: 1 }, { reads: 1 }]);
    expect(counted[0]?.heard).toMatchObject({ webhook: [], read: [expect.any(Number)] });
  });

  it.each<[string, Observed, object]>([
    ['nobody understands', { kind: 'not-understood', reason: 'type: is missing' }, { webhooks: 1, notUnderstood: 1 }],
    ['is understood in part', { ...opening, unread: 'data.x: must be a text' } as Observed, { inPart: 1 }],
    ['is ignored', { kind: 'ignored', reason: 'a topic of others' }, { webhooks: 1 }],
    ['only hints, with a time', hint(), { webhooks: 1, webhookLag2: 1 }],
    ['only hints, by its receipt', hint({ at: delivery.receivedAt, atReceipt: true }), { webhooks: 1 }],
  ])('that %s', async (_, says, expected) => {
    await receive(delivery, says);

    expect(sums()).toEqual([expect.objectContaining(expected)]);
    expect(Object.keys(sums()[0] ?? {}).some((name) => name.startsWith('webhookLag'))).toBe(
      Object.keys(expected).some((name) => name.startsWith('webhookLag')) || says.kind === 'sayings',
    );
  });

  it('of several messages does not count: each of them does', async () => {
    await receive(delivery, { kind: 'several', parts: [{ id: 'm1', body: Buffer.from('[1]') }] });

    expect(counted).toEqual([]);
  });

  it.each([
    ['the receipt itself, where the sender names none', delivery.receivedAt],
    ['something to come', addMillis(delivery.receivedAt, 3_600_000)],
  ])('whose only time is that of %s says nothing of a lag', async (_, at) => {
    await receive(delivery, requested(at));

    expect(sums()).toEqual([{ webhooks: 1 }]);
  });

  it('counts as at once where the sender’s clock is a little ahead', async () => {
    await receive(delivery, requested(addMillis(delivery.receivedAt, 2_000)));

    expect(sums()).toEqual([{ webhooks: 1, webhookLag0: 1 }]);
  });
});

describe('a tally', () => {
  it('counts what others counted, in the hour in which they did', async () => {
    const recorder = { ...simulation.recorder, count: (counts: HourCounts) => void counted.push(counts) };
    const tallies = [
      { source: 'doudian', channel: 'app', counter: 'missed', count: 3 },
      { source: '-', channel: '-', counter: 'refused', count: 7 },
    ] as const;
    const message = { kind: 'tally', at: minute(90), counted: tallies } as const;

    expect(await recordTogether(recorder, [takeMessage(recorder, message)])).toEqual([{ outcome: 'counted' }]);
    expect(counted).toMatchObject([
      { source: 'doudian', channel: 'app', hour: minute(90).slice(0, 13), sums: { missed: 3 } },
      { source: '-', channel: '-', sums: { refused: 7 } },
    ]);
  });
});
