import { describe, expect, it } from 'vitest';
import type { CaseEntry } from '#shared/returns/attention/entry.ts';
import { caseEntry, hours, todo } from '../../memory/entries.ts';
import { routedMerchant } from './routed.ts';
import { tellWorld } from './told-world.ts';

const robots = [
  { id: 'group', kind: 'dingtalk' },
  { id: 'other', kind: 'feishu' },
];
const one = routedMerchant({ robots: robots.slice(0, 1), routes: [{ robots: ['group'] }] });
const both = routedMerchant({ robots, routes: [{ robots: ['group', 'other'] }] });
const urgent = (caseId: string, minutes = 60): CaseEntry =>
  caseEntry(caseId, { platform: { kind: 'platform-decision', subject: 'decision', dueAt: hours(minutes / 60) } });
const swapped = (caseId: string) => caseEntry(caseId, { todos: [todo('contact-buyer')] });
const many = (count: number) => Array.from({ length: count }, (_, n) => swapped(`C${n}`));

describe('tellPeople', () => {
  it('tells each thing once, whatever the number of runs and processes', async () => {
    const world = tellWorld(both);
    world.entries = [urgent('C1'), swapped('C2')];
    const known = new Set<string>();
    await world.run(known);
    await world.run(known);
    await Promise.all([world.run(), world.run()]);

    expect(world.told.map(({ robot, notice }) => [robot, notice.data.level])).toEqual([
      ['group', 'two-hours'],
      ['other', 'two-hours'],
      ['group', 'exception'],
      ['other', 'exception'],
    ]);
  });

  it('tells the same of the last half-hour anew, and when another owner has it', async () => {
    const world = tellWorld(one);
    world.entries = [urgent('C1')];
    await world.run();
    world.pass(35);
    await world.run();
    world.entries = [{ ...urgent('C1'), work: { notes: 0, owner: { person: 'p1', since: hours(-1) } } }];
    await world.run();

    expect(world.told.map(({ notice }) => notice.data.level)).toEqual(['two-hours', 'half-hour', 'half-hour']);
  });

  it('tells nobody of what is done, though a list that lags still shows it', async () => {
    const world = tellWorld(one);
    world.listed = [urgent('C1'), urgent('C2'), urgent('C3')];
    world.entries = [
      { ...urgent('C1'), isOpen: false },
      { ...urgent('C2'), work: { notes: 0, owner: { person: 'p1', since: hours(0) }, touchedAt: hours(0) } },
    ];
    await world.run();

    expect(world.told).toEqual([]);
  });

  it('tells it after all where a record rings again later', async () => {
    const world = tellWorld(one);
    world.listed = [swapped('C1')];
    world.entries = [{ ...swapped('C1'), todos: [] }];
    await world.run();
    world.entries = world.listed;
    await world.run();

    expect(world.told).toHaveLength(1);
  });

  it('asks nothing more of what its own process knows to be told', async () => {
    const world = tellWorld(one);
    world.entries = [urgent('C1')];
    const known = new Set<string>();
    await world.run(known);
    let asked = 0;
    const { claim } = world.notices;
    Object.assign(world.notices, {
      claim: async (...args: Parameters<typeof claim>) => {
        asked += 1;
        return await claim(...args);
      },
    });
    await world.run(known);

    expect(asked).toBe(0);
    world.entries = [];
    await world.run(known);
    expect(known.size).toBe(0);
  });
});

describe('much at once', () => {
  it('is told singly up to five', async () => {
    const world = tellWorld(one);
    world.entries = many(5);
    await world.run();

    expect(world.told.map(({ notice }) => notice.type)).toEqual(Array(5).fill('notice.ring'));
  });

  it('becomes one message above that, which says how many are not shown', async () => {
    const world = tellWorld(one);
    world.entries = many(45);
    await world.run();
    await world.run();

    expect(world.told).toHaveLength(1);
    expect(world.told[0]?.notice).toMatchObject({
      type: 'notice.digest',
      title: '45 things to do',
      data: { count: 45 },
    });
    expect(world.told[0]?.notice.lines.at(-1)).toBe('and 25 more, in the attention list');
    expect(world.notices.told()).toHaveLength(45);
  });

  it('stays within what a robot takes: two stacks’ worth of attention, through one robot, minute by minute', async () => {
    const [first, second] = [tellWorld(one), tellWorld(one)];
    for (let minute = 0; minute < 30; minute += 1) {
      for (const [stack, world] of [first, second].entries()) {
        // Now a few, now many, always new ones.
        const count = minute % 3 === 0 ? 40 : 5;
        world.entries = Array.from({ length: count }, (_, n) => swapped(`S${stack}-${minute}-${n}`));
        await world.run();
        world.pass(1);
      }
    }
    const times = [first, second].flatMap(({ told }) => told.map(({ at }) => Date.parse(at))).sort((a, b) => a - b);
    const inAMinute = times.map((at) => times.filter((other) => other > at - 60_000 && other <= at).length);

    expect(times.length).toBeGreaterThan(100);
    expect(Math.max(...inAMinute)).toBeLessThanOrEqual(20);
    expect(first.notices.told()).toHaveLength(10 * 40 + 20 * 5);
  });

  it('waits where one stack has used up its minute, and is then one message', async () => {
    const world = tellWorld(one);
    for (let n = 0; n < 4; n += 1) {
      world.entries = Array.from({ length: 5 }, (_, each) => swapped(`C${n}-${each}`));
      await world.run();
    }
    world.entries = [swapped('late'), swapped('later')];

    expect(await world.run()).toEqual({ group: { outcome: 'waits', told: 0, messages: 0 } });
    world.pass(2);
    expect(await world.run()).toMatchObject({ group: { outcome: 'told', told: 2 } });
    expect(world.told.length).toBeLessThanOrEqual(22);
  });

  it('becomes one message where fewer are left of the minute than are to be told', async () => {
    const world = tellWorld(one);
    for (let n = 0; n < 6; n += 1) {
      world.entries = Array.from({ length: 3 }, (_, each) => swapped(`C${n}-${each}`));
      await world.run();
    }
    world.entries = [swapped('X'), swapped('Y'), swapped('Z')];
    await world.run();

    expect(world.told).toHaveLength(19);
    expect(world.told.at(-1)?.notice.title).toBe('3 things to do');
  });
});

