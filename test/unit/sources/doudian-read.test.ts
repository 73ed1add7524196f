import { describe, expect, it } from 'vitest';
import { toInstant } from '#shared/returns/record/instant.ts';
import { doudianObserver } from '#shared/sources/doudian/observe.ts';
import { versionOf } from '#shared/sources/doudian/reading.ts';
import type { Observed } from '#shared/sources/source.ts';
import { fixture, merchant } from '../../contract/source-vectors.ts';

const channel = merchant.channels.find((each) => each.source === 'doudian')!;
const changedAt = '2024-05-06T03:40:00.000Z';
const version = 1_714_966_800_002_500;
const ref = { caseKey: 'doudian:4400123:7201234567890123457' };
const around = JSON.parse(fixture('doudian/read-case').toString()) as Record<string, unknown> & { content: string };

type Json = Record<string, unknown>;

function observe(content: string, more: Json = {}): Observed {
  const body = Buffer.from(JSON.stringify({ ...around, content, ...more }));
  const delivery = {
    source: 'doudian',
    channel: 'flagship-app',
    id: 'read.1',
    via: 'read',
    headers: {},
    body,
  } as const;
  return doudianObserver.observe(
    { ...delivery, receivedAt: toInstant('2024-05-06T03:40:02.500Z')! },
    channel,
    merchant,
  );
}

/** The case of the fixture with other values; an id is given as a text, so that the plain parser may be used. */
function read(info: Json = {}, process: Json = {}, order?: unknown): Observed {
  const content = JSON.parse(around.content) as { process_info: Json & { after_sale_info: Json }; order_info: unknown };
  const after_sale_info = {
    ...content.process_info.after_sale_info,
    after_sale_id: '7201234567890123457',
    ...info,
  };
  const changed = {
    process_info: { ...content.process_info, ...process, after_sale_info },
    order_info: order ?? content.order_info,
  };
  return observe(JSON.stringify(changed));
}

function factsOf(observed: Observed, ...names: string[]): Json[] {
  const facts = observed.kind === 'sayings' ? (observed.sayings[0]?.facts ?? []) : [];
  return facts
    .map((fact): Json => ({ ...fact }))
    .map(({ version: _, ...fact }): Json => fact)
    .filter((fact) => names.includes(String(fact.fact)));
}

function namesOf(observed: Observed): string[] {
  return observed.kind === 'sayings' ? (observed.sayings[0]?.facts ?? []).map(({ fact }) => fact) : [];
}

function detailsOf(observed: Observed): Json {
  return (factsOf(observed, 'details')[0]?.details ?? {}) as Json;
}

function reasonOf(observed: Observed): string {
  return 'reason' in observed ? `${observed.kind}: ${observed.reason}` : `understood as ${JSON.stringify(observed)}`;
}

