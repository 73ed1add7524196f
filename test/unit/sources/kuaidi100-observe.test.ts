import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isParcelFact } from '#shared/returns/parcel/facts.ts';
import { toInstant } from '#shared/returns/record/instant.ts';
import { kuaidi100Observer } from '#shared/sources/kuaidi100/observe.ts';
import { stageOf } from '#shared/sources/kuaidi100/stages.ts';
import type { Observed } from '#shared/sources/source.ts';
import { fixture, merchant } from '../../contract/source-vectors.ts';

const receivedAt = toInstant('2024-05-10T01:00:00Z') ?? ('' as never);
const channel = merchant.channels.find((each) => each.source === 'kuaidi100') ?? ('' as never);

function observe(body: Uint8Array, merchantOf = merchant): Observed {
  const delivery = {
    source: 'kuaidi100',
    channel: 'feed',
    id: 'k100',
    via: 'webhook',
    receivedAt,
    headers: {},
  } as const;
  return kuaidi100Observer.observe({ ...delivery, body }, channel, merchantOf);
}

function observePush(push: unknown): Observed {
  return observe(Buffer.from(new URLSearchParams({ sign: 'any', param: JSON.stringify(push) ?? '' }).toString()));
}

function pushOf(lastResult: object, push: object = {}): object {
  return {
    status: 'polling',
    lastResult: { com: 'yuantong', nu: 'YT1000', state: '0', data: [], ...lastResult },
    ...push,
  };
}

const row = (time: string, statusCode?: string | number | null) => ({
  time,
  ftime: time,
  context: '张三 13800000000',
  ...(statusCode !== undefined && { statusCode }),
});

function routeOf(observed: Observed): unknown {
  const [saying] = observed.kind === 'sayings' ? observed.sayings : [];
  return saying?.facts[0] ?? observed;
}