describe('a robot that is down', () => {
  it('holds no other up, and is told when it is up again', async () => {
    const world = tellWorld(both);
    world.entries = [urgent('C1', 100)];
    world.answer = (robot) => (robot === 'group' ? { kind: 'silent', reason: 'timeout' } : { kind: 'ok' });

    expect(await world.run()).toMatchObject({
      group: { outcome: 'silent', reason: 'timeout' },
      other: { outcome: 'told' },
    });
    world.answer = () => ({ kind: 'ok' });
    world.pass(1);
    await world.run();
    expect(world.told.map(({ robot }) => robot)).toEqual(['other', 'group']);
  });

  it('is called less and less often', async () => {
    const world = tellWorld(one);
    let calls = 0;
    world.answer = () => {
      calls += 1;
      return { kind: 'silent', reason: 'no-connection' };
    };
    for (let minute = 0; minute < 120; minute += 1) {
      world.entries = [swapped('C1'), swapped('C2')];
      await world.run();
      world.pass(1);
    }

    expect(calls).toBe(8);
  });

  it('is left alone for as long as it says that it is busy', async () => {
    const world = tellWorld(one);
    world.entries = [swapped('C1'), swapped('C2')];
    world.answer = () => ({ kind: 'busy', reason: 'errcode 130101', pauseMinutes: 10 });

    expect(await world.run()).toMatchObject({ group: { outcome: 'busy', messages: 0 } });
    world.answer = () => ({ kind: 'ok' });
    world.pass(9);
    expect(await world.run()).toMatchObject({ group: { outcome: 'waits' } });
    world.pass(1);
    expect(await world.run()).toMatchObject({ group: { outcome: 'told', messages: 2 } });
  });

  it('that refuses one message is told the others, and that one later', async () => {
    const world = tellWorld(one);
    world.entries = [swapped('C1'), swapped('C2'), swapped('C3')];
    world.answer = (_, notice) =>
      notice.lines.join(' ').includes('C2') ? { kind: 'refused', reason: 'errcode 40035' } : { kind: 'ok' };

    expect(await world.run()).toMatchObject({ group: { outcome: 'refused', told: 2, reason: 'errcode 40035' } });
    world.answer = () => ({ kind: 'ok' });
    expect(await world.run()).toMatchObject({ group: { outcome: 'nothing' } });
    world.pass(1);
    expect(await world.run()).toMatchObject({ group: { outcome: 'told', told: 1 } });
  });

  it('whose secret cannot be read fails by itself, after all others', async () => {
    const world = tellWorld(both);
    world.entries = [swapped('C1')];
    world.answer = (robot) => {
      if (robot === 'group') {
        throw new Error('no secret');
      }
      return { kind: 'ok' };
    };

    await expect(world.run()).rejects.toMatchObject({ code: 'people-not-told', cause: new Error('no secret') });
    expect(world.told.map(({ robot }) => robot)).toEqual(['other']);
    world.answer = () => ({ kind: 'ok' });
    await world.run();
    expect(world.told).toHaveLength(2);
  });
});

describe('a summary', () => {
  const summed = routedMerchant({
    robots: robots.slice(0, 1),
    routes: [{ team: 'a-team', classes: ['digest'], robots: ['group'] }],
    digestAt: ['12:00'],
  });

  it('is told once at its time, with what is open for the team', async () => {
    const world = tellWorld(summed);
    world.entries = [
      { ...urgent('C1'), todos: [todo('decide', { stake: 5000 })] },
      caseEntry('C2', {
        todos: [todo('refund', { stake: 12_900 })],
        work: { notes: 0, owner: { person: 'p', since: hours(-9) } },
      }),
      caseEntry('other-team', { shop: 'b', key: 'test:b:other-team' }),
    ];
    await world.run();
    world.pass(5);
    await world.run();

    expect(world.told).toHaveLength(1);
    expect(world.told[0]?.notice.title).toBe('To do today (a-team)');
    expect(world.told[0]?.notice.lines).toEqual([
      '2 open, 1 of them claimed by nobody',
      "Platform's time: 1 within 2 h, 1 within 8 h",
      "Platform's time within 2 h: 1",
      'To be decided: 1',
      'Goods back, money not out: 1, CN¥129.00',
      'in 1 h, test a, C1, CN¥50.00 at stake, nobody yet',
      'test a, C2, CN¥129.00 at stake, claimed',
    ]);
  });

  it('is not told where nothing is open', async () => {
    const world = tellWorld(summed);
    await world.run();

    expect(world.told).toEqual([]);
  });
});
