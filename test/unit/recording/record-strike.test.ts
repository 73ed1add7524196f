import { describe, expect, it } from 'vitest';
import type { OutboxMessage } from '#shared/messages/inbox-message.ts';
import { recordMessage } from '#shared/recording/record-together.ts';
import type { Recorder } from '#shared/recording/recorder.ts';
import type { Deadline } from '#shared/returns/deadlines/part.ts';
import { foldRevision } from '#shared/returns/record/fold-revision.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { Delivery } from '#shared/sources/source.ts';
import { approved, createSenders, sentIn, twoShoes } from '../../memory/lives.ts';
import { minute } from '../../memory/script.ts';
import { createSimulation } from '../../memory/simulation.ts';

const caseKey = 'test:a:C1';
const hours = (count: number) => minute(60 * count);

/** A return whose platform wants the money back by the 24th hour, so that the clock reminds eight hours before. */
async function opened(openedAt: Instant, due = hours(24)) {
  const simulation = createSimulation();
  const clock = { now: openedAt, isBehind: false };
  const recorder: Recorder = {
    ...simulation.recorder,
    now: () => clock.now,
    isInboxBehind: async () => clock.isBehind,
  };
  const { shop } = createSenders();
  const dueBy = (instant: Instant) => ({ fact: 'platform-deadline', kind: 'refund', due: instant }) as const;
  const receive = async (delivery: Delivery) => await recordMessage(recorder, { kind: 'delivery', delivery });
  await receive(shop(0, 'C1', { fact: 'requested' }, twoShoes, approved, sentIn('PA01'), dueBy(due)));
  return {
    clock,
    recorder,
    table: simulation.table,
    move: async (to: Instant) => await receive(shop(1, 'C1', dueBy(to))),
    strike: async (at: Instant) => await recordMessage(recorder, { kind: 'strike', caseKey, at }),
    strikes: () => simulation.table.outbox.filter((each: OutboxMessage) => each.kind === 'strike').map(({ at }) => at),
    refund: async (): Promise<Deadline | undefined> => {
      const stored = await simulation.table.cases.readSnapshot(caseKey);
      return Object.values(stored?.snapshot.deadlines ?? {}).find(({ kind }) => kind === 'refund');
    },
  };
}

