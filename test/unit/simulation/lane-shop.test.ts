import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DoudianWorld, dress, parcel, readDetail, startDoudianWorld } from '../simulators/doudian-world.ts';

let world: DoudianWorld;
const open = () => world.shop.open({ shop: '4400123', lines: [dress] });

beforeEach(async () => {
  world = await startDoudianWorld();
});

afterEach(async () => {
  await world.close();
});

describe('the shop of the lane', () => {
  it('sends nothing more of a case that is silenced, not what it held back either, and all of others', async () => {
    world.shop.setChaos({ duplicate: 1 });
    const [silenced, other] = [open(), open()];
    await world.shop.settled();
    world.shop.silence(silenced);
    world.shop.agree(silenced);
    world.shop.agree(other);
    world.shop.ship(silenced, parcel);
    await world.clock.advance(120_000);
    await world.shop.settled();

    expect(world.tags().toSorted()).toEqual(['200', '200', '200', '202', '202']);
    expect(world.shop.counts.pushes.dropped).toBe(2);
  });

  it('names the case of which nobody heard, until a push tells of it', async () => {
    const id = open();
    await world.shop.settled();
    await world.clock.advance(60_000);
    world.shop.setChaos({ drop: 1 });
    world.shop.agree(id);
    world.shop.setChaos({});
    const before = world.shop.unheard(30_000);
    world.shop.ship(id, parcel);
    await world.shop.settled();

    expect([before, world.shop.unheard(30_000)]).toEqual([[id], []]);
  });

  it('counts a case as unheard where chaos lost its push', () => {
    world.shop.setChaos({ drop: 1 });
    const id = open();

    expect(world.shop.unheard(30_000)).toEqual([id]);
  });

  it('counts answers of a case, and not refusals', async () => {
    const [id, other] = [open(), open()];
    await readDetail(world.shop.port, id);
    world.shop.downFor(60_000);
    await readDetail(world.shop.port, id).catch(() => undefined);

    expect([id, other].map(world.shop.answersOf)).toEqual([1, 0]);
  });

  it('says who won a dispute', () => {
    const id = open();
    world.shop.dispute(id);
    world.shop.settleDispute(id, 'buyer');

    expect(world.shop.truth(id)).toMatchObject({ isDisputed: false, disputeWinner: 'buyer' });
  });
});