describe('doudianObserver: what was read', () => {
  it('tells all of a case, its ids digit by digit', () => {
    const details = {
      orderId: '6920011223344556677',
      kind: 'return',
      reason: { code: 'quality-defect' },
      lines: [
        {
          lineId: '6920011223344556678',
          sku: 'DRESS-RED-M',
          quantity: 1,
          unitPrice: { amount: 13900, currency: 'CNY' },
          title: '红色连衣裙',
        },
      ],
      refund: { amount: 12900, currency: 'CNY' },
      paid: { amount: 12900, currency: 'CNY' },
      paidForLines: { amount: 12900, currency: 'CNY' },
      freightPaid: { amount: 0, currency: 'CNY' },
      orderState: 'delivered',
      evidenceCount: 2,
      warehouseId: 'hangzhou',
    };
    const facts = [
      { fact: 'requested', at: '2024-05-04T07:00:00.000Z' },
      { fact: 'details', at: changedAt, details },
      { fact: 'platform-status', at: changedAt, status: '11' },
      { fact: 'decided', decision: 'approved', by: 'merchant', raw: '11', at: changedAt },
      { fact: 'reopened', at: changedAt },
      { fact: 'platform-deadline', kind: 'decision', at: changedAt },
      { fact: 'platform-deadline', kind: 'buyer-ships', at: changedAt },
      { fact: 'platform-deadline', kind: 'replacement', at: changedAt },
      { fact: 'platform-deadline', kind: 'refund', due: '2024-05-13T03:40:00.000Z', at: changedAt },
      {
        fact: 'tracking',
        numbers: [{ number: 'SF1234567890123', carrier: 'sf' }],
        whole: true,
        origin: 'doudian/flagship-app',
        at: changedAt,
        shippedAt: changedAt,
      },
      {
        fact: 'outbound',
        numbers: [{ number: 'YT9876543210987', carrier: 'yto' }],
        whole: true,
        origin: 'doudian/flagship-app',
        at: changedAt,
      },
    ];
    const person = {
      reasonText: '质量问题',
      note: '袖口开线，张先生 13800000000',
      evidence: ['https://example.com/evidence/1.jpg', 'https://example.com/evidence/2.jpg'],
    };
    expect(observe(around.content)).toEqual({
      kind: 'sayings',
      sayings: [{ about: 'case', ref, facts: facts.map((each) => ({ ...each, version })), person }],
    });
  });

  it('personal data: no fact holds what the buyer wrote, a link or an address', () => {
    const facts = read().kind === 'sayings' ? JSON.stringify(factsOf(read(), ...allFacts)) : '';
    expect(facts).toContain('DRESS-RED-M');
    expect(facts).not.toMatch(/袖口|13800000000|example\.com|浙江省|示例路/);
  });

  it('a listed change says that no webhook told of it, as of then', () => {
    const observed = observe(around.content, { missed: true });
    expect(factsOf(observed, 'webhook-missed')).toEqual([{ fact: 'webhook-missed', at: changedAt }]);
    expect(factsOf(observe(around.content), 'webhook-missed')).toEqual([]);
  });

  it('a case that is older than the hint says that the store is behind, once the store is asked no more', () => {
    const hintAt = '2024-05-06T03:40:01.000Z';
    expect(factsOf(observe(around.content, { hintAt, behind: true }), 'store-behind')).toEqual([
      { fact: 'store-behind', at: hintAt },
    ]);
    expect(factsOf(observe(around.content, { hintAt }), 'store-behind')).toEqual([]);
  });

  it('without a time of its own is true as of the hint', () => {
    const observed = observe(
      JSON.stringify({
        process_info: { after_sale_info: { after_sale_id: '7201234567890123457', after_sale_status: 6 } },
      }),
      { hintAt: '2024-05-06T03:39:00.000Z' },
    );
    expect(observed).toEqual({
      kind: 'sayings',
      sayings: [
        {
          about: 'case',
          ref,
          facts: [
            { fact: 'requested' },
            { fact: 'details', details: {} },
            { fact: 'platform-status', status: '6' },
            { fact: 'reopened' },
          ].map((each) => ({ ...each, at: '2024-05-06T03:39:00.000Z', version: 1_714_966_802_000_500 })),
        },
      ],
    });
  });

  it('keeps a long text short, and of the links those that are web addresses', () => {
    const evidence = ['javascript:alert(1)', 'https://example.com/1.jpg', `https://example.com/${'x'.repeat(2000)}`];
    const observed = read({ reason_remark: '长'.repeat(5000), evidence });
    expect(observed).toMatchObject({
      sayings: [{ person: { note: '长'.repeat(4000), evidence: ['https://example.com/1.jpg'] } }],
    });
    expect(detailsOf(observed).evidenceCount).toBe(3);
  });

  it.each([
    ['another case', { after_sale_id: '7201234567890123458' }, 'content: is another case than the one asked for'],
  ])('%s is not understood', (_name, info, reason) => {
    expect(reasonOf(read(info))).toContain(reason);
  });

  it.each([
    ['a status that nobody has described', { after_sale_status: 999 }, 'after_sale_status', 'platform-deadline'],
    ['no status', { after_sale_status: null }, undefined, 'platform-status'],
    ['an amount that is no number', { refund_total_amount: '129.00' }, 'refund_total_amount', undefined],
    ['a negative amount', { refund_status: 3, real_refund_amount: -1 }, 'real_refund_amount', 'refund'],
    ['a refund status that nobody has described', { refund_status: 77 }, 'refund_status', 'refund'],
    ['a time that is none', { status_deadline: 'soon' }, 'status_deadline', 'platform-deadline'],
  ])('A3: %s is named, and what else the case says is recorded', (_name, info, member, unsaid) => {
    const observed = read(info);

    const path = member && `content.process_info.after_sale_info.${member}`;
    expect(observed).toMatchObject({ kind: 'sayings' });
    expect((observed.kind === 'sayings' && observed.unread?.split(': ')[0]) || undefined).toBe(path);
    expect(namesOf(observed)).toEqual(expect.arrayContaining(['requested', 'details', 'tracking']));
    expect(namesOf(observed)).not.toContain(unsaid);
  });

  it('A3: an order line that cannot be read takes nothing from the others, and no sum is made without it', () => {
    const { order_info: order } = JSON.parse(around.content);
    const [line] = order.sku_order_infos;
    const lines = [
      { ...line, sku_order_id: '1' },
      { ...line, sku_order_id: 'the second' },
    ];
    const observed = read({}, {}, { ...order, sku_order_infos: lines });

    expect(observed).toMatchObject({
      unread: 'content.order_info.sku_order_infos.1.sku_order_id: must be a number',
    });
    expect(factsOf(observed, 'details')).toMatchObject([{ inPart: true }]);
    expect(detailsOf(observed).lines).toHaveLength(1);
    expect(detailsOf(observed).paid).toBeUndefined();
  });

  it('A3: a title, or an order number, that cannot be read takes no sum with it', () => {
    const { order_info: order } = JSON.parse(around.content);
    const [line] = order.sku_order_infos;
    const observed = read({}, {}, { shop_order_id: {}, sku_order_infos: [{ ...line, product_name: {} }] });

    expect(detailsOf(observed)).toMatchObject({ paid: { amount: 12900 }, freightPaid: { amount: 0 } });
    expect(detailsOf(read({}, {}, { ...order, shop_order_id: {} }))).not.toHaveProperty('orderId');
    expect(factsOf(read({}, {}, { ...order, shop_order_id: {} }), 'details')[0]).not.toHaveProperty('inPart');
  });

  /* Of three bought one was to come back; where its count was no number, all three were expected. */
  it('A3: a line whose count cannot be read is not one of all that were bought', () => {
    const { order_info: order } = JSON.parse(around.content);
    const [line] = order.sku_order_infos;
    const lines = [
      { ...line, sku_order_id: '1' },
      { ...line, sku_order_id: '2', item_quantity: 3, after_sale_item_count: {} },
    ];

    expect(detailsOf(read({}, {}, { ...order, sku_order_infos: lines })).lines).toMatchObject([{ lineId: '1' }]);
  });

  /* Of three bought one was to come back; where a gift, a tag or the title was not to be read, all three were expected. */
  it.each([
    ['tags', [{ tag_detail: 7 }], undefined],
    ['product_name', 7, undefined],
    ['item_sum_amount', 'odd', undefined],
    ['given_sku_details', [{ name: '默认', value: '默认' }], true],
    ['given_sku_details', [{ sku_order_id: '9', item_order_num: 'odd' }], true],
    ['given_sku_details', 'odd', true],
    ['item_quantity', 'odd', true],
  ])('A3: counts the units of the only line where its %s cannot be read: %j', (name, value, inPart) => {
    const line = { sku_order_id: '1', shop_sku_code: 'A', item_quantity: 3, after_sale_item_count: 3, [name]: value };
    const observed = read({ need_return_count: 1 }, {}, { sku_order_infos: [line] });

    expect(detailsOf(observed).lines).toMatchObject([{ lineId: '1', quantity: 1 }]);
    expect(observed).toMatchObject({ unread: expect.stringContaining(`sku_order_infos.0.${name}`) });
    // Of gifts, and of what goes by how many were bought, there may be further lines.
    expect(factsOf(observed, 'details')[0]?.inPart).toBe(inPart);
  });

  it('A3: a dispute whose id cannot be read is no other dispute', () => {
    const observed = read({}, { arbitrate_info: { arbitrate_id: {}, arbitrate_status: 1 } });

    expect(namesOf(observed)).not.toContain('disputed');
    expect(observed).toMatchObject({
      unread: 'content.process_info.arbitrate_info.arbitrate_id: must be a number',
    });
  });

  it('A3: a number that is no text takes none away', () => {
    const observed = read({}, { logistics_info: { return: { tracking_no: { no: 'SF1' } } } });

    expect(namesOf(observed)).toContain('tracking-unreadable');
    expect(namesOf(observed)).not.toContain('tracking');
  });

  it('a foreign shop, or an answer that is no case, is not understood', () => {
    expect(reasonOf(observe(around.content, { shop: '99' }))).toBe('not-understood: shop: is none of this channel');
    expect(reasonOf(observe('<html>'))).toBe('not-understood: content: the body is not JSON');
    expect(reasonOf(observe('{}'))).toContain('not-understood: content.process_info: ');
  });
});

