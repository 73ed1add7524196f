import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callApi, type DoudianWorld, dress, parcel, readDetail, startDoudianWorld } from './doudian-world.ts';

let world: DoudianWorld;

beforeEach(async () => {
  world = await startDoudianWorld();
});

afterEach(async () => await world.close());

const open = (shop = '4400123') => world.shop.open({ shop, lines: [dress] });
const ask = (id: string, more = {}) =>
  callApi(world.shop.port, { param: JSON.stringify({ after_sale_id: id }), ...more });

describe('/afterSale/Detail', () => {
  it('shows a case with the field names of Doudian’s own SDKs', async () => {
    const id = open();
    world.shop.agree(id);
    world.shop.ship(id, parcel);
    const { json } = await ask(id);

    const { after_sale_info: info, logistics_info: logistics } = json.data.process_info;
    expect(info).toMatchObject({ after_sale_status: 11, after_sale_type: 0, refund_status: 1, real_refund_amount: 0 });
    expect(logistics.return).toMatchObject({ tracking_no: parcel.trackingNumber, company_code: 'shunfeng' });
    expect(json.data.order_info.sku_order_infos).toMatchObject([
      { shop_sku_code: 'DRESS-RED-M', after_sale_item_count: 2, sku_pay_amount: 25_800 },
    ]);
  });

  it('gives ids as numbers with all their digits', async () => {
    const id = open();
    const { text } = await ask(id);

    expect(BigInt(id)).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
    expect(text).toContain(`"after_sale_id":${id},`);
  });

  it('shows a state of before to as many reads as it was told to', async () => {
    const id = open();
    await world.clock.advance(600_000);
    world.shop.agree(id);
    world.shop.lag(1, 300_000);

    const statuses = [await readDetail(world.shop.port, id), await readDetail(world.shop.port, id)].map(
      (process) => process.after_sale_info.after_sale_status,
    );
    expect(statuses).toEqual([6, 7]);
  });

  it('does not know a case that is younger than its replica’s lag', async () => {
    const id = open();
    world.shop.lag(1, 300_000);

    expect((await ask(id)).json).toMatchObject({ code: 50002 });
  });

  it.each([
    ['another key', { key: '7000000000000000002' }, 'isv.app-id-invalid'],
    ['another secret', { secret: 'no secret' }, 'isv.signature-invalid'],
    ['an old call', { off: -700 }, 'isv.timestamp-invalid'],
    ['an unknown token', { token: 'no token' }, 'isv.access-token-no-existed'],
  ])('refuses %s, and counts it', async (_, wrong, subCode) => {
    const id = open();
    const { status, json } = await ask(id, wrong);

    expect([status, json.sub_code, json.data]).toEqual([200, subCode, null]);
    expect(world.shop.counts.api).toMatchObject({ asked: 1, refused: 1 });
  });

  it('refuses a body whose names are not sorted, for what is signed is', async () => {
    const param = '{"need_operation_record":true,"after_sale_id":"1"}';

    expect((await callApi(world.shop.port, { param })).json.sub_code).toBe('isv.signature-invalid');
  });

  it('knows no case of a shop whose token was not given', async () => {
    const id = open('4400456');

    expect((await ask(id)).json).toMatchObject({ code: 50002, sub_msg: '售后单不存在' });
    expect((await ask(id, { shop: '4400456' })).json).toMatchObject({ code: 10000 });
  });
});

const idOf = ({ aftersale_info: { aftersale_id: id } }: { aftersale_info: { aftersale_id: string } }) => id;

describe('/afterSale/List', () => {
  const list = async (param: Record<string, unknown>) =>
    await callApi(world.shop.port, { method: 'afterSale.List', param: JSON.stringify(param) });
  const window = {
    order_by: 'update_time asc',
    page: 0,
    size: 2,
    update_end_time: 9_000_000_000,
    update_start_time: 0,
  };

  it('pages through a shop’s cases, those that changed first coming first', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      ids.push(open());
      await world.clock.advance(60_000);
    }
    open('4400456');
    const pages = [await list(window), await list({ ...window, page: 1 })];

    expect(pages.map(({ json }) => json.data.has_more)).toEqual([true, false]);
    expect(pages.flatMap(({ json }) => json.data.items.map(idOf))).toEqual(ids);
  });

  it('lists only what changed within the window, finished cases included', async () => {
    open();
    await world.clock.advance(3_600_000);
    const id = open();
    world.shop.withdraw(id);
    const update_start_time = Math.floor(world.clock.now() / 1000) - 60;
    const { json } = await list({ ...window, update_start_time });

    expect(json.data.items).toMatchObject([{ aftersale_info: { aftersale_id: id, aftersale_status: 28 } }]);
  });

  it('refuses more than a hundred rows at a time', async () => {
    expect((await list({ ...window, size: 101 })).json.code).toBe(40004);
  });
});

describe('a shop that is busy', () => {
  it('answers 429 to all calls of one shop while it is down, and to no other shop', async () => {
    const [one, two] = [open(), open('4400456')];
    world.shop.downFor(3_600_000, '4400123');

    expect((await ask(one)).status).toBe(429);
    expect((await ask(two, { shop: '4400456' })).status).toBe(200);
    await world.clock.advance(3_600_001);
    expect((await ask(one)).status).toBe(200);
  });

  it('answers 429 to what is more than its limit', async () => {
    await world.close();
    world = await startDoudianWorld({ callsPerSecond: 2 });
    const id = open();
    const statuses = (await Promise.all(Array.from({ length: 20 }, () => ask(id)))).map(({ status }) => status);

    expect(statuses).toContain(200);
    expect(statuses).toContain(429);
    expect(world.shop.counts.api.limited).toBe(statuses.filter((status) => status === 429).length);
  });
});
