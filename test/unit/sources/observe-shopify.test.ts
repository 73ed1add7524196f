import { describe, expect, it } from 'vitest';
import { toInstant } from '#shared/returns/record/instant.ts';
import { shopifyObserver } from '#shared/sources/shopify/observe.ts';
import { returnStateQuery } from '#shared/sources/shopify/return-state-query.ts';
import type { Delivery, Observed } from '#shared/sources/source.ts';
import { fixture, merchant } from '../../contract/source-vectors.ts';

const shop = 'acme-goods.myshopify.com';
const receivedAt = toInstant('2026-01-15T08:00:05Z') ?? ('' as never);
const channel = merchant.channels.find((each) => each.source === 'shopify') ?? ('' as never);
const triggered = { 'x-shopify-triggered-at': '2026-01-15T08:00:00.123456789Z' };

function observe(delivery: Partial<Delivery>): Observed {
  const whole: Delivery = {
    source: 'shopify',
    channel: 'acme-goods',
    id: 'w-1',
    via: 'webhook',
    receivedAt,
    headers: {},
    body: Buffer.alloc(0),
    ...delivery,
  };
  return shopifyObserver.observe(whole, channel, merchant);
}

function webhook(topic: string, body: Uint8Array | string, headers: Record<string, string> = triggered): Observed {
  return observe({ headers: { 'x-shopify-topic': topic, ...headers }, body: Buffer.from(body) });
}

interface Order {
  readonly lineItems: { readonly nodes: unknown[] };
  readonly reverseDeliveries: { readonly nodes: unknown[] };
}

function hint(caseId: string, at = '2026-01-15T08:00:00.123Z'): unknown {
  return { kind: 'notify-only', shop, ref: { caseKey: `shopify:${shop}:${caseId}` }, at };
}

function reasonOf(observed: Observed): string {
  return 'reason' in observed ? `${observed.kind}: ${observed.reason}` : `understood as ${JSON.stringify(observed)}`;
}

describe('shopifyObserver: hints', () => {
  it.each([
    ['returns/request', 'returns-request', '9007199254740993'],
    ['returns/approve', 'returns-approve', '9007199254740993'],
    ['returns/decline', 'returns-decline', '880001'],
    ['returns/cancel', 'returns-cancel', '880001'],
    ['returns/close', 'returns-close', '880001'],
    ['returns/reopen', 'returns-close', '880001'],
    ['returns/update', 'returns-update', '880001'],
    ['returns/process', 'returns-update', '880001'],
    ['reverse_deliveries/attach_deliverable', 'reverse-deliveries-attach-deliverable', '880001'],
  ])('%s asks for its return to be read', (topic, name, caseId) => {
    expect(webhook(topic, fixture(`shopify/${name}`))).toEqual(hint(caseId));
  });

  it('topic swapped: the body of another topic is still no more than a hint', () => {
    expect(webhook('returns/approve', fixture('shopify/returns-cancel'))).toEqual(hint('880001'));
  });

  it('rounded id: takes the exact global id, and the exact plain id where there is no other', () => {
    expect(
      webhook(
        'returns/process',
        '{"id":9007199254740992,"admin_graphql_api_id":"gid://shopify/Return/9007199254740993"}',
      ),
    ).toEqual(hint('9007199254740993'));
    expect(webhook('returns/process', '{"id":9007199254740993}')).toEqual(hint('9007199254740993'));
  });

  it('falls back to the time of receipt', () => {
    expect(webhook('returns/cancel', fixture('shopify/returns-cancel'), {})).toEqual(hint('880001', receivedAt));
    expect(
      webhook('returns/cancel', fixture('shopify/returns-cancel'), { 'x-shopify-triggered-at': 'yesterday' }),
    ).toEqual(hint('880001', receivedAt));
  });

  it('a disposition names its return by the reverse order', () => {
    const alias = { kind: 'reverse-order', value: 'gid://shopify/ReverseFulfillmentOrder/420088' };
    expect(
      webhook('reverse_fulfillment_orders/dispose', fixture('shopify/reverse-fulfillment-orders-dispose')),
    ).toEqual({
      kind: 'notify-only',
      shop,
      ref: { alias },
      at: '2026-01-15T08:00:00.123Z',
    });
  });

  it.each([
    [
      'returns/cancel',
      '{"admin_graphql_api_id":"gid://shopify/Order/1","id":1}',
      'not-understood: admin_graphql_api_id: names no return',
    ],
    ['returns/cancel', '{"id":"1; drop"}', 'not-understood: admin_graphql_api_id: names no return'],
    ['returns/cancel', '{"id":1.5}', 'not-understood: admin_graphql_api_id: names no return'],
    ['returns/cancel', '[]', 'not-understood: the message must be an object'],
    ['returns/cancel', '{', 'not-understood: the body is not JSON'],
    ['reverse_deliveries/attach_deliverable', '{"return":null}', 'not-understood: return: must be an object'],
    [
      'reverse_fulfillment_orders/dispose',
      '{"id":420088}',
      'not-understood: admin_graphql_api_id: names no reverse fulfillment order',
    ],
    ['orders/updated', '{}', 'ignored: an order is read when its return is'],
    ['fulfillments/update', '{}', 'ignored: an order is read when its return is'],
    ['fulfillment_events/create', '{}', 'ignored: an order is read when its return is'],
    ['disputes/create', '{}', 'not-understood: a dispute names an order and no return; a person must place it'],
    ['customers/redact', '{}', 'not-understood: the topic is not one that Backhaul reads'],
  ])('%s %s', (topic, body, reason) => {
    expect(reasonOf(webhook(topic, body))).toBe(reason);
  });
});

