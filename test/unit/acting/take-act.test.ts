import { describe, expect, it } from 'vitest';
import { actBodies } from '#shared/acting/act-body.ts';
import { readNotes } from '#shared/acting/read-notes.ts';
import { takeAct } from '#shared/acting/take-act.ts';
import type { ActMessage } from '#shared/messages/inbox-message.ts';
import { erasePerson } from '#shared/recording/erase-person.ts';
import { recordAct } from '#shared/recording/record-act.ts';
import { randomFrom } from '../../memory/random.ts';
import { minute } from '../../memory/script.ts';
import { actingWorld, ann, bo, caseKey, parcel } from './acting-world.ts';

const text = '王小明 13800138000 说明天寄出';

describe('takeAct', () => {
  it('takes an act in the name of whom the token names, as of now, and numbers it', async () => {
    const { take, simulation } = await actingWorld();

    expect(await take(ann, { act: 'claim' }, 'k-1')).toEqual({ n: 2 });
    expect((await simulation.table.cases.readActs(caseKey))[1]).toEqual({
      n: 2,
      act: { act: 'claim', by: { person: 'ann', groups: ['day-team'] }, at: minute(100) },
      key: 'k-1',
    });
  });

  it('answers the same act under its key as the first time, though the hour and the token’s groups are others by then', async () => {
    const { take, at, simulation } = await actingWorld();
    const first = await take(ann, { act: 'claim' }, 'k-1');
    at(130);

    expect(await take({ ...ann, groups: ['agent'] }, { act: 'claim' }, 'k-1')).toEqual(first);
    expect(await simulation.table.cases.readActs(caseKey)).toHaveLength(2);
  });

  it.each([
    ['another act', ann, { act: 'release' }],
    ['another person’s act', bo, { act: 'claim' }],
  ])('refuses %s under a key that was used', async (_what, caller, body) => {
    const { take } = await actingWorld();
    await take(ann, { act: 'claim' }, 'k-1');

    expect(await take(caller, body, 'k-1')).toMatchObject({ refusal: { code: 'key-used', because: 'wrong' } });
  });

  it('says what came between where a decision was made on an older sight', async () => {
    const { take } = await actingWorld();
    await take(ann, { act: 'choose-warehouse', warehouseId: 'west', ifAct: 1 });

    expect(await take(bo, { act: 'choose-warehouse', warehouseId: 'east', ifAct: 1 })).toMatchObject({
      refusal: {
        code: 'came-between',
        because: 'state',
        between: { n: 2, act: 'choose-warehouse', by: 'ann', at: minute(100) },
      },
    });
  });

  it('lets no work come between a decision and its sight', async () => {
    const { take } = await actingWorld();
    await take(bo, { act: 'claim' });
    await take(bo, { act: 'flag', flag: 'red' });

    expect(await take(ann, { act: 'choose-warehouse', warehouseId: 'west', ifAct: 1 })).toEqual({ n: 4 });
  });

  it('takes an act on a parcel, too', async () => {
    const { take, simulation } = await actingWorld();

    expect(await take(ann, { act: 'claim' }, 'k-1', { parcel })).toEqual({ n: 1 });
    expect((await simulation.table.parcels.readSnapshot(parcel))?.snapshot.work?.owner?.person).toBe('ann');
  });
});

describe('two people who claim one case at once', () => {
  it('are one who has it and one who hears who, however their workers interleave', async () => {
    const winners = new Set<string>();
    for (let seed = 0; seed < 60; seed += 1) {
      const { simulation } = await actingWorld();
      const answers: unknown[] = [];
      const claimOf = (person: string): ActMessage => ({
        kind: 'act',
        record: { caseKey },
        act: { act: 'claim', by: { person, groups: ['agent'] }, at: minute(200) },
        ifAct: 1,
        key: person,
      });
      simulation.post(claimOf('ann'), claimOf('bo'));
      await simulation.settleTogether(2, randomFrom(seed));
      for (const person of ['ann', 'bo']) {
        answers.push(await recordAct(simulation.recorder, claimOf(person)));
      }
      const owner = (await simulation.table.cases.readSnapshot(caseKey))?.snapshot.work?.owner;
      const [won, lost] = owner?.person === 'ann' ? answers : answers.toReversed();
      winners.add(String(owner?.person));

      expect(simulation.dead).toEqual([]);
      expect(won).toEqual({ outcome: 'acted', n: 2 });
      expect(lost).toMatchObject({ outcome: 'refused', refusal: { code: 'owned', owner } });
    }
    expect([...winners].sort()).toEqual(['ann', 'bo']);
  });

  it('are answered within their own requests: the loser, who read before the winner wrote, by the winner’s name', async () => {
    const { acting, take, simulation } = await actingWorld();
    let isFirst = true;
    const { cases } = acting;
    const slow = {
      ...acting,
      cases: {
        ...cases,
        writeSnapshot: async (...inputs: Parameters<typeof cases.writeSnapshot>) => {
          if (isFirst) {
            isFirst = false;
            await take(bo, { act: 'claim' });
          }
          return await cases.writeSnapshot(...inputs);
        },
      },
    };
    const answer = await takeAct(slow, {
      caller: ann,
      record: { caseKey },
      asked: { act: 'claim', ifAct: 1 },
      key: 'a',
    });

    expect(answer).toMatchObject({
      refusal: { code: 'owned', owner: { person: 'bo' }, text: { en: 'owned by bo since 2026-03-01 09:40' } },
    });
    expect((await simulation.table.cases.readActs(caseKey)).map(({ act }) => act.act)).toEqual([
      'choose-warehouse',
      'claim',
    ]);
  });
});