const allFacts = ['requested', 'details', 'platform-status', 'decided', 'tracking', 'refund', 'platform-deadline'];

describe('doudianObserver: status', () => {
  it.each([
    [6, 0, ['reopened']],
    [7, 0, ['approved', 'reopened']],
    [11, 0, ['approved', 'reopened']],
    [8, 3, ['approved', 'reopened']],
    [8, 7, ['reopened']],
    [13, 3, ['approved', 'reopened']],
    [3, 3, ['approved', 'reopened']],
    [12, 0, ['approved', 'closed']],
    [14, 3, ['approved', 'closed']],
    [27, 0, ['declined']],
    [29, 0, ['declined']],
    [28, 0, ['withdrawn', 'closed']],
    [51, 5, ['closed']],
    [53, 0, ['closed']],
    [99, 0, []],
  ])('%i of type %i means %j', (after_sale_status, after_sale_type, expected) => {
    const observed = read({ after_sale_status, after_sale_type });
    const words = factsOf(observed, 'decided', 'closed', 'reopened').map((fact) => fact.decision ?? fact.fact);
    expect(words).toEqual(expected);
    expect(factsOf(observed, 'platform-status')).toMatchObject([{ status: String(after_sale_status) }]);
  });

  it.each([3, 6, 7, 8, 11, 13])('at %i the case is open, refused before or not, as of the change', (status) => {
    const facts = [0, 1, 2, 3, 6, 7, 8].map((after_sale_type) =>
      factsOf(read({ after_sale_status: status, after_sale_type }), 'reopened', 'closed'),
    );
    expect(facts).toEqual(facts.map(() => [{ fact: 'reopened', at: changedAt }]));
  });

  it('takes numbers that came as texts', () => {
    const observed = read({ after_sale_status: '12', after_sale_type: '0', refund_total_amount: '12900' });
    expect(factsOf(observed, 'closed')).toHaveLength(1);
    expect(detailsOf(observed)).toMatchObject({ kind: 'return', refund: { amount: 12900 } });
  });

  it('a closing is named by the time that stays the same: the refund, else the platform’s final time, else the change', () => {
    const closedAt = (info: Json) => factsOf(read({ after_sale_status: 12, ...info }), 'closed')[0]?.at;
    expect(closedAt({ refund_time: 1714975200, aftersale_status_to_final_time: 1714980000 })).toBe(
      '2024-05-06T06:00:00.000Z',
    );
    expect(closedAt({ aftersale_status_to_final_time: 1714980000 })).toBe('2024-05-06T07:20:00.000Z');
    expect(closedAt({})).toBe(changedAt);
    expect(closedAt({ after_sale_status: 28, refund_time: 1714975200 })).toBe(changedAt);
  });

  it.each([
    [6, 0, 'decision'],
    [6, 1, 'refund'],
    [6, 6, 'refund'],
    [7, 0, 'buyer-ships'],
    [8, 8, 'replacement'],
    [11, 0, 'refund'],
    [11, 3, 'replacement'],
    [13, 3, undefined],
  ])('at %i of type %i the deadline is %s, and the others are over', (after_sale_status, after_sale_type, kind) => {
    const facts = factsOf(read({ after_sale_status, after_sale_type }), 'platform-deadline');
    expect(facts.filter((fact) => fact.due).map((fact) => fact.kind)).toEqual(kind ? [kind] : []);
    expect(facts.map((fact) => fact.kind)).toEqual(['decision', 'buyer-ships', 'replacement', 'refund']);
  });

  it('takes every deadline away where there is none, and says nothing where none is told', () => {
    expect(factsOf(read({ status_deadline: 0 }), 'platform-deadline').every((fact) => !fact.due)).toBe(true);
    expect(factsOf(read({ status_deadline: undefined }), 'platform-deadline')).toEqual([]);
  });

  it.each([12, 14, 27, 28, 29, 99])('at %i says nothing of deadlines, so that a missed one stays missed', (status) => {
    expect(factsOf(read({ after_sale_status: status }), 'platform-deadline')).toEqual([]);
  });
});

