import { describe, expect, it } from 'vitest';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import { toInstant } from '#shared/returns/record/instant.ts';
import { doudianObserver } from '#shared/sources/doudian/observe.ts';
import { fixture, merchant } from '../../contract/source-vectors.ts';
import { testRules } from '../../memory/test-merchant.ts';

/*
 * Whose it is and how much is owed, as far as Doudian tells it: who decided and who paid, what was given with an item, until when it may go back without a
 * reason, and under which numbers the order went out.
 */

type Json = Record<string, unknown>;

const channel = merchant.channels.find((each) => each.source === 'doudian')!;
const around = JSON.parse(fixture('doudian/read-case').toString()) as Json & { content: string };
const { process_info: process, order_info: order } = JSON.parse(around.content);

function read(change: { info?: Json; process?: Json; line?: Json; lines?: readonly Json[] }): {
  unread?: string;
  facts: Json[];
} {
  const content = {
    process_info: {
      ...process,
      ...change.process,
      after_sale_info: { ...process.after_sale_info, after_sale_id: '7201234567890123457', ...change.info },
    },
    order_info: {
      ...order,
      sku_order_infos: change.lines ?? [{ ...order.sku_order_infos[0], sku_order_id: '11', ...change.line }],
    },
  };
  const observed = doudianObserver.observe(
    {
      source: 'doudian',
      channel: 'flagship-app',
      id: 'read.1',
      via: 'read',
      headers: {},
      receivedAt: toInstant('2024-05-06T03:40:02.500Z')!,
      body: Buffer.from(JSON.stringify({ ...around, content: JSON.stringify(content) })),
    },
    channel,
    merchant,
  );
  const said = observed.kind === 'sayings' ? observed : { sayings: [] };
  return {
    facts: (said.sayings[0]?.facts ?? []).map((fact): Json => ({ ...fact })),
    ...('unread' in said && { unread: String(said.unread) }),
  };
}

function factsOf({ facts }: ReturnType<typeof read>, name: string): Json[] {
  return facts.filter(({ fact }) => fact === name);
}

function byOf(name: 'decided' | 'refund', change: Parameters<typeof read>[0]): unknown[] {
  return factsOf(read(change), name).map(({ by }) => by);
}

function linesOf(change: Parameters<typeof read>[0]): Json[] {
  return factsOf(read(change), 'details').flatMap(({ details }) => (details as { lines: Json[] }).lines);
}

/* B4: the platform paid while the goods were out, and the refund stood as the merchant's: nobody was to ask for anything back. */
describe('B4: who paid and who decided at Doudian', () => {
  const paid = { after_sale_status: 12, refund_status: 3, real_refund_amount: 12900, refund_time: 1714966700 };

  it.each([
    ['a speed refund before shipping', 1, 'platform', 'platform'],
    ['the merchant’s assistant', 2, 'merchant', 'merchant'],
    ['a speed refund after shipping', 3, 'platform', 'platform'],
    ['a refund while the goods travel', 4, 'platform', 'platform'],
    ['a parcel that was stopped by the merchant’s carrier', 12, 'merchant', 'merchant'],
    ['the platform’s rule for what was shipped', 11, 'platform', 'platform'],
    ['the platform’s rule for returns, whose money waits for the goods', 17, 'platform', 'merchant'],
  ])('%s (%i): decided by the %s, paid by the %s', (_name, mode, decidedBy, paidBy) => {
    const info = { ...paid, auto_audit_bits: [mode] };
    expect([byOf('decided', { info }), byOf('refund', { info })]).toEqual([[decidedBy], [paidBy]]);
  });

  it('the platform’s own money is the platform’s payment, whoever agreed', () => {
    const info = { ...paid, refund_type_text: '平台垫付' };
    expect([byOf('decided', { info }), byOf('refund', { info })]).toEqual([['merchant'], ['platform']]);
  });

  it.each([
    [1, 'platform', 'merchant'],
    [2, 'merchant', 'merchant'],
    [3, 'platform', 'platform'],
  ])('a verdict (conclusion %i): decided by the %s, paid by the %s', (conclusion, decidedBy, paidBy) => {
    const arbitrate_info = { arbitrate_id: '9', arbitrate_status: 6, arbitrate_conclusion: conclusion };
    const change = { info: paid, process: { arbitrate_info } };
    expect([byOf('decided', change), byOf('refund', change)]).toEqual([[decidedBy], [paidBy]]);
  });

  it('a verdict that is still to come decides nothing', () => {
    const arbitrate_info = { arbitrate_id: '9', arbitrate_status: 1, arbitrate_conclusion: 0 };
    expect(byOf('decided', { info: { after_sale_status: 7 }, process: { arbitrate_info } })).toEqual(['merchant']);
  });

  it('a refusal stays the merchant’s', () => {
    expect(byOf('decided', { info: { after_sale_status: 27, auto_audit_bits: [3] } })).toEqual(['merchant']);
  });

  /* No field of the detail tells that the merchant's time ran out. */
  it('a payment of which nothing tells that the platform made it is the merchant’s', () => {
    expect(byOf('refund', { info: { ...paid, auto_audit_bits: [] } })).toEqual(['merchant']);
  });

  it('A3: a way that nobody has described is named, and the money counts', () => {
    const info = { ...paid, auto_audit_bits: [3, 99] };
    expect(read({ info }).unread).toContain('after_sale_info.auto_audit_bits.1: is no code that Backhaul knows');
    expect(byOf('refund', { info })).toEqual(['platform']);
  });

  it('A3: says nothing of money where it cannot be read who paid', () => {
    expect(byOf('refund', { info: { ...paid, auto_audit_bits: ['odd'] } })).toEqual([]);
    expect(byOf('refund', { info: { ...paid, refund_type_text: {} } })).toEqual([]);
  });
});

