import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { merchant } from '#shared/merchant/bundled.ts';
import { instantOf, millisOf } from '#shared/returns/record/instant.ts';
import { doudianObserver } from '#shared/sources/doudian/observe.ts';
import { doudianReceiver } from '#shared/sources/doudian/receiver.ts';
import type { Asked } from '../../simulators/http-server.ts';
import { appKey, appSecret, type DoudianWorld, dress, parcel, readDetail, startDoudianWorld } from './doudian-world.ts';

let world: DoudianWorld;

beforeEach(async () => {
  world = await startDoudianWorld();
});

afterEach(async () => await world.close());

const open = (more = {}) => world.shop.open({ shop: '4400123', lines: [dress], ...more });
const channel = { source: 'doudian', channel: 'flagship-app', role: 'store', shops: ['4400123'], appKey } as const;

function verify({ headers, body }: Asked) {
  const request = { method: 'POST', headers, query: {}, rawQuery: '', rawBody: body };
  return doudianReceiver.verify(request, { current: appSecret }, channel as never, new Date());
}

function observe({ body }: Asked) {
  const delivery = { source: 'doudian', channel: 'flagship-app', id: '1', via: 'webhook', headers: {} } as const;
  return doudianObserver.observe({ ...delivery, receivedAt: instantOf(0), body }, channel as never, merchant);
}

describe('startDoudianShop', () => {
  it('pushes hints that the real receiver takes as genuine, and understands', async () => {
    const id = open();
    world.shop.agree(id);
    await world.shop.settled();

    expect(world.received.map(verify)).toEqual([{ ok: true }, { ok: true }]);
    expect(world.received[0]?.path).toBe('/doudian/flagship-app');
    expect(world.received[0] && observe(world.received[0])).toMatchObject({
      kind: 'notify-only',
      shop: '4400123',
      ref: { caseKey: `doudian:4400123:${id}` },
    });
  });

  it('pushes one tag for each thing that happens to a return', async () => {
    const id = open();
    world.shop.agree(id);
    world.shop.ship(id, parcel);
    world.shop.changeTracking(id, { ...parcel, trackingNumber: 'SF1400000000013' }, 208);
    world.shop.moveDeadline(id, world.clock.now() + 3_600_000);
    world.shop.dispute(id);
    world.shop.settleDispute(id, 'merchant');
    world.shop.refund(id);
    await world.shop.settled();

    expect(world.tags().toSorted()).toEqual(['200', '202', '203', '206', '208', '209', '212', '216']);
  });

  it('pays by itself where the platform has a rule for it, and shows in which parcels the order went out', async () => {
    const id = open({ sentOut: [{ ...parcel, trackingNumber: 'SF1400000000099' }] });
    world.shop.agree(id);
    world.shop.refundByPlatform(id);
    await world.shop.settled();

    const shown = await readDetail(world.shop.port, id);
    expect(shown.after_sale_info).toMatchObject({ after_sale_status: 12, auto_audit_bits: [4] });
    expect(shown.logistics_info.order).toMatchObject([{ tracking_no: 'SF1400000000099' }]);
    expect(world.tags()).toEqual(['200', '202', '206']);
  });

  it('lets things have happened at an earlier time, each after the one before', async () => {
    const daysAgo = world.clock.now() - 2 * 86_400_000;
    const id = world.shop.asOf(daysAgo).open({ shop: '4400123', lines: [dress] });
    world.shop.asOf(daysAgo).agree(id);
    await world.shop.settled();

    expect(world.shop.truth(id).updatedAtMs).toBe((Math.floor(daysAgo / 1000) + 1) * 1000);
    expect(world.tags()).toEqual(['200', '202']);
  });

  it('says in no push which parcel comes back, or who sends it', async () => {
    const id = open();
    world.shop.agree(id);
    world.shop.ship(id, parcel);
    await world.shop.settled();

    expect(world.received.map(({ body }) => body.toString()).join()).not.toContain(parcel.trackingNumber);
  });

  it('knows what Backhaul should show of a return in the end', () => {
    const id = open();
    world.shop.agree(id);
    world.shop.ship(id, parcel);
    world.shop.changeTracking(id, { ...parcel, trackingNumber: 'YT1400000000013' });
    world.shop.refund(id, 10_000);

    expect(world.shop.truth(id)).toMatchObject({
      status: '12',
      decision: 'approved',
      isFinished: true,
      trackingNumber: 'YT1400000000013',
      replacedNumbers: ['SF1400000000012'],
      refundedFen: 10_000,
      lines: [{ sku: 'DRESS-RED-M', quantity: 2 }],
    });
  });

  it.each([
    ['refused', (id: string) => world.shop.refuse(id), '27', 'declined'],
    ['withdrawn', (id: string) => world.shop.withdraw(id), '28', 'withdrawn'],
    ['agreed', (id: string) => world.shop.agree(id), '7', 'approved'],
  ] as const)('knows a %s one', (_, happen, status, decision) => {
    const id = open();
    happen(id);

    expect(world.shop.truth(id)).toMatchObject({ status, decision });
  });

  it('opens a refused case again when the buyer asks for something else', () => {
    const id = open();
    world.shop.refuse(id);
    world.shop.modify(id, { amountFen: 5000 });

    expect(world.shop.truth(id)).toMatchObject({ status: '6', decision: 'new', isFinished: false });
  });

  it('refuses goods that came back with another status than an application', () => {
    const id = open();
    world.shop.agree(id);
    world.shop.ship(id, parcel);
    world.shop.refuse(id);

    expect(world.shop.truth(id).status).toBe('29');
  });

  it('does nothing that the case’s status does not allow', () => {
    const id = open();

    expect(() => world.shop.ship(id, parcel)).toThrow('is at 6');
  });

  it('remembers when a number was first known', async () => {
    const id = open();
    world.shop.agree(id);
    await world.clock.advance(3_600_000);
    world.shop.ship(id, parcel);
    const known = world.shop.numberKnownAt(parcel.trackingNumber);
    await world.clock.advance(3_600_000);
    world.shop.changeTracking(id, parcel);

    expect(world.shop.numberKnownAt(parcel.trackingNumber)).toBe(known);
    expect(known).toBeGreaterThanOrEqual(Date.parse('2026-03-01T01:00:00Z'));
  });

  it('gives each change of a case a second of its own', () => {
    const id = open();
    const before = world.shop.truth(id).updatedAtMs;
    world.shop.agree(id);

    expect(world.shop.truth(id).updatedAtMs).toBeGreaterThanOrEqual(before + 1000);
  });

  it('checks the endpoint with a message that the real receiver takes, and that says nothing', async () => {
    world.shop.checkEndpoint();
    await world.shop.settled();

    const [asked] = world.received;
    expect(asked && [verify(asked), observe(asked)]).toMatchObject([{ ok: true }, { kind: 'ignored' }]);
  });
});