describe('doudianObserver: details', () => {
  const line = (change: Json) => {
    const order = { sku_order_id: 1, shop_sku_code: 'A', item_quantity: 4, after_sale_item_count: 2, ...change };
    return { shop_order_id: '5', sku_order_infos: [order] };
  };
  const onlyLine = (change: Json, info: Json = {}) => {
    const lines = detailsOf(read({ need_return_count: 0, ...info }, {}, line(change))).lines as Json[];
    return lines[0];
  };

  it.each([
    [0, 'return'],
    [1, 'refund-only'],
    [2, 'refund-only'],
    [3, 'exchange'],
    [4, undefined],
    [5, undefined],
    [6, 'refund-only'],
    [7, 'reship'],
    [8, 'exchange'],
    [42, undefined],
  ])('type %i is the kind %s', (after_sale_type, kind) => {
    expect(detailsOf(read({ after_sale_type })).kind).toBe(kind);
  });

  it('tells the reason by the words, and by the code only where there are none', () => {
    const reason = (info: Json) => detailsOf(read({ reason_second_labels: [], ...info })).reason;
    expect(reason({ reason: '其他', reason_second_labels: [{ code: 1, name: '少件' }] })).toEqual({
      code: 'missing-items',
    });
    expect(reason({ reason: '其他' })).toEqual({ code: 'other' });
    expect(reason({ reason: '' })).toEqual({ code: 'doudian-15' });
    expect(reason({ reason: null, reason_code: null })).toBeUndefined();
  });

  it('counts the units of the case, of one line those that are to come back', () => {
    expect(onlyLine({})).toMatchObject({ quantity: 2 });
    expect(onlyLine({}, { need_return_count: 1 })).toMatchObject({ quantity: 1 });
    expect(onlyLine({ after_sale_item_count: null }, { after_sale_apply_count: 3 })).toMatchObject({ quantity: 3 });
    expect(onlyLine({ after_sale_item_count: null }, { after_sale_apply_count: null })).toMatchObject({ quantity: 4 });
    expect(onlyLine({ after_sale_item_count: 0 }, { after_sale_apply_count: null })).toBeUndefined();
  });

  it('prices a unit where the sum divides, and never by a fraction', () => {
    expect(onlyLine({ item_sum_amount: 4000 })).toMatchObject({ unitPrice: { amount: 1000, currency: 'CNY' } });
    expect(onlyLine({ item_sum_amount: 4001 })).not.toHaveProperty('unitPrice');
    expect(onlyLine({ item_sum_amount: 4000, item_quantity: 0 })).not.toHaveProperty('unitPrice');
  });

  it('tells an item without the merchant’s code from others', () => {
    expect(onlyLine({ shop_sku_code: ' ', sku_id: '1766012345678901' })).toMatchObject({
      sku: 'doudian-sku-1766012345678901',
    });
    expect(onlyLine({ shop_sku_code: null, sku_id: 0 })).toMatchObject({ sku: 'doudian-sku-1' });
  });

  it('adds up what was paid for the lines, and says nothing where one is not known', () => {
    const sum = (...orders: Json[]) =>
      detailsOf(
        read(
          {},
          {},
          { sku_order_infos: orders.map((each, index) => ({ sku_order_id: index, item_quantity: 1, ...each })) },
        ),
      ).paid;
    expect(sum({ sku_pay_amount: 100, pay_amount: 900 }, { pay_amount: 20 })).toEqual({ amount: 120, currency: 'CNY' });
    expect(sum({ sku_pay_amount: 100 }, {})).toBeUndefined();
    expect(sum()).toBeUndefined();
  });

  it('finds the warehouse by the return address, and names an address that is none of them', () => {
    const warehouse = (return_address_id: unknown) => detailsOf(read({ return_address_id })).warehouseId;
    expect([880001, '880002', 0, '', null, 7].map(warehouse)).toEqual([
      'hangzhou',
      'south',
      undefined,
      undefined,
      undefined,
      'doudian-address-7',
    ]);
  });

  it('an order that was not shipped, or is with the buyer', () => {
    expect(detailsOf(read({ got_pkg: 0, after_sale_type: 2 })).orderState).toBe('unshipped');
    expect(detailsOf(read({ got_pkg: 0 })).orderState).toBeUndefined();
  });
});

