import { describe, expect, it } from 'vitest';
import { Fault, type FaultCode } from '#shared/fault/fault.ts';
import type { TallyMessage } from '#shared/messages/inbox-message.ts';
import { notingToken } from '#shared/reconciling/note-token.ts';
import type { Reconciled } from '#shared/reconciling/reconcile-shop.ts';
import { tallyMissed } from '#shared/reconciling/tally-missed.ts';
import { createMemoryTable } from '../../memory/memory-table.ts';
import { minutes } from './listed-store.ts';

const name = 'doudian/app/shop';
const reconciled = (fields: Partial<Reconciled> = {}): Reconciled => ({
  outcome: 'listed',
  listed: 0,
  known: 0,
  hinted: 0,
  missed: 0,
  isSilent: false,
  isStuck: false,
  ...fields,
});
const refusing = (code: FaultCode) => async (): Promise<Reconciled> => {
  throw new Fault(code, 'no', { advice: 'look' });
};

function openNotes() {
  const { tokens } = createMemoryTable();
  const run = async (minute: number, reconcile: () => Promise<Reconciled>) => {
    await notingToken({ tokens, now: () => minutes(minute) }, name, reconcile).catch(() => {});
    return await tokens.readToken(name);
  };
  return { tokens, run };
}

describe('notingToken', () => {
  it.each([
    ['ok', async () => reconciled()],
    ['ok', async () => reconciled({ outcome: 'more' })],
    ['refused', refusing('call-refused')],
    ['missing', refusing('secret-malformed')],
    ['missing', refusing('not-configured')],
  ] as const)('notes that a token is %s', async (state, reconcile) => {
    expect(await openNotes().run(1, reconcile)).toEqual({ state, since: minutes(1), at: minutes(1) });
  });

  it.each([
    ['is busy', async () => reconciled({ outcome: 'busy' })],
    ['answers what nobody understands', refusing('answer-not-understood')],
  ] as const)('notes nothing of a shop that %s', async (_, reconcile) => {
    const { run } = openNotes();
    await run(1, refusing('call-refused'));

    expect(await run(2, reconcile)).toEqual({ state: 'refused', since: minutes(1), at: minutes(1) });
  });

  it('knows since when it is so', async () => {
    const { run } = openNotes();
    await run(1, async () => reconciled());
    await run(2, refusing('call-refused'));

    expect(await run(3, refusing('call-refused'))).toEqual({ state: 'refused', since: minutes(2), at: minutes(3) });
    expect(await run(4, async () => reconciled())).toEqual({ state: 'ok', since: minutes(4), at: minutes(4) });
  });

  it('gives back what the run found, and throws what it threw', async () => {
    const { tokens } = openNotes();
    const noting = { tokens, now: () => minutes(1) };

    expect(await notingToken(noting, name, async () => reconciled({ missed: 2 }))).toMatchObject({ missed: 2 });
    await expect(notingToken(noting, name, refusing('call-refused'))).rejects.toMatchObject({ code: 'call-refused' });
  });
});

describe('tallyMissed', () => {
  it('tells how many webhooks were missed, and nothing where none were', async () => {
    const told: TallyMessage[] = [];
    const tell = async (message: TallyMessage) => void told.push(message);
    const channel = { source: 'doudian', channel: 'app' };
    await tallyMissed(tell, channel, reconciled(), minutes(1));
    await tallyMissed(tell, channel, reconciled({ missed: 2 }), minutes(2));

    expect(told).toEqual([{ kind: 'tally', at: minutes(2), counted: [{ ...channel, counter: 'missed', count: 2 }] }]);
  });
});