describe('its pushes', () => {
  it.each([
    { status: 503, body: '' },
    { status: 200, body: '{"code":40041,"message":"later"}' },
    { status: 200, body: 'no JSON' },
  ])('come again as the same message after the answer %o', async (answer) => {
    world.answerNext(answer);
    open();
    await world.shop.settled();
    await world.clock.advance(10_000);
    await world.shop.settled();

    expect(world.received.map(({ body }) => body.toString())).toEqual(
      Array(2).fill(world.received[0]?.body.toString()),
    );
    expect(world.shop.counts.pushes).toMatchObject({ pushed: 1, posted: 2, accepted: 1, untaken: 0, givenUp: 0 });
  });

  it('are given up in the end', async () => {
    for (let count = 0; count < 9; count += 1) {
      world.answerNext({ status: 503, body: '' });
    }
    open();
    for (let hour = 0; hour < 5; hour += 1) {
      await world.shop.settled();
      await world.clock.advance(3_600_000);
    }

    expect(world.shop.counts.pushes).toMatchObject({ posted: 5, accepted: 0, untaken: 1, givenUp: 1 });
  });

  it('get lost, and the case changes all the same', async () => {
    world.shop.setChaos({ drop: 1 });
    const id = open();
    await world.shop.settled();

    expect(world.received).toEqual([]);
    expect(world.shop.counts.pushes.dropped).toBe(1);
    expect(world.shop.truth(id).status).toBe('6');
  });

  it('come twice, as one and the same message', async () => {
    world.shop.setChaos({ duplicate: 1, mostDelayMs: 1000 });
    open();
    await world.clock.advance(2000);
    await world.shop.settled();

    const [first, second] = world.received.map(({ body }) => JSON.parse(body.toString())[0].msg_id);
    expect(world.received).toHaveLength(2);
    expect(first).toBe(second);
  });

  it('overtake each other', async () => {
    world.shop.setChaos({ reorder: 1, mostDelayMs: 3_600_000 });
    const id = open();
    world.shop.setChaos({});
    world.shop.agree(id);
    await world.shop.settled();
    await world.clock.advance(3_600_001);
    await world.shop.settled();

    expect(world.tags()).toEqual(['202', '200']);
  });

  it('come several to a request, which the real observer takes apart', async () => {
    world.shop.setChaos({ batch: 1 });
    const id = open();
    world.shop.setChaos({});
    world.shop.agree(id);
    await world.shop.settled();

    expect(world.tags()).toEqual(['200+202']);
    const [asked] = world.received;
    expect(asked && observe(asked)).toMatchObject({ kind: 'several', parts: [{}, {}] });
  });

  it('that wait for company go alone when none comes', async () => {
    world.shop.setChaos({ batch: 1 });
    open();
    await world.clock.advance(2500);
    await vi.waitFor(() => expect(world.tags()).toEqual(['200']));
  });

  it('state the time that the case itself shows', async () => {
    const id = open();
    await world.shop.settled();

    const [asked] = world.received;
    const observed = asked && observe(asked);
    expect(observed?.kind === 'notify-only' && millisOf(observed.at)).toBe(world.shop.truth(id).updatedAtMs);
  });
});