describe('doudianObserver: parcels', () => {
  const tracking = (logistics_info: unknown) => factsOf(read({}, { logistics_info }), 'tracking');

  it.each(['', null, '无', 'N/A'])('takes numbers away where the number is %j', (tracking_no) => {
    expect(tracking({ return: { tracking_no, company_name: '', logistics_time: '0' } })).toEqual([
      { fact: 'tracking', numbers: [], whole: true, origin: 'doudian/flagship-app', at: changedAt },
    ]);
  });

  it('says nothing of numbers where no parcel is told', () => {
    const nothing = [{ return: null }, {}, null, undefined].map((logistics) =>
      factsOf(read({}, { logistics_info: logistics }), 'tracking', 'tracking-unreadable'),
    );
    expect(nothing).toEqual([[], [], [], []]);
  });

  it('tells of several parcels that are in the one field', () => {
    const parcel = { tracking_no: 'SF1400000000012/SF1400000000013', company_code: 'shunfeng' };
    expect(tracking({ return: parcel })).toMatchObject([
      {
        numbers: [
          { number: 'SF1400000000012', carrier: 'sf' },
          { number: 'SF1400000000013', carrier: 'sf' },
        ],
        whole: true,
      },
    ]);
  });

  it.each(['A/B', '已寄出 13800000000'])('takes no number away for one that cannot be read: %s', (tracking_no) => {
    const observed = read({}, { logistics_info: { return: { tracking_no, company_code: 'shunfeng' } } });
    expect(factsOf(observed, 'tracking', 'tracking-unreadable')).toEqual([
      { fact: 'tracking-unreadable', at: changedAt },
    ]);
    expect(JSON.stringify(observed)).not.toContain(tracking_no);
  });

  it('freight brand: does not take 中通快运 for 中通', () => {
    const parcel = { tracking_no: ' yt 0001 ', company_name: '中通快运', company_code: 'zhongtongkuaiyun' };
    expect(tracking({ return: parcel })).toMatchObject([{ numbers: [{ number: 'YT0001', carrier: '中通快运' }] }]);
  });

  it.each(['exchange', 'resend'])(
    'what was sent anew (%s) is the replacement, and no parcel on its way back',
    (field) => {
      const parcel = { tracking_no: 'ZT0001', company_code: 'zhongtong', logistics_time: 1714975200 };
      const none = { tracking_no: '', company_code: '', logistics_time: 0 };
      const observed = read({}, { logistics_info: { return: null, exchange: none, resend: none, [field]: parcel } });
      expect(factsOf(observed, 'replacement-shipped', 'tracking')).toEqual([
        { fact: 'replacement-shipped', trackingNumber: 'ZT0001', carrier: 'zto', at: '2024-05-06T06:00:00.000Z' },
      ]);
    },
  );
});