/* Of 129.00 that were asked for the platform had paid 1.00: 128.00 came back to the buyer, and the case stood as refunded in part for ever. */
describe('A5: what is owed of a sum that holds the platform’s part', () => {
  const owed = (info: Json) =>
    factsOf(read({ info }), 'details').map(({ details }) => Object((details as Json).refund).amount);

  it('is what came back, once it did', () => {
    expect(owed({ refund_status: 3, real_refund_amount: 12800 })).toEqual([12800]);
  });

  it('is what was asked for until then, and where the platform has not booked it yet', () => {
    expect(owed({ refund_status: 2, real_refund_amount: 12800 })).toEqual([12900]);
    expect(owed({ refund_status: 3, real_refund_amount: 0 })).toEqual([12900]);
    expect(owed({ refund_status: 4, real_refund_amount: 0 })).toEqual([12900]);
  });
});

/*
 * Of a return of one of two the sum of both was owed, and an exchange of one of two was owed the price of one as a difference: Doudian tells what was paid for whole lines, also for
 * those of which a case asks nothing.
 */
describe('A7, A8: what was paid at Doudian', () => {
  const sums = (info: Json, ...lines: readonly Json[]) => {
    const [said] = factsOf(
      read({
        info,
        lines: lines.map((line, index) => ({ ...order.sku_order_infos[0], sku_order_id: `${index + 1}`, ...line })),
      }),
      'details',
    );
    const { paid, paidForLines } = Object(said?.details) as Record<string, Json | undefined>;
    return [paid?.amount, paidForLines?.amount];
  };
  const two = { item_quantity: 2, after_sale_item_count: 1, item_sum_amount: 20000, sku_pay_amount: 20000 };
  const counts = { need_return_count: 1, after_sale_apply_count: 1 };

  it('is for the units that the case asks for, and for their whole lines', () => {
    expect(sums(counts, two)).toEqual([10000, 20000]);
    expect(sums({}, { ...two, after_sale_item_count: 2 }, two)).toEqual([30000, 40000]);
  });

  it('is for the units that were never shipped, too, though these need not come back', () => {
    expect(sums({ ...counts, after_sale_apply_count: 2 }, { ...two, after_sale_item_count: 2 })).toEqual([
      20000, 20000,
    ]);
  });

  it('leaves out lines of which the case asks nothing', () => {
    expect(sums({}, two, { ...two, after_sale_item_count: 0 })).toEqual([10000, 20000]);
  });

  it('is said of whole lines alone where it does not come out even, or nobody says how many were bought', () => {
    expect(sums(counts, { ...two, sku_pay_amount: 19999 })).toEqual([undefined, 19999]);
    expect(sums(counts, { ...two, item_quantity: undefined })).toEqual([undefined, 20000]);
  });

  it('owes nothing of an exchange of one of two, and half of a return of one', () => {
    const owed = (info: Json, line: Json = {}) => {
      const { facts } = read({ info: { ...counts, ...info }, line: { ...two, ...line } });
      const receivedAt = toInstant('2024-05-06T03:40:02.500Z')!;
      const said = { id: 'o1', from: 'doudian/flagship-app', receivedAt, facts } as unknown as CaseObservation;
      return foldCase('doudian:1:7201234567890123457', [said], [], testRules).money.owed;
    };

    const exchange = { after_sale_type: 3, after_sale_status: 11 };
    expect(owed({ ...exchange, refund_total_amount: 10000 })).toEqual({ basis: 'nothing' });
    // What was paid for one of them is not known, and its price is more than that.
    const odd = { item_sum_amount: 30000, sku_pay_amount: 19999 };
    expect(owed({ ...exchange, refund_total_amount: 9999 }, odd)).toEqual({ basis: 'nothing' });
    expect(owed({ after_sale_type: 0, after_sale_status: 7, refund_total_amount: null })).toEqual({
      basis: 'paid',
      amount: { amount: 10000, currency: 'CNY' },
    });
  });
});