describe('shopifyObserver: hints in part', () => {
  it.each([
    ['a plain id that is none', '{"id":{},"admin_graphql_api_id":"gid://shopify/Return/880001"}'],
    ['a global id that is no text', '{"id":880001,"admin_graphql_api_id":{}}'],
  ])('A3: %s takes nothing from the other', (_name, body) => {
    expect(webhook('returns/cancel', body)).toEqual(hint('880001'));
  });
});

describe('shopifyObserver: refunds', () => {
  /* The buyer paid in euros, and the shop's dollars are all that its transactions tell. */
  const inTwoCurrencies = JSON.parse(fixture('shopify/refunds-create').toString()) as {
    transactions: Record<string, string>[];
    refund_line_items: object[];
  };
  const refund = {
    ...inTwoCurrencies,
    refund_line_items: inTwoCurrencies.refund_line_items.map((line) => ({ ...line, subtotal_set: null })),
  };
  const withTransactions = (...changes: Record<string, string>[]) => {
    const [transaction] = refund.transactions;
    const body = {
      ...refund,
      admin_graphql_api_id: 'gid://shopify/Refund/7',
      transactions: changes.map((each) => ({ ...transaction, ...each })),
    };
    return webhook('refunds/create', JSON.stringify(body));
  };
  const amountOf = (observed: Observed) =>
    observed.kind === 'sayings'
      ? observed.sayings[0]?.facts.map((fact) => (fact.fact === 'refund' ? [fact.amount, fact.outcome] : []))
      : reasonOf(observed);

  it('tells the sum that went back, by its exact id, when it was processed', () => {
    const fact = {
      fact: 'refund',
      refundId: '912345678901234567',
      kind: 'goods-refund',
      amount: { amount: 4990, currency: 'USD' },
      outcome: 'done',
      by: 'merchant',
      at: '2026-01-22T15:30:00.000Z',
    };
    expect(webhook('refunds/create', JSON.stringify(refund))).toEqual({
      kind: 'sayings',
      sayings: [{ about: 'case', ref: { caseKey: `shopify:${shop}:880001` }, facts: [fact] }],
    });
  });

  it('tells what it pays for sending apart from what it pays for goods, in the currency in which it was paid', () => {
    const sets = (amount: string, others: string) => ({
      shop_money: { amount: others, currency_code: 'EUR' },
      presentment_money: { amount, currency_code: 'USD' },
    });
    const shipping = { subtotal_amount_set: sets('5.00', '4.60'), tax_amount_set: sets('0.50', '0.46') };
    const body = { ...refund, refund_shipping_lines: [shipping] };
    const kindsOf = (observed: Observed) =>
      observed.kind === 'sayings'
        ? observed.sayings[0]?.facts.map((fact) => (fact.fact === 'refund' ? [fact.kind, fact.amount.amount] : []))
        : reasonOf(observed);

    expect(kindsOf(webhook('refunds/create', JSON.stringify(body)))).toEqual([
      ['goods-refund', 4440],
      ['freight-refund', 550],
    ]);
    const [transaction] = refund.transactions;
    const onlyShipping = { ...body, transactions: [{ ...transaction, amount: '5.50' }] };
    expect(kindsOf(webhook('refunds/create', JSON.stringify(onlyShipping)))).toEqual([['freight-refund', 550]]);
  });

  describe('A8: where the buyer paid in another currency than the shop’s', () => {
    const [transaction] = inTwoCurrencies.transactions;
    const refunded = (change: object, more: object = {}) =>
      webhook(
        'refunds/create',
        JSON.stringify({ ...inTwoCurrencies, transactions: [{ ...transaction, ...change }], ...more }),
      );
    const set = {
      shop_money: { amount: '49.90', currency_code: 'USD' },
      presentment_money: { amount: '45.86', currency_code: 'EUR' },
    };

    it('tells the sum in the buyer’s, by the sets or by the transaction itself', () => {
      expect(amountOf(refunded({ amount_set: set }))).toEqual([[{ amount: 4586, currency: 'EUR' }, 'done']]);
      expect(refunded({ amount_set: set })).not.toHaveProperty('look');
      expect(amountOf(refunded({ amount: '45.86', currency: 'EUR' }))).toEqual([
        [{ amount: 4586, currency: 'EUR' }, 'done'],
      ]);
    });

    it('asks for the reading, which has the buyer’s, where only the shop’s is told, or it is not known whose it is', () => {
      expect(webhook('refunds/create', fixture('shopify/refunds-create'))).toEqual(hint('880001'));
      expect(refunded({}, { refund_line_items: ['odd'] })).toEqual(hint('880001'));
    });

    it('does not take the shop’s for the buyer’s where that cannot be read', () => {
      expect(refunded({ amount_set: { ...set, presentment_money: 45 } })).toEqual(hint('880001'));
    });
  });

  it('dates it as the reading does, so that the reading is the later of the two', () => {
    const body = { ...refund, processed_at: '2026-01-22T10:30:05-05:00' };
    expect(webhook('refunds/create', JSON.stringify(body))).toMatchObject({
      sayings: [{ facts: [{ at: '2026-01-22T15:30:00.000Z' }] }],
    });
  });

  it('adds up successful refund transactions only', () => {
    expect(
      amountOf(
        withTransactions(
          { amount: '0.10' },
          { amount: '0.20' },
          { amount: '5.00', status: 'failure' },
          { amount: '9.00', kind: 'void' },
        ),
      ),
    ).toEqual([[{ amount: 30, currency: 'USD' }, 'done']]);
    expect(amountOf(withTransactions({ amount: '1200', currency: 'JPY' }))).toEqual([
      [{ amount: 1200, currency: 'JPY' }, 'done'],
    ]);
  });

  it('tells a refund of which nothing went through as failed', () => {
    expect(
      amountOf(withTransactions({ amount: '5.00', status: 'failure' }, { amount: '1.00', status: 'error' })),
    ).toEqual([[{ amount: 600, currency: 'USD' }, 'failed']]);
  });

  it('A3: looks the return up where a transaction is of a kind that nobody described: it may give money back', () => {
    expect(withTransactions({ kind: 'refund_reversal' })).toEqual(hint('880001'));
    expect(reasonOf(withTransactions({ kind: 'void' }))).toBe('ignored: the refund moves no money');
  });

  it('A3: looks the return up where none of the money can be counted yet: pending, or of two currencies', () => {
    const look = { kind: 'notify-only', ref: { caseKey: 'shopify:acme-goods.myshopify.com:880001' } };
    expect(withTransactions({ status: 'pending' })).toMatchObject(look);
    expect(withTransactions({}, { currency: 'EUR' })).toMatchObject(look);
  });

  it('A3: counts what went through while another part is on its way, says so, and looks the return up', () => {
    const observed = withTransactions({ amount: '40.00' }, { amount: '9.90', status: 'pending' });

    expect(observed).toMatchObject({
      sayings: [
        {
          facts: [
            { fact: 'refund', amount: { amount: 4000, currency: 'USD' }, outcome: 'done', unread: ['transactions'] },
          ],
        },
      ],
      look: { ref: { caseKey: 'shopify:acme-goods.myshopify.com:880001' } },
    });
  });

  it('ignores a refund of no return', () => {
    expect(reasonOf(webhook('refunds/create', JSON.stringify({ ...refund, return: null })))).toBe(
      'ignored: the refund of order 5873921048577 names no return',
    );
  });

  it('ignores a refund without money', () => {
    expect(reasonOf(withTransactions())).toBe('ignored: the refund moves no money');
  });
});