describe('recordMessage, of a strike', () => {
  it('puts the tick of the strike that has come, and the record strikes next at the due time', async () => {
    const { clock, strike, refund } = await opened(hours(0));
    clock.now = hours(16);

    expect(await strike(hours(16))).toEqual({ outcome: 'applied' });
    expect(await refund()).toMatchObject({ reminded: true, nextStrike: { phase: 'due', at: hours(24) } });
  });

  it('puts none before its time, and comes again then, however much is in the inbox', async () => {
    const { clock, strike, refund } = await opened(hours(0));
    clock.now = hours(15);
    clock.isBehind = true;

    expect(await strike(hours(16))).toMatchObject({ outcome: 'ignored', againSeconds: 3600 });
    expect(await refund()).toMatchObject({ reminded: false });
  });

  it('comes not again for what will not strike then', async () => {
    const { clock, strike } = await opened(hours(0));
    clock.now = hours(15);

    expect(await strike(hours(17))).toEqual({ outcome: 'ignored', reason: 'no clock of it strikes now' });
  });

  it('puts one tick, however often it is told', async () => {
    const { clock, strike, table } = await opened(hours(0));
    clock.now = hours(16);
    await strike(hours(16));
    const written = table.stream.length;

    expect(await strike(hours(16))).toMatchObject({ outcome: 'ignored' });
    expect(table.stream).toHaveLength(written);
  });

  it('puts none for a deadline that moved away', async () => {
    const { clock, move, strike, table } = await opened(hours(0));
    clock.now = hours(15);
    await move(hours(48));
    clock.now = hours(16);

    expect(await strike(hours(16))).toMatchObject({ outcome: 'ignored' });
    expect(
      (await table.cases.readObservations(caseKey)).flatMap(({ facts }) => facts.map(({ fact }) => fact)),
    ).not.toContain('tick');
  });

  it('waits a minute while the inbox is behind: what waits there may meet the deadline', async () => {
    const { clock, strike, refund } = await opened(hours(0));
    clock.now = hours(16);
    clock.isBehind = true;

    expect(await strike(hours(16))).toMatchObject({ againSeconds: 60 });
    expect(await refund()).toMatchObject({ reminded: false });
    clock.isBehind = false;
    expect(await strike(hours(16))).toEqual({ outcome: 'applied' });
  });

  it('waits longer the later it is while the inbox is behind, since each time counts as a receive', async () => {
    const { clock, strike } = await opened(hours(0));
    clock.isBehind = true;
    const rests: unknown[] = [];
    for (const late of [0, 10, 60]) {
      clock.now = minute(16 * 60 + late);
      rests.push(((await strike(hours(16))) as { againSeconds?: number }).againSeconds);
    }

    expect(rests).toEqual([60, 300, 900]);
  });

  it('puts the tick of a parcel that nobody claims, too', async () => {
    const { clock, recorder, table } = await opened(hours(0));
    const { ofParcel } = createSenders('other-');
    const received = { fact: 'received', receiptId: 'R1', warehouseId: 'east' } as const;
    await recordMessage(recorder, { kind: 'delivery', delivery: ofParcel(0, 'PA09', received) });
    const read = async () => Object.values((await table.parcels.readSnapshot('PA09'))?.snapshot.deadlines ?? {})[0];
    const at = (await read())?.nextStrike?.at ?? hours(0);
    clock.now = at;

    expect(await recordMessage(recorder, { kind: 'strike', parcel: 'PA09', at })).toEqual({ outcome: 'applied' });
    expect(await read()).toMatchObject({ kind: 'unclaimed-parcel', reminded: true, nextStrike: { phase: 'due' } });
  });

  it('ignores one of a case that is not there', async () => {
    const { recorder } = await opened(hours(0));

    expect(await recordMessage(recorder, { kind: 'strike', caseKey: 'test:a:C9', at: hours(1) })).toMatchObject({
      outcome: 'ignored',
    });
  });

  it('folds a record anew of an earlier fold, which knew of no strikes', async () => {
    const { clock, strike, strikes, table, refund } = await opened(hours(0));
    const stored = await table.cases.readSnapshot(caseKey);
    const { nextStrike: _, ...old } = (await refund()) as Deadline;
    const snapshot = { ...stored?.snapshot, deadlines: { [old.id]: old } };
    table.plant(`CASE#${caseKey}`, { ...stored, foldRevision: foldRevision - 1, snapshot } as never);
    clock.now = hours(15);

    expect(await strike(hours(15))).toEqual({ outcome: 'refolded' });
    expect(await refund()).toMatchObject({ nextStrike: { at: hours(16) } });
    expect(strikes()).toContain(hours(16));
  });
});

describe('what strikes before long', () => {
  it('is sent with the record, once, and nothing that is further ahead', async () => {
    const near = await opened(hours(15));
    expect(near.strikes()).toEqual([hours(16)]);
    near.clock.now = hours(16);
    await near.strike(hours(16));
    expect(near.strikes()).toEqual([hours(16)]);

    const far = await opened(hours(14));
    expect(far.strikes()).toEqual([]);
  });

  it('is sent when a strike brings the next one near', async () => {
    const { clock, strike, strikes } = await opened(hours(0), hours(1));
    expect(strikes()).toEqual([hours(0)]);
    clock.now = hours(0);
    await strike(hours(0));

    expect(strikes()).toEqual([hours(0), hours(1)]);
  });

  it('is sent anew when it moves', async () => {
    const { clock, move, strikes } = await opened(hours(15));
    clock.now = minute(15 * 60 + 5);
    await move(minute(24 * 60 + 10));

    expect(strikes()).toEqual([hours(16), minute(16 * 60 + 10)]);
  });
});