describe('a note', () => {
  it('is kept among the personal data of its record, and what it says is nowhere else', async () => {
    const { take, simulation, acting } = await actingWorld();
    await take(ann, { act: 'note', text });
    await simulation.settle();
    const everywhere = Object.entries(simulation.table.dump()).filter(([, row]) =>
      JSON.stringify(row).includes('13800138000'),
    );

    expect(everywhere.map(([key]) => key)).toEqual([expect.stringMatching(/^CASE#test:a:C1.*PERSON/)]);
    expect(JSON.stringify([simulation.table.stream, simulation.sent])).not.toContain('13800138000');
    expect(await readNotes(acting, { caseKey })).toEqual([{ n: 2, at: minute(100), by: 'ann', text }]);
  });

  it('is kept once, however often it is asked for under its key', async () => {
    const { take, acting } = await actingWorld();
    await take(ann, { act: 'note', text }, 'k-1');

    expect(await take(ann, { act: 'note', text }, 'k-1')).toEqual({ n: 2 });
    expect(await readNotes(acting, { caseKey })).toHaveLength(1);
  });

  it('leaves what it says as it was where another text comes under its key', async () => {
    const { take, acting } = await actingWorld();
    await take(ann, { act: 'note', text }, 'k-1');

    expect(await take(ann, { act: 'note', text: 'something else' }, 'k-1')).toMatchObject({
      refusal: { code: 'key-used' },
    });
    expect((await readNotes(acting, { caseKey })).map((note) => note.text)).toEqual([text]);
  });

  it('goes with the people of its case, and with them the notes on its parcels', async () => {
    const { take, acting, simulation } = await actingWorld();
    await take(ann, { act: 'note', text });
    await take(ann, { act: 'note', text }, 'k-9', { parcel });
    await erasePerson(simulation.table, caseKey);

    expect(await readNotes(acting, { caseKey })).toEqual([]);
    expect(await readNotes(acting, { parcel })).toEqual([]);
    expect(JSON.stringify(simulation.table.dump())).not.toContain('13800138000');
    expect(await take(ann, { act: 'note', text })).toMatchObject({
      refusal: { code: 'person-erased', because: 'state' },
    });
    expect((await simulation.table.cases.readActs(caseKey)).map(({ act }) => act.act)).toEqual([
      'choose-warehouse',
      'note',
    ]);
  });

  it('is refused once there is no room, and is not counted', async () => {
    const { take, simulation } = await actingWorld();
    await simulation.table.cases.putPersonalData(caseKey, { photos: ['x'.repeat(299_000)] }, minute(1));

    expect(await take(ann, { act: 'note', text: '很'.repeat(1000) })).toMatchObject({ refusal: { code: 'no-room' } });
    expect((await simulation.table.cases.readSnapshot(caseKey))?.snapshot).not.toHaveProperty('work');
  });

  it('with a promise whose time has passed leaves nothing behind', async () => {
    const { take, simulation } = await actingWorld();
    const refused = await take(ann, { act: 'note', text, promisedUntil: minute(99) });

    expect(refused).toMatchObject({ refusal: { code: 'time-passed' } });
    expect(JSON.stringify(simulation.table.dump())).not.toContain('13800138000');
  });
});

describe('the body of an act', () => {
  const isBody = (record: 'case' | 'parcel', body: unknown) => actBodies[record].safeParse(body).success;

  it.each([
    ['one act', { act: 'claim' }],
    ['what it saw last, and a key', { act: 'claim', ifAct: 3, key: 'k' }],
    ['a note’s text', { act: 'note', text: 'a'.repeat(1000) }],
    ['a promise that was kept', { act: 'note', text: 'sent', promisedUntil: null }],
  ])('is %s', (_what, body) => {
    expect(isBody('case', body)).toBe(true);
  });

  it.each([
    ['an act that nobody knows', { act: 'refund-everything' }],
    ['a text that is too long', { act: 'note', text: 'a'.repeat(1001) }],
    ['a text of blanks', { act: 'note', text: '   ' }],
    ['the id of a note in place of its text', { act: 'note', noteId: '0'.repeat(32) }],
    ['who acts', { act: 'claim', by: { person: 'somebody else' } }],
    ['when', { act: 'claim', at: minute(0) }],
    ['a number below 0', { act: 'claim', ifAct: -1 }],
    ['an act of parcels', { act: 'allot', units: {} }],
    ['a person’s name for their id', { act: 'reassign', to: { person: '王小明' } }],
  ])('is not %s', (_what, body) => {
    expect(isBody('case', body)).toBe(false);
  });

  it('on a parcel knows no store', () => {
    expect([
      isBody('parcel', { act: 'handled-on-platform', did: 'refunded' }),
      isBody('parcel', { act: 'claim' }),
    ]).toEqual([false, true]);
  });
});