describe('shopifyObserver: what was read', () => {
  const readBody = JSON.parse(fixture('shopify/read-return').toString()) as { content: string; readAt: string };
  const version = Date.parse(readBody.readAt);
  const content = JSON.parse(readBody.content) as Record<string, unknown>;
  const hintAt = '2026-01-22T16:00:01.000Z';

  function read(change: Record<string, unknown> = {}, around: Record<string, unknown> = {}): Observed {
    const body = JSON.stringify({ ...readBody, content: JSON.stringify({ ...content, ...change }), ...around });
    return observe({ via: 'read', body: Buffer.from(body) });
  }

  function factsOf(observed: Observed, ...names: string[]): unknown[] {
    const facts: readonly { fact: string }[] = observed.kind === 'sayings' ? (observed.sayings[0]?.facts ?? []) : [];
    return facts.filter((each) => names.includes(each.fact));
  }

  it.each([
    [true, [{ fact: 'webhook-missed', at: hintAt }]],
    [undefined, []],
  ])('says whether a webhook was missed: %s', (missed, facts) => {
    expect(factsOf(read({}, { missed }), 'webhook-missed')).toEqual(facts);
  });

  it('tells all of a return', () => {
    const details = {
      kind: 'return',
      orderId: '#1042',
      reason: { code: 'size-too-small' },
      lines: [
        {
          lineId: '70011',
          sku: 'SHOE-RED-41',
          quantity: 1,
          unitPrice: { amount: 4990, currency: 'USD' },
          title: 'Trail shoe - 41',
        },
      ],
    };
    const facts = [
      { fact: 'requested', at: '2026-01-15T08:00:00.000Z' },
      { fact: 'details', at: hintAt, details },
      { fact: 'platform-status', at: hintAt, status: 'CLOSED' },
      { fact: 'decided', decision: 'approved', by: 'merchant', at: hintAt },
      { fact: 'closed', at: '2026-01-22T16:00:00.000Z' },
      {
        fact: 'tracking',
        numbers: [{ number: '1ZTEST990000000014', carrier: 'ups' }],
        whole: true,
        origin: 'shopify/acme-goods',
        at: hintAt,
      },
      {
        fact: 'alias',
        alias: { kind: 'reverse-order', value: 'gid://shopify/ReverseFulfillmentOrder/420088' },
        at: hintAt,
      },
      { fact: 'store-disposition', dispositions: [{ type: 'restocked', quantity: 1, sku: 'SHOE-RED-41' }], at: hintAt },
    ];
    const ref = { caseKey: `shopify:${shop}:9007199254740993` };
    expect(read()).toEqual({
      kind: 'sayings',
      sayings: [
        {
          about: 'case',
          ref,
          facts: facts.map((each) => ({ ...each, version })),
          person: { customerNotes: ['Zu klein – bitte Größe 42'] },
        },
      ],
    });
  });

  it.each([
    ['REQUESTED', null, []],
    ['OPEN', null, ['approved', 'reopened']],
    ['DECLINED', null, ['declined']],
    ['CANCELED', null, ['withdrawn']],
    ['CLOSED', null, ['approved', 'closed']],
    ['OPEN', '2026-01-20T00:00:00Z', ['approved', 'closed', 'reopened']],
  ])('status %s (closed at %s) means %j', (status, closedAt, expected) => {
    const facts = factsOf(read({ status, closedAt }), 'decided', 'closed', 'reopened') as {
      fact: string;
      decision?: string;
    }[];
    expect(facts.map((each) => each.decision ?? each.fact)).toEqual(expected);
  });

  it('numbers what it says by the time of the reading', () => {
    const facts = factsOf(read({ status: 'OPEN' }), 'details', 'tracking', 'decided') as { version?: number }[];
    expect(facts.length).toBeGreaterThan(1);
    expect(new Set(facts.map((each) => each.version))).toEqual(new Set([version]));
  });

  it('without the query’s own additions says nothing of numbers, and takes none away', () => {
    const orders = {
      nodes: [{ id: 'gid://shopify/ReverseFulfillmentOrder/1', status: 'OPEN', lineItems: { nodes: [] } }],
    };
    expect(
      factsOf(read({ reverseFulfillmentOrders: orders, createdAt: undefined }), 'tracking', 'store-disposition'),
    ).toEqual([]);
    expect(factsOf(read({ createdAt: undefined }), 'requested')).toEqual([{ fact: 'requested', at: hintAt, version }]);
  });

  it('a placeholder is no number, and no deliveries means none any more', () => {
    const withNumber = (nodes: unknown[]) => ({
      nodes: [{ id: 'gid://shopify/ReverseFulfillmentOrder/1', reverseDeliveries: { nodes } }],
    });
    const numbers = (nodes: unknown[]) =>
      factsOf(read({ reverseFulfillmentOrders: withNumber(nodes) }), 'tracking').map(
        (each) => (each as { numbers: unknown }).numbers,
      );
    expect(numbers([{ deliverable: { tracking: { number: 'N/A', carrierName: null } } }])).toEqual([[]]);
    expect(numbers([])).toEqual([[]]);
    expect(numbers([{ deliverable: { tracking: { number: ' 1z test 99 ', carrierName: '' } } }])).toEqual([
      [{ number: '1ZTEST99' }],
    ]);
  });

  it('A9: a carrier is the same with what nobody sees in its name, and none where there is nothing else', () => {
    const carrierOf = (carrierName: string) => {
      const nodes = [{ deliverable: { tracking: { number: '1ZTEST99', carrierName } } }];
      const orders = { nodes: [{ id: 'gid://shopify/ReverseFulfillmentOrder/1', reverseDeliveries: { nodes } }] };
      return Object(factsOf(read({ reverseFulfillmentOrders: orders }), 'tracking')[0]).numbers[0];
    };

    expect(carrierOf('\u2066UPS\u2069\u200b')).toEqual({ number: '1ZTEST99', carrier: 'ups' });
    expect(carrierOf(' \u200b')).toEqual({ number: '1ZTEST99' });
  });

  /* A2, unreadable was read as none: the second reading of a return whose parcel was announced took the number away, and the warehouse was told to
   * forget it, without a word to anybody. */
  describe('A2: a number that a person typed', () => {
    const typed = (...numbers: readonly string[]) => {
      const nodes = numbers.map((number) => ({ deliverable: { tracking: { number, carrierName: 'UPS' } } }));
      const orders = { nodes: [{ id: 'gid://shopify/ReverseFulfillmentOrder/1', reverseDeliveries: { nodes } }] };
      return factsOf(read({ reverseFulfillmentOrders: orders }), 'tracking', 'tracking-unreadable');
    };
    const [first, second] = ['1Z999AA10123456784', '1Z999AA10123456795'];

    it('is two where two stand in the field', () => {
      expect(typed(`${first}, ${second}`)).toMatchObject([
        { fact: 'tracking', numbers: [{ number: first }, { number: second }], whole: true },
      ]);
    });

    it('takes none away where it cannot be read, and calls a person', () => {
      expect(typed(`#${first}`)).toMatchObject([{ fact: 'tracking-unreadable' }]);
    });

    it('adds what can be read beside it', () => {
      expect(typed(second, `#${first}`)).toMatchObject([
        { fact: 'tracking', numbers: [{ number: second }], whole: false },
        { fact: 'tracking-unreadable' },
      ]);
    });
  });

  /* The store has a link only: it was read as no parcel, and took away the number that stood, without a word. */
  it.each([null, '', 'N/A'])('A2: a parcel is there whose number (%j) is told by its link only', (number) => {
    const url = 'https://ups.example.com/track?tracknum=1Z999AA10123456784';
    const numbersIn = (link: unknown) => {
      const nodes = [
        { deliverable: { tracking: { carrierName: 'UPS', number, url: link } } },
        { deliverable: { tracking: { carrierName: 'UPS', number: '1Z999AA10123456795', url: link } } },
      ];
      const orders = { nodes: [{ id: 'gid://shopify/ReverseFulfillmentOrder/1', reverseDeliveries: { nodes } }] };
      return factsOf(read({ reverseFulfillmentOrders: orders }), 'tracking', 'tracking-unreadable');
    };

    expect(numbersIn(url)).toMatchObject([
      { fact: 'tracking', numbers: [{ number: '1Z999AA10123456795' }], whole: false },
      { fact: 'tracking-unreadable' },
    ]);
    expect(numbersIn(null)).toMatchObject([{ fact: 'tracking', whole: true }]);
    expect(numbersIn('')).toEqual(numbersIn(null));
  });

  it('a line without a SKU keeps a name of its own', () => {
    const line = {
      id: 'gid://shopify/ReturnLineItem/5',
      quantity: 1,
      returnReason: 'DEFECTIVE',
      fulfillmentLineItem: { lineItem: { id: 'gid://shopify/LineItem/77', sku: null, name: null } },
    };
    const details = factsOf(read({ returnLineItems: { nodes: [line] } }), 'details');
    expect(details).toMatchObject([
      { details: { lines: [{ lineId: '5', sku: 'line-item-77', quantity: 1 }], reason: { code: 'defective' } } },
    ]);
  });

  it.each([
    [{ id: 'gid://shopify/Return/1' }, {}, /^not-understood: content\.id: is another return than the one asked for$/],
    [{}, { shop: 'other.myshopify.com' }, /^not-understood: shop: is none of this channel$/],
    [{}, { hintAt: '2026-01-22 16:00' }, /^not-understood: hintAt: /],
    [{}, { content: 'null' }, /^not-understood: content: /],
    [{}, { content: '{' }, /^not-understood: content: the body is not JSON$/],
  ])('%j %j is not understood', (change, around, reason) => {
    expect(reasonOf(read(change, around))).toMatch(reason);
  });

  it('A3: a line of another type, a status that is new, a page that is cut: the rest is recorded, and each is named', () => {
    const state = JSON.parse(JSON.parse(fixture('shopify/read-return').toString()).content);
    const { nodes } = state.returnLineItems;
    const observed = read(
      {
        status: 'PAUSED',
        returnLineItems: {
          pageInfo: { hasNextPage: true },
          nodes: [...nodes, { id: 'gid://shopify/UnverifiedReturnLineItem/1' }],
        },
      },
      {},
    );

    expect(observed).toMatchObject({
      unread:
        'content.returnLineItems.nodes.1.quantity: is missing; it must be a number; content.returnLineItems: has more than one page; look at the rest at the store; content.status: is no status that Backhaul knows',
    });
    const facts = observed.kind === 'sayings' ? (observed.sayings[0]?.facts ?? []) : [];
    expect(facts.slice(1, 4)).toMatchObject([
      { fact: 'details', inPart: true, details: { lines: [{ sku: 'SHOE-RED-41' }] } },
      { fact: 'platform-status', status: 'PAUSED' },
      { fact: 'tracking', numbers: [{ number: '1ZTEST990000000014' }] },
    ]);
  });

  it('A3: a reverse delivery that cannot be read takes no number away', () => {
    const state = JSON.parse(JSON.parse(fixture('shopify/read-return').toString()).content);
    const [order] = state.reverseFulfillmentOrders.nodes;
    const deliveries = [...order.reverseDeliveries.nodes, { deliverable: { tracking: { number: { value: '1Z' } } } }];
    const nodes = [{ ...order, reverseDeliveries: { ...order.reverseDeliveries, nodes: deliveries } }];
    const observed = read({ reverseFulfillmentOrders: { pageInfo: { hasNextPage: false }, nodes } }, {});

    const facts = observed.kind === 'sayings' ? (observed.sayings[0]?.facts ?? []) : [];
    expect(facts.filter(({ fact }) => fact === 'tracking')).toMatchObject([{ whole: false }]);
    expect(facts.map(({ fact }) => fact)).toContain('tracking-unreadable');
  });

  const withOrder = (change: (order: Order) => void): Observed => {
    const { reverseFulfillmentOrders } = JSON.parse(JSON.parse(fixture('shopify/read-return').toString()).content);
    change(reverseFulfillmentOrders.nodes[0]);
    return read({ reverseFulfillmentOrders }, {});
  };
  const allFactsOf = (observed: Observed) => (observed.kind === 'sayings' ? (observed.sayings[0]?.facts ?? []) : []);

  it('A3: what was done with goods and the numbers of parcels do not wait for each other, nor for a carrier’s name', () => {
    const unnumbered = withOrder(({ reverseDeliveries }) => reverseDeliveries.nodes.push('odd'));
    expect(allFactsOf(unnumbered)).toContainEqual(expect.objectContaining({ fact: 'store-disposition' }));

    for (const change of [
      ({ lineItems }: Order) => lineItems.nodes.push('odd'),
      ({ reverseDeliveries: { nodes } }: Order) =>
        Object.assign(Object(nodes[0]).deliverable.tracking, { carrierName: {} }),
    ]) {
      const facts = allFactsOf(withOrder(change));
      expect(facts).toContainEqual(expect.objectContaining({ fact: 'tracking', whole: true }));
      expect(facts.map(({ fact }) => fact)).not.toContain('tracking-unreadable');
    }
  });

  /* The item went with its SKU, and the line stayed, with the line's number for a SKU that no warehouse knows. */
  it('A3: a line whose SKU cannot be read is not of other goods', () => {
    const { returnLineItems } = JSON.parse(JSON.parse(fixture('shopify/read-return').toString()).content);
    returnLineItems.nodes[0].fulfillmentLineItem.lineItem.sku = 41;

    expect(allFactsOf(read({ returnLineItems }, {}))[1]).toMatchObject({ inPart: true, details: { lines: [] } });
  });

  it('A3: a line whose title or price cannot be read is there, and the others are not more than are told', () => {
    const { returnLineItems } = JSON.parse(JSON.parse(fixture('shopify/read-return').toString()).content);
    const item = returnLineItems.nodes[0].fulfillmentLineItem.lineItem;
    Object.assign(item, { name: 7, originalUnitPriceSet: 7 });
    const details = allFactsOf(read({ returnLineItems }, {}))[1];

    expect(details).toMatchObject({ details: { lines: [{ sku: 'SHOE-RED-41', quantity: 1 }] } });
    expect(details).not.toHaveProperty('inPart');
  });

  it('A3: lines are not known to be all where it cannot be read whether more follow', () => {
    const { returnLineItems } = JSON.parse(JSON.parse(fixture('shopify/read-return').toString()).content);
    returnLineItems.pageInfo.hasNextPage = 'odd';

    expect(allFactsOf(read({ returnLineItems }, {}))[1]).toMatchObject({ inPart: true });
  });

  it('A3: an order whose name cannot be read has no other name', () => {
    expect(allFactsOf(read({ order: { id: 'gid://shopify/Order/1', name: {} } }, {}))[1]).not.toHaveProperty(
      'details.orderId',
    );
    expect(allFactsOf(read({ order: { id: {}, name: '#1042' } }, {}))[1]).toHaveProperty('details.orderId', '#1042');
  });

  it('A3: shows what its refunds paid back, and asks to be read again while money is on its way', () => {
    const paid = (status: string, amount: string) => ({
      kind: 'REFUND',
      status,
      amountSet: { shopMoney: { amount, currencyCode: 'EUR' } },
    });
    const refunds = {
      nodes: [
        {
          id: 'gid://shopify/Refund/7',
          createdAt: '2026-01-22T15:00:00Z',
          transactions: { nodes: [paid('SUCCESS', '40.00'), paid('PENDING', '9.90')] },
        },
      ],
    };
    const observed = read({ refunds }, {});

    const facts = observed.kind === 'sayings' ? (observed.sayings[0]?.facts ?? []) : [];
    expect(facts.filter(({ fact }) => fact === 'refund')).toEqual([
      {
        fact: 'refund',
        refundId: '7',
        kind: 'goods-refund',
        by: 'merchant',
        amount: { amount: 4000, currency: 'EUR' },
        outcome: 'done',
        at: '2026-01-22T15:00:00.000Z',
        version: expect.any(Number),
      },
    ]);
    expect(observed).not.toHaveProperty('unread');
    expect(facts.find(({ fact }) => fact === 'details')?.unread).toEqual(['content.refunds.nodes.0.transactions']);
  });

  it('A3: says nothing of a refund of which the part for sending cannot be read: it would take the place of what was told', () => {
    const node = { id: 'gid://shopify/Refund/7', createdAt: '2026-01-22T15:00:00Z' };
    const amountSet = { shopMoney: { amount: '40.00', currencyCode: 'EUR' } };
    const transactions = { nodes: [{ kind: 'REFUND', status: 'SUCCESS', amountSet }] };
    const of = (refundShippingLines: unknown) =>
      allFactsOf(read({ refunds: { nodes: [{ ...node, transactions, refundShippingLines }] } }, {})).filter(
        ({ fact }) => fact === 'refund',
      );

    expect(of({ nodes: [] })).toHaveLength(1);
    expect(of(7)).toEqual([]);
  });

  const setOf = (shops: string, buyers?: string) => ({
    shopMoney: { amount: shops, currencyCode: 'USD' },
    ...(buyers && { presentmentMoney: { amount: buyers, currencyCode: 'EUR' } }),
  });
  const moneyOf = (observed: Observed) => ({
    unitPrices: allFactsOf(observed).flatMap((each) =>
      each.fact === 'details' ? (each.details.lines ?? []).map(({ unitPrice }) => unitPrice) : [],
    ),
    refunds: allFactsOf(observed).flatMap((each) => (each.fact === 'refund' ? [[each.kind, each.amount]] : [])),
  });
  const inBuyersMoney = (price: unknown, transaction: unknown, shipping: unknown) => {
    const { returnLineItems } = JSON.parse(JSON.parse(fixture('shopify/read-return').toString()).content);
    returnLineItems.nodes[0].fulfillmentLineItem.lineItem.originalUnitPriceSet = price;
    const node = {
      id: 'gid://shopify/Refund/7',
      transactions: { nodes: [{ kind: 'REFUND', status: 'SUCCESS', amountSet: transaction }] },
      refundShippingLines: { nodes: [{ subtotalAmountSet: shipping, taxAmountSet: null }] },
    };
    return read({ returnLineItems, refunds: { nodes: [node] } }, {});
  };

  /* A USD shop, a buyer who pays in euros: the line stood in dollars and the refund in euros, an alarm on each. */
  it('A8: tells price, refund and freight in the currency that the buyer paid in', () => {
    const observed = inBuyersMoney(setOf('49.90', '45.86'), setOf('54.90', '50.46'), setOf('5.00', '4.60'));

    expect(moneyOf(observed)).toEqual({
      unitPrices: [{ amount: 4586, currency: 'EUR' }],
      refunds: [
        ['goods-refund', { amount: 4586, currency: 'EUR' }],
        ['freight-refund', { amount: 460, currency: 'EUR' }],
      ],
    });
  });

  it('A8: falls back to the shop’s where the buyer’s is not told, and never for what cannot be read', () => {
    expect(moneyOf(inBuyersMoney(setOf('49.90'), setOf('54.90'), setOf('5.00')))).toEqual({
      unitPrices: [{ amount: 4990, currency: 'USD' }],
      refunds: [
        ['goods-refund', { amount: 4990, currency: 'USD' }],
        ['freight-refund', { amount: 500, currency: 'USD' }],
      ],
    });
    const odd = { ...setOf('49.90'), presentmentMoney: { amount: 45.86, currencyCode: 'EUR' } };
    expect(moneyOf(inBuyersMoney(odd, odd, odd))).toEqual({ unitPrices: [undefined], refunds: [] });
  });

  const kindOf = (exchangeLineItems: unknown) =>
    factsOf(read({ exchangeLineItems }, {}), 'details').map((each) => Object(each).details.kind);

  /* A refund clock of 24 hours ran for a buyer who was sent other goods instead. */
  it('A7: something goes out instead: it is an exchange', () => {
    expect(kindOf({ nodes: [{ id: 'gid://shopify/ExchangeLineItem/1' }] })).toEqual(['exchange']);
    expect(kindOf({ nodes: [] })).toEqual(['return']);
    expect(kindOf(undefined)).toEqual(['return']);
  });

  it('A7: says no kind where it cannot be read whether something goes out', () => {
    expect([{ nodes: ['odd'] }, 'odd'].map(kindOf)).toEqual([[undefined], [undefined]]);
    expect(kindOf({ nodes: [{ id: 'gid://shopify/ExchangeLineItem/1' }, 'odd'] })).toEqual(['exchange']);
  });

  describe('B10: the order’s shipments', () => {
    const sent = (number: unknown, more: object = {}) => ({
      status: 'SUCCESS',
      deliveredAt: null,
      trackingInfo: [{ company: 'UPS', number }],
      ...more,
    });
    const withShipments = (fulfillments: unknown) =>
      read({ order: { id: 'gid://shopify/Order/1', name: '#1042', fulfillments } }, {});
    const outbound = (fulfillments: unknown) => factsOf(withShipments(fulfillments), 'outbound');
    const deliveredAt = (fulfillments: unknown) =>
      Object(factsOf(withShipments(fulfillments), 'details')[0]).details.deliveredAt;
    const fact = { fact: 'outbound', origin: 'shopify/acme-goods', at: hintAt, version };

    it('are the numbers under which the goods went out, but for shipments that came to nothing', () => {
      const cancelled = sent('1Z999AA10123456795', { status: 'CANCELLED' });
      expect(outbound([sent('1Z999AA10123456784'), cancelled])).toEqual([
        { ...fact, numbers: [{ number: '1Z999AA10123456784', carrier: 'ups' }], whole: true },
      ]);
      expect([[], undefined, [cancelled]].map(outbound)).toEqual([[], [], []]);
    });

    it('take no number away where they are cut, or one is no number', () => {
      const numbered = (count: number) =>
        Array.from({ length: count }, (_, index) => sent(`1Z999AA1012345678${index}`));
      expect(outbound(numbered(4))).toMatchObject([{ whole: true }]);
      expect(outbound(numbered(5))).toMatchObject([{ whole: false }]);
      expect(outbound([sent('1Z999AA10123456784'), sent('handed over at the counter')])).toMatchObject([
        { numbers: [{ number: '1Z999AA10123456784' }], whole: false },
      ]);
    });

    it('A3: that cannot be read take no number away, nor does a carrier’s name take one', () => {
      expect(outbound([sent('1Z999AA10123456784'), 'odd'])).toMatchObject([{ numbers: [{}], whole: false }]);
      expect(outbound('odd')).toEqual([]);
      expect(outbound([sent('1Z999AA10123456784', { status: {} })])).toEqual([]);
      const named = { trackingInfo: [{ company: {}, number: '1Z999AA10123456784' }] };
      expect(outbound([sent('', named)])).toMatchObject([{ numbers: [{ number: '1Z999AA10123456784' }], whole: true }]);
    });

    it('B7: tell when the buyer had all of it, and nothing while one is on its way or cannot be read', () => {
      const arrived = (at: unknown) => sent('1Z999AA10123456784', { deliveredAt: at });
      const [monday, friday] = ['2026-01-05T09:00:00Z', '2026-01-09T09:00:00Z'];
      expect(deliveredAt([arrived(friday), arrived(monday)])).toBe('2026-01-09T09:00:00.000Z');
      expect(deliveredAt([arrived(monday), sent('', { status: 'CANCELLED' })])).toBe('2026-01-05T09:00:00.000Z');
      expect([[arrived(monday), arrived(null)], [arrived(monday), arrived('soon')], []].map(deliveredAt)).toEqual(
        Array(3).fill(undefined),
      );
    });
  });

  it('the query selects every field that is read', () => {
    const fields = [
      'createdAt',
      'closedAt',
      'status',
      'returnReasonDefinition { handle',
      'customerNote',
      'sku name originalUnitPriceSet',
      'reverseDeliveries',
      'carrierName number',
      'dispositions { type quantity }',
      'hasNextPage',
      'exchangeLineItems(first: 1) { nodes { id',
      'status deliveredAt trackingInfo(first: 5) { company number }',
      'amountSet { shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }',
    ];
    expect(fields.filter((field) => !returnStateQuery.includes(field))).toEqual([]);
  });
});