/* A2: of two numbers, or of one that cannot be read, nothing was said: the replacement was never sent. */
describe('doudianObserver: what was sent anew', () => {
  const sentAs = (tracking_no: unknown) => {
    const observed = read({}, { logistics_info: { exchange: { tracking_no, company_code: 'zhongtong' } } });
    return { facts: factsOf(observed, 'replacement-shipped'), unread: observed.kind === 'sayings' && observed.unread };
  };
  const path = 'content.process_info.logistics_info.exchange.tracking_no';
  const sent = { fact: 'replacement-shipped', carrier: 'zto', at: changedAt };

  it('A2: is sent in each of several parcels', () => {
    expect(sentAs('ZT1400000000012/ZT1400000000013')).toEqual({
      facts: [
        { ...sent, trackingNumber: 'ZT1400000000012' },
        { ...sent, trackingNumber: 'ZT1400000000013' },
      ],
    });
  });

  it.each(['#ZT0001', '已寄出 13800000000', ['ZT0001']])(
    'A2: is sent, though its number cannot be read: %j',
    (typed) => {
      const { facts, unread } = sentAs(typed);

      expect(facts).toEqual([sent]);
      expect(unread).toMatch(new RegExp(`^${path}: `));
    },
  );

  it.each(['', null, '无'])('is not sent while it has no number: %j', (typed) => {
    expect(sentAs(typed).facts).toEqual([]);
  });
});

