import { describe, expect, it, vi } from 'vitest';
import type { InboxMessage, ReadHint } from '#shared/messages/inbox-message.ts';
import { recordMessage, recordTogether } from '#shared/recording/record-together.ts';
import type { Recorder } from '#shared/recording/recorder.ts';
import { type Receipt, takeMessage } from '#shared/recording/taken.ts';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import type { Delivery, Observed } from '#shared/sources/source.ts';
import { plainDelivery } from '../../memory/plain-observer.ts';
import { minute } from '../../memory/script.ts';
import { createSimulation, type Simulation } from '../../memory/simulation.ts';

const key = 'test:a:C1';
const requested: CaseFact = { fact: 'requested', at: minute(0) };
const opening = plainDelivery({ id: 'd1', channel: 'shop-a', receivedAt: minute(0) }, [
  { about: 'case', ref: { caseKey: key }, facts: [requested] },
]);

/** The simulation's recorder with a source that says just this, and what it sent. */
function observing(simulation: Simulation, observed: Observed) {
  const sent: InboxMessage[] = [];
  const hints: ReadHint[] = [];
  const recorder = {
    ...simulation.recorder,
    observerOf: () => ({ source: 'test', revision: 1, observe: () => observed }),
    outbound: {
      send: async (message: InboxMessage) => {
        sent.push(message);
      },
      hint: async (hint: ReadHint) => {
        hints.push(hint);
      },
    },
  };
  return {
    sent,
    hints,
    record: (message: InboxMessage) => recordMessage(recorder, message),
    receive: async (message: InboxMessage, receipt: Receipt) =>
      (await recordTogether(recorder, [takeMessage(recorder, message, receipt)]))[0],
  };
}

const delivery: Delivery = plainDelivery({ id: 'post-1', channel: 'shop-a', receivedAt: minute(1) }, []);

describe('recordDelivery of several messages', () => {
  it('sends each through the inbox as a delivery of its own, with its own id and body', async () => {
    const simulation = createSimulation();
    const parts = [
      { id: 'm1', body: Buffer.from('[1]') },
      { id: 'm2', body: Buffer.from('[2]') },
    ];
    const { sent, record } = observing(simulation, { kind: 'several', parts });

    expect(await record({ kind: 'delivery', delivery })).toEqual({ outcome: 'several' });
    expect(sent).toEqual(parts.map((part) => ({ kind: 'delivery', delivery: { ...delivery, ...part } })));
  });

  it('sends them once, however often the queue hands the request out', async () => {
    const parts = [{ id: 'm1', body: Buffer.from('[1]') }];
    const { sent, receive } = observing(createSimulation(), { kind: 'several', parts });

    for (const isAgain of [false, true, true]) {
      expect(await receive({ kind: 'delivery', delivery }, { messageId: 'q1', isAgain })).toEqual({
        outcome: 'several',
      });
    }
    expect(sent).toHaveLength(1);
  });

  it('sends them again for another message, and for one whose worker was stopped before it was done', async () => {
    const parts = [{ id: 'm1', body: Buffer.from('[1]') }];
    const { sent, receive } = observing(createSimulation(), { kind: 'several', parts });

    await receive({ kind: 'delivery', delivery }, { messageId: 'q1', isAgain: true });
    await receive({ kind: 'delivery', delivery }, { messageId: 'q2', isAgain: false });
    await receive({ kind: 'delivery', delivery }, { messageId: 'q3', isAgain: true });

    expect(sent).toHaveLength(3);
  });

  it('keeps the request as it came', async () => {
    const simulation = createSimulation();
    const { record } = observing(simulation, { kind: 'several', parts: [{ id: 'm1', body: Buffer.from('[1]') }] });

    await record({ kind: 'delivery', delivery });

    const kept = await simulation.table.deliveries.read({ source: 'test', channel: 'shop-a', id: 'post-1' });
    expect(Buffer.from(kept?.body ?? [])).toEqual(delivery.body);
  });
});

describe('recordDelivery of a hint', () => {
  const hint = { kind: 'notify-only', shop: 'a', ref: { caseKey: key }, at: minute(7) } as const;

  it('notes that a webhook told of the change, for listing to compare with', async () => {
    const simulation = createSimulation();
    const { hints, record } = observing(simulation, hint);

    await record({ kind: 'delivery', delivery });

    expect(await simulation.table.sightings.lastOf(key)).toBe(minute(7));
    expect(hints).toEqual([
      { source: 'test', channel: 'shop-a', shop: 'a', caseId: 'C1', at: minute(7), attempt: 0, behind: 0 },
    ]);
  });
});

