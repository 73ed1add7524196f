import { addMillis, instantOf } from '#shared/returns/record/instant.ts';
import type { Delivery } from '#shared/sources/source.ts';

/** One thing that happens, as the delivery that tells of it. */
export interface Step {
  readonly name: string;
  readonly delivery: Delivery;
}

const openedAt = instantOf(Date.parse('2026-03-02T01:00:00Z'));
const yuan = (amount: number) => ({ amount: amount * 100, currency: 'CNY' });

/**
 * A simple return from its request to its close, of two lines in one parcel, all in time: no clock has to strike.
 * `run` keeps two runs apart.
 */
export function simpleReturn(run: string): Step[] {
  const caseId = `RMA-${run}`;
  const trackingNumber = `SF${run.toUpperCase()}01`;
  const told = stepsOf(run);
  const shoe = { sku: 'SHOE-RED-41', quantity: 1 };
  const socks = { sku: 'SOCK-WHITE-M', quantity: 2 };
  const eastern = { sku: 'E-100041', quantity: 1 };
  const place = { warehouseId: 'east', trackingNumber };
  const moved = (stage: string, hour: number) =>
    told(
      'carrier-feed',
      'parcel.moved',
      hour,
      { carrier: '顺丰', trackingNumber, stage, at: hourAt(hour), place: '上海 青浦' },
      stage,
    );
  return [
    told('own-store', 'return.requested', 0, {
      caseId,
      orderId: `SO-${run}`,
      kind: 'return',
      reason: { code: 'size', text: '尺码偏小' },
      lines: [
        { lineId: '1', ...shoe, unitPrice: yuan(299), title: '跑步鞋 红色 41 码', category: 'shoes' },
        { lineId: '2', ...socks, unitPrice: yuan(19), title: '运动袜 白色 M', category: 'socks' },
      ],
      refund: yuan(337),
      paid: yuan(337),
      orderState: 'delivered',
      deliveredAt: '2026-03-01T02:00:00Z',
      evidence: [`https://media.example.com/${run}/1.jpg`],
      buyer: { ref: `b-${run}`, language: 'zh-CN', phoneTail: '0000' },
      fulfilment: { outboundOrderId: `OUT-${run}`, warehouseId: 'east' },
    }),
    told('help-desk', 'message.sent', 0.003, { caseId, by: 'bot', kind: 'greeting', at: hourAt(0.003) }, 'by a bot'),
    told('help-desk', 'message.sent', 0.06, { caseId, by: 'person', kind: 'reply', at: hourAt(0.06) }, 'by a person'),
    told('own-store', 'return.decided', 1, { caseId, decision: 'approved', by: 'merchant', warehouseId: 'east' }),
    told('own-store', 'return.shipped', 20, { caseId, carrier: '顺丰', trackingNumber, shippedAt: hourAt(20) }),
    moved('picked-up', 21),
    moved('in-transit', 30),
    moved('out-for-delivery', 50),
    told('wms-east', 'parcel.received', 54, {
      ...place,
      receiptId: `R-${run}`,
      receivedAt: hourAt(54),
      lines: [eastern, socks],
    }),
    told('wms-east', 'return.inspected', 56, {
      ...place,
      inspectionId: `I-${run}`,
      inspectedAt: hourAt(56),
      lines: [
        { ...eastern, result: 'passed' },
        { ...socks, result: 'passed' },
      ],
    }),
    told('wms-east', 'return.stocked-in', 57, {
      ...place,
      stockInId: `S-${run}`,
      at: hourAt(57),
      lines: [
        { ...eastern, condition: 'sellable' },
        { ...socks, condition: 'sellable' },
      ],
    }),
    told('own-store', 'refund.completed', 60, {
      caseId,
      refundId: `F-${run}`,
      kind: 'goods-refund',
      amount: yuan(337),
      at: hourAt(60),
      by: 'merchant',
    }),
    told('own-store', 'return.closed', 61, { caseId, at: hourAt(61) }),
    told('help-desk', 'case.written-up', 62, { caseId, reasons: [{ code: 'size-fit' }], mood: 'calm', at: hourAt(62) }),
  ];
}