describe('doudianObserver: money', () => {
  const done = { refund_status: 3, real_refund_amount: 12800, refund_time: 1714975200 };
  const refund = (info: Json, dispute?: Json) =>
    factsOf(read(info, dispute && { arbitrate_info: dispute }), 'refund').map(({ kind, amount, outcome, by, at }) => [
      kind,
      (amount as { amount: number }).amount,
      outcome,
      by,
      at,
    ]);

  it('tells what really went back, when, once', () => {
    expect(factsOf(read(done), 'refund')).toEqual([
      {
        fact: 'refund',
        refundId: '7201234567890123457-goods-refund',
        kind: 'goods-refund',
        amount: { amount: 12800, currency: 'CNY' },
        outcome: 'done',
        by: 'merchant',
        at: '2024-05-06T06:00:00.000Z',
      },
    ]);
  });

  it('tells the freight apart from the goods', () => {
    expect(refund({ ...done, refund_post_amount: 800 }).map(([kind, amount]) => [kind, amount])).toEqual([
      ['goods-refund', 12000],
      ['freight-refund', 800],
    ]);
    expect(refund({ ...done, real_refund_amount: 800, refund_post_amount: 800 }).map(([kind]) => kind)).toEqual([
      'freight-refund',
    ]);
  });

  it('falls back to the amount that was asked for, and to the time of the change', () => {
    expect(refund({ ...done, real_refund_amount: null, refund_time: 0 })).toEqual([
      ['goods-refund', 12900, 'done', 'merchant', changedAt],
    ]);
    expect(refund({ ...done, real_refund_amount: null, refund_total_amount: null })).toEqual([]);
  });

  it.each([12900, 0, null])(
    'takes a real amount of 0 as not booked yet, and %j as what was asked for',
    (refund_total_amount) => {
      expect(refund({ ...done, real_refund_amount: 0, refund_total_amount }).map(([, amount]) => amount)).toEqual(
        refund_total_amount ? [12900] : [],
      );
    },
  );

  it('a failed refund failed with the amount that was asked for, and why goes apart', () => {
    const observed = read({ refund_status: 4, real_refund_amount: 0, refund_fail_reason: '账户异常' });
    expect(factsOf(observed, 'refund')).toMatchObject([
      { outcome: 'failed', amount: { amount: 12900 }, at: changedAt },
    ]);
    expect(observed).toMatchObject({ sayings: [{ person: { refundReason: '账户异常' } }] });
  });

  it('the platform paid where it judged so', () => {
    expect(refund(done, { arbitrate_status: 2, arbitrate_conclusion: 3 })).toEqual([
      ['goods-refund', 12800, 'done', 'platform', '2024-05-06T06:00:00.000Z'],
    ]);
  });

  it.each([0, 1, 2, 5, 9, null])('refund status %j is no refund', (refund_status) => {
    expect(refund({ ...done, refund_status })).toEqual([]);
  });
});