describe('B10: the parcels in which the order went out', () => {
  const outbound = (parcels: unknown) =>
    factsOf(read({ process: { logistics_info: { order: parcels } } }), 'outbound').map(({ numbers, whole }) => [
      (numbers as { number: string }[]).map(({ number }) => number),
      whole,
    ]);
  const sent = (tracking_no: unknown) => ({ tracking_no, company_code: 'yuantong', logistics_state: 4 });

  it('are told with all their numbers', () => {
    expect(outbound([sent('YT9876543210987'), sent('YT9876543210988'), sent('YT9876543210987')])).toEqual([
      [['YT9876543210987', 'YT9876543210988'], true],
    ]);
    expect([[], null, [sent('')]].map(outbound)).toEqual([[], [], []]);
  });

  it('take no number away where one is none, or cannot be read', () => {
    expect(outbound([sent('YT9876543210987'), sent('已自提 13800000000')])).toEqual([[['YT9876543210987'], false]]);
    expect(outbound([sent('YT9876543210987'), sent({})])).toEqual([[['YT9876543210987'], false]]);
    expect(outbound('odd')).toEqual([]);
  });

  it('A3: a carrier that cannot be read takes nothing from the number', () => {
    expect(outbound([{ ...sent('YT9876543210987'), company_name: {} }])).toEqual([[['YT9876543210987'], true]]);
  });
});

/* The platform waited for evidence until an hour that stood in the detail, and nobody was reminded of it. */
describe('B6: until when the platform waits for evidence', () => {
  const evidence = (arbitrate_info: Json) =>
    factsOf(read({ process: { arbitrate_info: { arbitrate_id: '9', ...arbitrate_info } } }), 'platform-deadline')
      .filter(({ kind }) => kind === 'evidence')
      .map(({ due }) => due);

  it.each([
    ['1714975200', '2024-05-06T06:00:00.000Z'],
    [1714975200, '2024-05-06T06:00:00.000Z'],
    ['2024-05-06 14:00:00', '2024-05-06T06:00:00.000Z'],
    ['0', undefined],
    ['tomorrow', undefined],
  ])('stands as %j', (arbitrate_status_deadline, due) => {
    expect(evidence({ arbitrate_status: 4, arbitrate_status_deadline })).toEqual([due]);
  });

  it('is over once the platform waits no more, and says nothing where there is no dispute or it cannot be read', () => {
    expect(evidence({ arbitrate_status: 5, arbitrate_status_deadline: '1714975200' })).toEqual([undefined]);
    expect(evidence({ arbitrate_status: 0, arbitrate_status_deadline: '1714975200' })).toEqual([]);
    expect(evidence({ arbitrate_status: 2 })).toEqual([undefined]);
    expect(evidence({ arbitrate_status: 2, arbitrate_status_deadline: '1714975200' })).toEqual([undefined]);
    expect(evidence({ arbitrate_status: 4, arbitrate_status_deadline: {} })).toEqual([]);
  });
});