describe('recordDelivery of a hint that the queue hands out again', () => {
  it('asks for one read', async () => {
    const hint = { kind: 'notify-only', shop: 'a', ref: { caseKey: key }, at: minute(7) } as const;
    const { hints, receive } = observing(createSimulation(), hint);

    for (const isAgain of [false, true, true]) {
      await receive({ kind: 'delivery', delivery }, { messageId: 'q1', isAgain });
    }
    expect(hints).toHaveLength(1);
  });

  it('asks for it after all where the first try failed, though by then its name had been looked for in vain', async () => {
    const { recorder: base } = createSimulation();
    const alias = { kind: 'reverse-order', value: 'V1' } as const;
    const hints: unknown[] = [];
    const hint = vi.fn(async (each: unknown) => void hints.push(each)).mockRejectedValueOnce(new Error('throttled'));
    const recorder: Recorder = {
      ...base,
      observerOf: () => ({
        source: 'test',
        revision: 1,
        observe: () => ({ kind: 'notify-only', shop: 'a', ref: { alias }, at: minute(1) }),
      }),
      aliases: {
        ...base.aliases,
        // Whoever names the case has just read what is held, and found nothing yet.
        hold: async (name, ref) => {
          await base.aliases.putCase(name, key);
          await base.aliases.hold(name, ref);
        },
      },
      outbound: { send: async () => {}, hint },
    };
    const receive = async (isAgain: boolean) =>
      await recordTogether(recorder, [
        takeMessage(recorder, { kind: 'delivery', delivery }, { messageId: 'q1', isAgain }),
      ]);

    await expect(receive(false)).rejects.toThrow('throttled');
    await receive(true);
    expect(hints).toHaveLength(1);
  });
});

describe('recordTogether', () => {
  it('folds a record once for all messages of it', async () => {
    const simulation = createSimulation();
    const { recorder } = simulation;
    const facts = [1, 2, 3].map(
      (count): InboxMessage => ({
        kind: 'delivery',
        delivery: plainDelivery({ id: `d${count}`, channel: 'shop-a', receivedAt: minute(count) }, [
          {
            about: 'case',
            ref: { caseKey: key },
            facts: [{ fact: 'ticket-linked', url: `https://t/${count}`, at: minute(count) }],
          },
        ]),
      }),
    );

    const recorded = await recordTogether(
      recorder,
      facts.map((message) => takeMessage(recorder, message)),
    );

    expect(recorded).toEqual([{ outcome: 'applied' }, { outcome: 'applied' }, { outcome: 'applied' }]);
    expect(simulation.written).toHaveLength(1);
    expect((await simulation.table.cases.readSnapshot(key))?.snapshot.tickets).toHaveLength(3);
  });
});

describe('recordMessage of an answer', () => {
  const answer = (accepted: boolean, callId: string): InboxMessage => ({
    kind: 'answered',
    record: { caseKey: key },
    callId,
    by: 'hangzhou',
    at: minute(3),
    facts: [{ fact: 'pre-advice-answered', announcementId: 'a1', accepted, at: minute(3) }],
  });

  it('makes an observation of it, once however often it comes', async () => {
    const simulation = createSimulation();
    simulation.post({ kind: 'delivery', delivery: opening }, answer(true, 'a1/create/accepted'));
    simulation.post(answer(true, 'a1/create/accepted'));
    await simulation.settle();

    const observations = await simulation.table.cases.readObservations(key);
    expect(observations.filter(({ from }) => from === 'hangzhou')).toHaveLength(1);
    const record = await simulation.table.cases.readSnapshot(key);
    expect(record?.snapshot.preAdviceAnswers.a1).toMatchObject({ accepted: true });
  });

  it('records what a carrier feed answered of a parcel', async () => {
    const simulation = createSimulation();
    simulation.post({
      kind: 'answered',
      record: { parcel: 'SF1234567' },
      callId: 'follow/1/accepted',
      by: 'kuaidi100/feed',
      at: minute(3),
      facts: [{ fact: 'follow-answered', round: 1, accepted: true, at: minute(3) }],
    });
    await simulation.settle();

    expect(await simulation.table.parcels.readObservations('SF1234567')).toMatchObject([
      { id: 'call/follow/1/accepted', from: 'kuaidi100/feed' },
    ]);
  });
});
