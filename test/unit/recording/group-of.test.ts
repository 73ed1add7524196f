import { describe, expect, it } from 'vitest';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import { groupOf, takeMessage } from '#shared/recording/taken.ts';
import { createSenders, sentIn, twoShoes } from '../../memory/lives.ts';
import { minute } from '../../memory/script.ts';
import { createSimulation } from '../../memory/simulation.ts';

const { recorder } = createSimulation();
const { shop, ofParcel, wmsOfCase } = createSenders();
const nameOf = (message: InboxMessage) => groupOf(takeMessage(recorder, message));
const delivered = (delivery: ReturnType<typeof shop>): InboxMessage => ({ kind: 'delivery', delivery });

const ofCase = (key: string): InboxMessage[] => [
  delivered(shop(0, key, twoShoes)),
  delivered(shop(1, key, sentIn('PA01'))),
  { kind: 'named', caseKey: `test:a:${key}`, aliases: [] },
  { kind: 'strike', caseKey: `test:a:${key}`, at: minute(1) },
  { kind: 'rebuild', record: { caseKey: `test:a:${key}` }, emit: false },
];
const ofNumber = (number: string): InboxMessage[] => [
  delivered(ofParcel(0, number, { fact: 'moved', stage: 'in-transit' })),
  { kind: 'parcel-linked', number },
  { kind: 'rebuild', record: { parcel: number }, emit: false },
];

describe('groupOf', () => {
  it('puts what concerns one record together, and nothing else', () => {
    const groups = [ofCase('C1'), ofCase('C2'), ofNumber('PA01'), ofNumber('PA02')];
    const names = groups.map((messages) => new Set(messages.map(nameOf)));

    expect(names.map(({ size }) => size)).toEqual([1, 1, 1, 1]);
    expect(new Set(names.flatMap((each) => [...each])).size).toBe(4);
  });

  it('puts what goes by one name together, until somebody knows whose it is', () => {
    const byName = (value: string) =>
      nameOf(delivered(wmsOfCase(0, { alias: { kind: 'reverse-order', value } }, { fact: 'requested' })));

    expect(byName('V1')).toBe(byName('V1'));
    expect(byName('V1')).not.toBe(byName('V2'));
  });
});