describe('doudianObserver: disputes', () => {
  const dispute = (arbitrate_info: Json) => factsOf(read({}, { arbitrate_info }), 'disputed', 'dispute-closed');
  const times = { arbitrate_create_time: 1714960000, arbitrate_update_time: 1714975200 };

  it.each([1, 4, 5])('status %i is under way', (arbitrate_status) => {
    expect(dispute({ arbitrate_id: '61', arbitrate_status, ...times })).toEqual([
      { fact: 'disputed', disputeId: '61', at: '2024-05-06T01:46:40.000Z' },
    ]);
  });

  it.each([
    [2, 0, 'buyer'],
    [3, 0, 'merchant'],
    [6, 1, 'buyer'],
    [6, 2, 'merchant'],
    [255, 3, 'buyer'],
    [255, 0, undefined],
  ])('status %i with conclusion %i ended for %s', (arbitrate_status, arbitrate_conclusion, outcome) => {
    expect(dispute({ arbitrate_id: '61', arbitrate_status, arbitrate_conclusion, ...times })).toEqual([
      { fact: 'disputed', disputeId: '61', at: '2024-05-06T01:46:40.000Z' },
      { fact: 'dispute-closed', disputeId: '61', at: '2024-05-06T06:00:00.000Z', ...(outcome && { outcome }) },
    ]);
  });

  it('goes by the case where it has no id and no times', () => {
    expect(dispute({ arbitrate_id: '0', arbitrate_status: 255 })).toEqual([
      { fact: 'dispute-closed', disputeId: '7201234567890123457', at: changedAt },
    ]);
  });

  it.each([0, 7, null])('status %j is none', (arbitrate_status) => {
    expect(dispute({ arbitrate_id: '61', arbitrate_status, ...times })).toEqual([]);
  });
});

describe('versionOf', () => {
  const at = (text: string) => toInstant(`2024-05-06T${text}Z`)!;

  it('lagging replica: an older state that is read later has the lower version', () => {
    expect(versionOf(at('03:39:59'), at('03:59:00'))).toBeLessThan(versionOf(at('03:40:00'), at('03:40:01')));
    expect(versionOf(at('03:39:59'), at('23:59:00'))).toBeLessThan(versionOf(at('03:40:00'), at('03:40:00')));
  });

  it('two changes within one second: the later reading has the higher version', () => {
    expect(versionOf(at('03:40:00'), at('03:40:00.300'))).toBeLessThan(versionOf(at('03:40:00'), at('03:40:01.500')));
  });

  it.each([
    ['half an hour', '04:10:00', '04:10:01'],
    ['twenty hours', '23:40:00', '23:40:01'],
  ])('the later reading has the higher version %s after the change, too', (_name, one, other) => {
    expect(versionOf(at('03:40:00'), at(one))).toBeLessThan(versionOf(at('03:40:00'), at(other)));
  });

  it('keeps a reading of months later below the next second', () => {
    const [early, late, never] = ['2024-08-01', '2024-08-02', '2031-01-01'].map((day) =>
      versionOf(at('03:40:00'), toInstant(`${day}T00:00:00Z`)!),
    ) as [number, number, number];
    expect(early).toBeLessThan(late);
    expect(never).toBeLessThan(versionOf(at('03:40:01'), at('03:40:01')));
  });

  it('goes by the reading where the case tells no time, and a clock that is behind makes none lower', () => {
    expect(versionOf(undefined, at('03:40:02.500'))).toBe(1_714_966_802_000_500);
    expect(versionOf(at('03:40:00'), at('03:39:00'))).toBe(1_714_966_800_000_000);
  });

  it('stays exact for two centuries', () => {
    expect(Number.isSafeInteger(versionOf(toInstant('2250-01-01T00:00:00Z'), toInstant('2250-01-01T00:00:01Z')!))).toBe(
      true,
    );
  });
});