/**
 * What else arrives: the parcel before its case, the same delivery twice, what nobody understands, a hint, other cases of the order. `steps` are of
 * {@link simpleReturn}, which is closed by then.
 */
export function otherDeliveries(run: string, steps: readonly Step[]): Step[] {
  const told = stepsOf(`${run}-other`);
  const again = (name: string): Step[] =>
    steps.filter((step) => step.name === name).map((step) => ({ ...step, name: `${name}, the same delivery again` }));
  const movement = { carrier: '顺丰', trackingNumber: `SF${run.toUpperCase()}99`, stage: 'in-transit', at: hourAt(30) };
  return [
    ...again('parcel.moved in-transit'),
    ...besides(run),
    ...again('return.requested'),
    told('carrier-feed', 'parcel.moved', 30, movement, 'of a parcel no case has named'),
    told(
      'help-desk',
      'ticket.linked',
      5,
      { caseId: `none-${run}`, url: 'https://desk.example.com/t/1' },
      'of a case not known yet',
    ),
    told('own-store', 'return.dreamt', 5, { caseId: `RMA-${run}` }, 'not understood'),
    {
      name: 'shopify returns/update (a hint)',
      delivery: {
        ...told('own-store', '', 5, {}).delivery,
        source: 'shopify',
        channel: 'acme-goods',
        id: `hint-${run}`,
        headers: { 'x-shopify-topic': 'returns/update', 'x-shopify-triggered-at': hourAt(5) },
        body: Buffer.from(JSON.stringify({ id: 945000001, admin_graphql_api_id: 'gid://shopify/Return/945000001' })),
      },
    },
  ];
}

/** Cases of the same order: two on one of its lines, of which the second is news to the first, and its money to nobody; one on another line. */
function besides(run: string): Step[] {
  const told = stepsOf(`${run}-beside`);
  const asked = (name: string, lineId: string, note: string) =>
    told(
      'own-store',
      'return.requested',
      70,
      {
        caseId: `RMA-${run}-${name}`,
        orderId: `SO-${run}`,
        kind: 'refund-only',
        reason: { code: 'stain', text: '有污渍' },
        lines: [{ lineId, sku: `SKU-${lineId}`, quantity: 1, unitPrice: yuan(129) }],
        refund: yuan(30),
        paid: yuan(129),
      },
      note,
    );
  const refunded = (name: string, amount: number, note: string) =>
    told(
      'own-store',
      'refund.completed',
      71,
      {
        caseId: `RMA-${run}-${name}`,
        refundId: `F-${run}-${name}`,
        kind: 'goods-refund',
        amount: yuan(amount),
        at: hourAt(71),
        by: 'merchant',
      },
      note,
    );
  return [
    asked('A', '3', 'on a third line of the order'),
    asked('B', '3', 'on the same line'),
    refunded('A', 30, 'of 30 of 129'),
    refunded('B', 129, 'of 129 of the same'),
    asked('C', '4', 'on a fourth line'),
  ];
}

function hourAt(hour: number): string {
  return addMillis(openedAt, hour * 3_600_000);
}

function stepsOf(run: string) {
  let count = 0;
  return (channel: string, type: string, hour: number, data: object, note = ''): Step => {
    count += 1;
    const receivedAt = addMillis(openedAt, hour * 3_600_000 + 2_000);
    const body = Buffer.from(JSON.stringify({ type, timestamp: hourAt(hour), data }));
    const delivery = {
      source: 'standard',
      channel,
      id: `msg_${run}_${count}`,
      via: 'webhook',
      receivedAt,
      headers: {},
      body,
    } as const;
    return { name: note === '' ? type : `${type} ${note}`, delivery };
  };
}