it('B6: evidence that was not given in time stays missed when the platform has judged', () => {
  const arbitrate_info = { arbitrate_id: '9', arbitrate_status: 2, arbitrate_status_deadline: '1714960000' };
  const deadlines = factsOf(read({ process: { arbitrate_info } }), 'platform-deadline').map(({ kind }) => kind);
  expect(deadlines).not.toContain('evidence');
});

describe('B7: within how many days an item may go back without a reason', () => {
  const days = (tag_detail: string, tag_detail_en = 'supply_7day_return') =>
    linesOf({
      line: {
        tags: [
          { tag_detail: '15天售后期', tag_detail_en: 'after_sale_days' },
          { tag_detail, tag_detail_en },
        ],
      },
    }).map(({ noReasonDays }) => noReasonDays);

  it.each([
    ['7天', 7],
    ['7天无理由退货（拆封后不支持）', 7],
    ['支持15天无理由', 15],
    ['不支持7天无理由退货', 0],
    ['无理由', undefined],
  ])('by the item’s tag: %s', (words, expected) => {
    expect(days(words)).toEqual([expected]);
  });

  it('is not told by a tag of another kind, nor without one', () => {
    expect(days('7天', 'after_sale_days')).toEqual([undefined]);
    expect(linesOf({}).map(({ noReasonDays }) => noReasonDays)).toEqual([undefined]);
  });

  it('A3: a tag that cannot be read takes nothing from the line', () => {
    const line = { tags: ['odd', { tag_detail: '7天', tag_detail_en: 'supply_7day_return' }] };
    expect(linesOf({ line })).toMatchObject([{ sku: 'DRESS-RED-M', noReasonDays: 7 }]);
  });
});

describe('gifts that have to come back', () => {
  const gift = { sku_order_id: '12', shop_sku_code: 'SOCKS', item_order_num: 2, product_name: '短袜' };
  const giftLine = { lineId: '12', sku: 'SOCKS', quantity: 2, title: '短袜', gift: true };
  const given = (line: Json = {}, info: Json = {}) => linesOf({ info, line: { given_sku_details: [gift], ...line } });

  it('are lines of the case', () => {
    expect(given()).toMatchObject([{ lineId: '11', sku: 'DRESS-RED-M', quantity: 1 }, giftLine]);
    expect(given()[0]).not.toHaveProperty('gift');
  });

  it('are at least one each, by their own number where they have no code', () => {
    const given_sku_details = [{ sku_order_id: '12' }];
    expect(given({ given_sku_details })[1]).toEqual({ lineId: '12', sku: 'doudian-sku-12', quantity: 1, gift: true });
  });

  it('stand once where the case has their order, too', () => {
    const [line] = order.sku_order_infos;
    const lines = [
      { ...line, sku_order_id: '11', given_sku_details: [gift] },
      { ...line, sku_order_id: '12', shop_sku_code: 'SOCKS', item_quantity: 2, after_sale_item_count: 2 },
    ];
    expect(linesOf({ lines }).map(({ lineId, gift: isGift }) => [lineId, isGift])).toEqual([
      ['11', undefined],
      ['12', true],
    ]);
  });

  it('stay with the buyer where some of the goods do, and where no money is paid back', () => {
    const some = { need_return_count: 1, after_sale_apply_count: 1 };
    expect(given({ item_quantity: 2, after_sale_item_count: 1 }, some)).toHaveLength(1);
    expect(given({}, { after_sale_type: 3 })).toHaveLength(1);
  });

  it('A3: one that cannot be read takes nothing from the others', () => {
    const change = { line: { given_sku_details: [gift, { sku_order_id: 'odd' }] } };
    expect(linesOf(change).map(({ lineId }) => lineId)).toEqual(['11', '12']);
    expect(factsOf(read(change), 'details')).toMatchObject([{ inPart: true }]);
  });
});