describe('kuaidi100Observer', () => {
  it('reads the push of the specification as the whole route, in UTC, newest move first', () => {
    expect(observe(fixture('kuaidi100/delivered'))).toEqual({
      kind: 'sayings',
      sayings: [
        {
          about: 'parcel',
          number: 'SF1234567890123',
          facts: [
            {
              fact: 'route',
              at: '2024-05-06T03:50:00.000Z',
              moves: [
                { stage: 'delivered', at: '2024-05-06T03:50:00.000Z', raw: '3' },
                { stage: 'picked-up', at: '2024-05-05T01:00:00.000Z', raw: '1' },
              ],
              carrier: 'sf',
            },
          ],
        },
      ],
    });
  });

  it('reads fine codes, and takes the corrected carrier for the one that was subscribed', () => {
    const route = routeOf(observe(fixture('kuaidi100/carrier-corrected')));

    expect(route).toMatchObject({
      at: '2024-05-07T00:15:00.000Z',
      carrier: 'zto',
      corrects: 'yto',
      moves: [
        { stage: 'out-for-delivery', raw: '501' },
        { stage: 'in-transit', raw: '1002' },
        { stage: 'picked-up', raw: '103' },
        { stage: 'pick-up-booked', raw: '101' },
      ],
    });
    expect(route).not.toHaveProperty('end');
  });

  it('keeps no names, phones or places', () => {
    expect(JSON.stringify(observe(fixture('kuaidi100/carrier-corrected')))).not.toMatch(/[一-鿿]|1[38][089]0{4}/);
  });

  it('ends with a feed that gave up, as of its word, where it never saw the parcel', () => {
    expect(routeOf(observe(fixture('kuaidi100/aborted')))).toEqual({
      fact: 'route',
      at: receivedAt,
      moves: [],
      carrier: 'yto',
      end: 'aborted',
    });
  });

  it('ends with a finished parcel; rows without codes are on the way, but the newest has the state', () => {
    expect(routeOf(observe(fixture('kuaidi100/finished')))).toEqual({
      fact: 'route',
      at: '2024-05-06T03:50:00.000Z',
      moves: [
        { stage: 'delivered', at: '2024-05-06T03:50:00.000Z', raw: '3' },
        { stage: 'in-transit', at: '2024-05-05T01:00:00.000Z' },
      ],
      carrier: 'sf',
      end: 'finished',
    });
  });

  it('reads updateall like any other push', () => {
    const lastResult = { data: [row('2024-05-06 10:00:00', '0')] };

    expect(observePush(pushOf(lastResult, { status: 'updateall' }))).toEqual(observePush(pushOf(lastResult)));
  });

  it('leaves out an older row with an unknown code or without a time', () => {
    const data = [row('2024-05-06 10:00:00', 5), row('2024-05-06 09:00:00', '99'), row('yesterday', '1')];

    expect(routeOf(observePush(pushOf({ data })))).toMatchObject({
      moves: [{ stage: 'out-for-delivery', at: '2024-05-06T02:00:00.000Z', raw: '5' }],
    });
  });

  it.each([
    ['an unknown code in the newest row', pushOf({ state: '98', data: [row('2024-05-06 10:00:00', '99')] })],
    ['an unknown state that the newest row needs', pushOf({ state: '15', data: [row('2024-05-06 10:00:00')] })],
    ['no time in the newest row', pushOf({ data: [row('2024-05-06', '1')] })],
    ['an unknown status', pushOf({}, { status: 'paused' })],
    ['a number that is none', pushOf({ nu: '无' })],
    ['no lastResult', { status: 'polling' }],
    ['null', null],
  ])('does not understand %s, and quotes nothing of it', (_name, push) => {
    const observed = observePush(push);

    expect(observed.kind).toBe('not-understood');
    expect(JSON.stringify(observed)).not.toMatch(/99|paused|无|张三/);
  });

  /* A3, one member dropped the whole: a push whose newest row had a code that was not in the table said nothing at all, also where the snapshot's own
   * state was plain, and where it ended what was followed. */
  it('A3: goes by the state of the snapshot where the newest row has a code that nobody described', () => {
    const data = [row('2024-05-06 10:00:00', '99'), row('2024-05-05 10:00:00', '1')];

    expect(routeOf(observePush(pushOf({ state: '5', data })))).toMatchObject({
      moves: [{ stage: 'out-for-delivery', raw: '99' }, { stage: 'picked-up' }],
    });
  });

  /* The newest row could not be read, and its state went to the row before: what had been picked up was delivered, on the day of the pick-up. */
  it('A3: gives the state of the snapshot to no other row than the newest', () => {
    const data = [{ ftime: '2024-05-06 11:50:00', statusCode: {} }, row('2024-05-05 09:00:00')];
    const moved = [{ stage: 'in-transit', at: '2024-05-05T01:00:00.000Z' }];

    expect(routeOf(observePush(pushOf({ state: '3', data: ['odd', row('2024-05-05 09:00:00')] })))).toMatchObject({
      moves: moved,
    });
    expect(routeOf(observePush(pushOf({ state: '3', data })))).toMatchObject({
      moves: [{ stage: 'delivered', at: '2024-05-06T03:50:00.000Z' }, ...moved],
    });
  });

  it('A3: names a state that nobody described where the rows have codes of their own', () => {
    expect(observePush(pushOf({ state: '99', data: [row('2024-05-06 10:00:00', '1')] }))).toMatchObject({
      kind: 'sayings',
      unread: 'lastResult.state: is no code that Backhaul knows',
    });
  });

  it('A3: names no carrier where the right one cannot be read: the one that it was asked with may be the wrong one', () => {
    const push = pushOf({ data: [row('2024-05-06 10:00:00', '1')] }, { comNew: { code: 'zhongtong' } });

    expect(routeOf(observePush(push))).not.toHaveProperty('carrier');
  });

  it.each(['shutdown', 'abort'])('A3: %s counts, whatever the newest row is', (status) => {
    const data = [row('2024-05-06 10:00:00', '99'), row('2024-05-05 10:00:00', '1')];

    expect(routeOf(observePush(pushOf({ state: '98', data }, { status })))).toMatchObject({
      moves: [{ stage: 'picked-up' }],
      end: status === 'abort' ? 'aborted' : 'finished',
    });
  });

  it('reads the words of rows that have no codes, and through them that a parcel went back', () => {
    const worded = (time: string, status: string) => ({ ...row(time), status });
    const rows = [
      worded('2024-05-06 14:00:00', '签收'),
      worded('2024-05-06 09:00:00', '退回'),
      worded('2024-05-05 09:00:00', '派件'),
      worded('2024-05-04 09:00:00', '某事'),
    ];

    expect(routeOf(observePush(pushOf({ state: '3', data: rows })))).toMatchObject({
      moves: [
        { stage: 'delivered' },
        { stage: 'returned-to-sender' },
        { stage: 'out-for-delivery' },
        { stage: 'in-transit' },
      ],
    });
  });

  it('A3: leaves a row out that cannot be read, names it, and tells the others', () => {
    const observed = observePush(
      pushOf({ data: [row('2024-05-06 14:00:00', 77), row('yesterday', '0'), row('2024-05-05 09:00:00', '1')] }),
    );

    expect(observed).toMatchObject({
      unread:
        'lastResult.data.0.statusCode: is no code that Backhaul knows; lastResult.data.1.ftime: must be a time as yyyy-MM-dd HH:mm:ss',
      sayings: [{ facts: [{ fact: 'route', unread: ['lastResult.data.0.statusCode', 'lastResult.data.1.ftime'] }] }],
    });
    expect(routeOf(observed)).toMatchObject({ moves: [{ stage: 'in-transit' }, { stage: 'picked-up' }] });
  });

  /* A6, delivered had no direction: what was signed for by its sender, after it was sent back, was delivered to us. Whose signature it is the record knows. */
  it('A6: says that a parcel went back before it was signed for, also where only the state does', () => {
    const signed = row('2024-05-06 10:00:00', '3');
    const stagesOf = (lastResult: object) =>
      (routeOf(observePush(pushOf(lastResult))) as { moves: { stage: string }[] }).moves.map(({ stage }) => stage);

    expect(stagesOf({ state: '4', data: [signed, row('2024-05-05 10:00:00', '0')] })).toEqual([
      'delivered',
      'returned-to-sender',
      'in-transit',
    ]);
    expect(stagesOf({ state: '3', data: [signed, row('2024-05-05 10:00:00', '6')] })).toEqual([
      'delivered',
      'returned-to-sender',
    ]);
    expect(stagesOf({ state: '3', data: [signed] })).toEqual(['delivered']);
  });

  it.each([
    ['4', 'returned-to-sender'],
    ['6', 'returned-to-sender'],
    ['14', 'refused'],
  ])('A6: says by the state alone, %s, that nobody took it, where there are no rows', (state, stage) => {
    const push = { status: 'shutdown' };

    for (const data of [[], null, undefined]) {
      expect(routeOf(observePush(pushOf({ state, data }, push)))).toMatchObject({
        at: receivedAt,
        moves: [{ stage, at: receivedAt, raw: state }],
        byState: true,
        end: 'finished',
      });
    }
  });

  it('says by no state alone what a row says', () => {
    const observed = observePush(pushOf({ state: '14', data: [row('2024-05-06 10:00:00', '14')] }));

    expect(routeOf(observed)).toMatchObject({ moves: [{ stage: 'refused' }] });
    expect(routeOf(observed)).not.toHaveProperty('byState');
  });

  it.each(['0', '1', '2', '3', '5', '7', '401', '', null])(
    'A6: says nothing by the state alone that is %j',
    (state) => {
      expect(routeOf(observePush(pushOf({ state, data: [] })))).toMatchObject({ moves: [] });
    },
  );

  it('A6: goes by no state where there are rows that cannot be read', () => {
    const observed = observePush(pushOf({ state: '4', data: ['odd'] }, { status: 'shutdown' }));

    expect(routeOf(observed)).toMatchObject({ moves: [], end: 'finished' });
  });

  /* A10, handed over was given up: the number was untracked, and asked for again, though the feed had only found another carrier. */
  it('A10: a feed that hands the number over to another carrier follows it', () => {
    const route = routeOf(observePush(pushOf({}, { status: 'abort', comOld: '', comNew: 'zhongtong' })));

    expect(route).toMatchObject({ carrier: 'zto', handedOver: true, gaveUp: true, corrects: 'yto', moves: [] });
    expect(route).not.toHaveProperty('end');
  });

  it.each([
    ['has no carrier', { com: undefined }, ''],
    ['has an empty carrier', { com: '' }, ''],
    ['has null as its carrier', { com: null }, ''],
    ['has the new carrier already', { com: 'zhongtong' }, ''],
    ['has the new carrier already, as the old one, too', { com: 'zhongtong' }, 'zhongtong'],
  ])('A10: so does one whose result %s', (_what, lastResult, comOld) => {
    const route = routeOf(observePush(pushOf(lastResult, { status: 'abort', comOld, comNew: 'zhongtong' })));

    expect(route).toEqual({
      fact: 'route',
      at: receivedAt,
      moves: [],
      carrier: 'zto',
      handedOver: true,
      gaveUp: true,
    });
  });

  it('A10: one whose new carrier cannot be read may be right: it is followed, without a carrier, and the member is named', () => {
    const observed = observePush(pushOf({}, { status: 'abort', comNew: '中通 张三' }));

    expect(observed).toMatchObject({ unread: 'comNew: must be the code of a carrier' });
    expect(routeOf(observed)).toEqual({ fact: 'route', at: receivedAt, moves: [], unread: ['comNew'] });
  });

  it.each([
    ['', 'yuantong'],
    [undefined, undefined],
    [null, ''],
    ['\u200b', 'zhongtong'],
  ])('A10: one that names no new carrier (%j) gives up, whatever the old one is (%j)', (comNew, comOld) => {
    const route = routeOf(observePush(pushOf({}, { status: 'abort', comOld, comNew })));

    expect(route).toMatchObject({ carrier: 'yto', end: 'aborted' });
    expect(route).not.toHaveProperty('handedOver');
  });

  /* By its first digit 401 was a parcel that went back. */
  it('a waybill that was cancelled is stuck, and went nowhere', () => {
    const rows = [{ ...row('2024-05-06 10:00:00', '401'), status: '已销单' }, row('2024-05-05 10:00:00', '102')];

    expect(routeOf(observePush(pushOf({ state: '401', data: rows })))).toMatchObject({
      moves: [
        { stage: 'stuck', raw: '401' },
        { stage: 'numbered', raw: '102' },
      ],
    });
  });

  it('names the route of another number that the parcel goes on under, and tells the one of its own', () => {
    const lastResult = { data: [row('2024-05-06 10:00:00', '7')] };
    const other = { com: 'speedpost', nu: 'EX1000', state: '0', data: [row('2024-05-07 10:00:00', '0')] };
    const whole = observePush(pushOf(lastResult));
    const observed = observePush(pushOf(lastResult, { destResult: other }));

    expect(observed).toMatchObject({ unread: expect.stringMatching(/^destResult: /) });
    expect(routeOf(observed)).toEqual({ ...Object(routeOf(whole)), unread: ['destResult'] });
    expect(JSON.stringify(observed)).not.toContain('EX1000');
    expect(observePush(pushOf({}, { destResult: other }))).toMatchObject({ sayings: [{ facts: [{ moves: [] }] }] });
    for (const destResult of [null, '', {}]) {
      expect(observePush(pushOf(lastResult, { destResult }))).toEqual(whole);
    }
  });

  it('keeps the newest 200 of more rows', () => {
    const data = Array.from({ length: 201 }, (_, at) => row('2024-05-06 10:00:00', at < 200 ? '0' : '1'));
    const route = routeOf(observePush(pushOf({ data })));

    expect(route).toMatchObject({ moves: Array.from({ length: 200 }, () => ({ stage: 'in-transit' })) });
  });

  it.each([
    [{ com: 'Zhongtong' }, {}, 'zto'],
    [{ com: 'zhongtongkuaiyun' }, {}, 'zhongtongkuaiyun'],
    [{ com: 'yunda' }, {}, 'yunda'],
    [{ com: 'yuantong' }, { comNew: 'jtexpress' }, 'jt'],
    [{ com: '' }, {}, undefined],
    [{ com: '圆通 张三' }, {}, undefined],
  ])('says of carrier %j %j: %s', (lastResult, push, carrier) => {
    expect((routeOf(observePush(pushOf(lastResult, push))) as { carrier?: string }).carrier).toBe(carrier);
  });

  it.each([
    ['the one that it names as the old one', { comNew: 'jtexpress', comOld: 'zhongtong' }, 'zto'],
    ['the one that it was asked with', { comNew: 'jtexpress' }, 'yto'],
    ['none, where it is the same one', { comNew: 'Yuantong', comOld: 'yuantong' }, undefined],
    ['none, where nothing is corrected', { comNew: '', comOld: 'zhongtong' }, undefined],
  ])('corrects %s', (_what, push, corrects) => {
    expect((routeOf(observePush(pushOf({}, push))) as { corrects?: string }).corrects).toBe(corrects);
  });

  it("names the carrier by the merchant's own code", () => {
    const carriers = [{ code: 'sfexpress', names: ['顺丰'] }];

    expect(routeOf(observe(fixture('kuaidi100/delivered'), { ...merchant, carriers }))).toMatchObject({
      carrier: 'sfexpress',
    });
  });

  it('does not understand what is no form', () => {
    expect(observe(Buffer.from('param=1&param=2')).kind).toBe('not-understood');
  });

  it('never throws when a value of a push is replaced by another, and makes no fact of it that the fold cannot read', async () => {
    const value = (...good: readonly unknown[]) => fc.oneof(fc.constantFrom(...good), fc.jsonValue({ maxDepth: 2 }));
    const rows = fc.array(
      fc.record({ ftime: value('2024-05-06 10:00:00'), time: value(''), statusCode: value('3', '203', 0, undefined) }),
    );
    const push = fc.record({
      status: value('polling', 'abort'),
      comNew: value('', 'jd', '__proto__'),
      lastResult: fc.record({
        nu: value('YT1000'),
        com: value('ems'),
        state: value('3'),
        data: fc.oneof(rows, value(null)),
      }),
    });
    await fc.assert(
      fc.property(push, (each) => {
        const observed = observePush(each);
        const facts = observed.kind === 'sayings' ? observed.sayings.flatMap(({ facts }) => facts as unknown[]) : [];
        expect(facts.filter((fact) => !isParcelFact(fact))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('stageOf', () => {
  it.each([
    ['0', 'in-transit'],
    ['1', 'picked-up'],
    ['2', 'stuck'],
    ['3', 'delivered'],
    ['4', 'returned-to-sender'],
    ['5', 'out-for-delivery'],
    ['6', 'returned-to-sender'],
    ['7', 'in-transit'],
    ['8', 'in-transit'],
    ['14', 'refused'],
    ['101', 'pick-up-booked'],
    ['102', 'numbered'],
    ['103', 'picked-up'],
    ['1001', 'in-transit'],
    ['1003', 'in-transit'],
    ['203', 'refused'],
    ['208', 'stuck'],
    ['209', 'stuck'],
    ['301', 'delivered'],
    ['304', 'delivered'],
    // A waybill that was cancelled: nothing moved, and nothing went back.
    ['401', 'stuck'],
    ['已销单', 'stuck'],
    ['销单', 'stuck'],
    ['已撤销', 'stuck'],
    ['501', 'out-for-delivery'],
    ['799', 'in-transit'],
    ['10', 'in-transit'],
    ['11', 'in-transit'],
    ['12', 'in-transit'],
    ['13', 'stuck'],
    ['15', undefined],
    ['901', undefined],
    ['1101', undefined],
    ['', undefined],
    ['3 ', undefined],
    ['constructor', undefined],
  ])('makes %j %s', (code, stage) => {
    expect(stageOf(code)).toBe(stage);
  });
});
