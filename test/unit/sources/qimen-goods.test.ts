import { describe, expect, it } from 'vitest';
import { caseRulesOf } from '#shared/policy/case-rules.ts';
import { demoPolicy } from '#shared/policy/demo-policy.ts';
import { parcelRulesOf } from '#shared/policy/parcel-rules.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { CaseFact, CaseObservation } from '#shared/returns/case/facts.ts';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import type { ParcelObservation } from '#shared/returns/parcel/facts.ts';
import { foldParcel } from '#shared/returns/parcel/fold-parcel.ts';
import type { ParcelSnapshot } from '#shared/returns/parcel/parcel.ts';
import { parcelStateFor } from '#shared/returns/parcel/parcel-state.ts';
import { toInstant } from '#shared/returns/record/instant.ts';
import { linksOf } from '#shared/returns/tracking/links.ts';
import { qimenObserver } from '#shared/sources/qimen/observe.ts';
import { merchant } from '../../contract/source-vectors.ts';

const rules = caseRulesOf(demoPolicy, merchant);
const receivedAt = toInstant('2024-05-06T10:00:00Z') ?? ('' as never);
const openedAt = toInstant('2024-05-01T00:00:00Z') ?? ('' as never);
const number = 'SF1234567890123';

/** A return of units of one SKU on its way to a warehouse in one parcel, announced under an order code of its own. */
interface Return {
  readonly key: string;
  readonly order: string;
  readonly sku: string;
  readonly quantity: number;
}
const one: Return = { key: 'doudian:4400123:C1', order: 'BH0000000000000001', sku: 'DRESS-RED-M', quantity: 2 };
const two: Return = { ...one, key: 'doudian:4400123:C2', order: 'BH0000000000000002', quantity: 1 };

function requested({ key, order, sku, quantity }: Return, warehouseId: string): CaseObservation {
  const lines = [{ lineId: '1', sku, quantity }];
  const facts: CaseFact[] = [
    { fact: 'requested', at: openedAt },
    { fact: 'details', at: openedAt, details: { kind: 'return', warehouseId, lines } },
    { fact: 'decided', at: openedAt, decision: 'approved', by: 'merchant' },
    { fact: 'tracking', at: openedAt, origin: 'doudian/flagship-app', numbers: [{ number }] },
    { fact: 'alias', at: openedAt, alias: { kind: 'wms-order', value: `${warehouseId}/${order}` } },
  ];
  return { id: `doudian/${key}`, from: 'doudian/flagship-app', receivedAt: openedAt, facts };
}

interface Line {
  readonly type: string;
  readonly quantity: number;
}

function confirmOf(
  order: string,
  lines: readonly Line[],
  { message = `${order}-1`, time = '2024-05-06 12:00:00' } = {},
): string {
  const head = `<returnOrderCode>${order}</returnOrderCode><outBizCode>${message}</outBizCode><orderConfirmTime>${time}</orderConfirmTime><expressCode>${number}</expressCode>`;
  const inner = lines.map(
    ({ type, quantity }) =>
      `<orderLine><itemCode>SKU-RED-M</itemCode><inventoryType>${type}</inventoryType><actualQty>${quantity}</actualQty></orderLine>`,
  );
  return `<request><returnOrder>${head}</returnOrder><orderLines>${inner.join('')}</orderLines></request>`;
}

const packageReport = `<request><order><orderCode>H1</orderCode><outBizCode>H1-1</outBizCode></order><packages><package><expressCode>${number}</expressCode><signTime>2024-05-06 09:00:00</signTime><status>sign</status></package></packages></request>`;

interface Records {
  readonly parcel: ParcelSnapshot;
  readonly cases: readonly CaseSnapshot[];
}

/** The records after these reports, as the recorder makes them: parcel facts at the parcel, case facts at the case of that order. */
function recordsOf(returns: readonly Return[], reports: readonly string[], warehouse = 'hangzhou'): Records {
  const { channel = '' } = merchant.channels.find((each) => each.warehouse === warehouse) ?? {};
  const { qimen } = merchant.warehouses.find((each) => each.id === warehouse) ?? {};
  const sayings = reports.flatMap((body, index) => {
    const observed = qimenObserver.observe(
      {
        source: 'qimen',
        channel,
        id: String(index),
        via: 'webhook',
        receivedAt,
        headers: { '?customerid': qimen?.customerId ?? '' },
        body: Buffer.from(body),
      },
      merchant.channels.find((each) => each.channel === channel) ?? ('' as never),
      merchant,
    );
    return observed.kind === 'sayings' ? observed.sayings.map((each, part) => ({ each, id: `q${index}/${part}` })) : [];
  });
  const from = `qimen/${channel}`;
  const ofParcel = sayings.flatMap(({ each, id }): ParcelObservation[] =>
    each.about === 'parcel' ? [{ id, from, receivedAt, facts: each.facts }] : [],
  );
  const ofCase = (order: string): CaseObservation[] =>
    sayings.flatMap(({ each, id }) =>
      each.about === 'case' && 'alias' in each.ref && each.ref.alias.value === `${warehouse}/${order}`
        ? [{ id, from, receivedAt, facts: each.facts }]
        : [],
    );
  const alone = returns.map((each) =>
    foldCase(each.key, [requested(each, warehouse), ...ofCase(each.order)], [], rules),
  );
  const links = alone.flatMap((each) => linksOf(each, 1).get(number) ?? []);
  const parcel = foldParcel(number, ofParcel, links, [], parcelRulesOf(demoPolicy, { ...merchant, channels: [] }));
  const cases = returns.map((each) => {
    const state = parcelStateFor(each.key, parcel);
    const told: CaseObservation = {
      id: 'parcel',
      from: 'backhaul',
      receivedAt,
      facts: [{ fact: 'parcel-state', at: receivedAt, revision: 1, state }],
    };
    return foldCase(each.key, [requested(each, warehouse), ...ofCase(each.order), told], [], rules);
  });
  return { parcel, cases };
}

const goodsOf = ({ goods }: CaseSnapshot) =>
  goods.map(({ expected, received, over, short, inspected, stockedIn }) => ({
    expected,
    received,
    over,
    short,
    passed: inspected.passed,
    failed: inspected.failed,
    ...stockedIn,
  }));
const split = [
  { type: 'ZP', quantity: 1 },
  { type: 'CC', quantity: 1 },
];
const splitCounts = { expected: 2, received: 2, over: 0, short: 0, passed: 1, failed: 1, sellable: 1, defective: 1 };

describe('the goods of a Qimen confirm, in the records', () => {
  it('A3: came and wait to be counted where none can be read, and are counted by the confirm that mends it', () => {
    const unreadable = confirmOf('BH0000000000000001', [{ type: 'odd', quantity: 2 }]);
    const came = recordsOf([one], [unreadable]);

    expect(came.parcel).toMatchObject({ stage: 'received', unclaimed: false });
    expect(came.cases).toMatchObject([{ headline: 'received', quality: 'waiting' }]);
    expect(came.cases.map(goodsOf)).toMatchObject([[{ expected: 2, received: 0, short: 0 }]]);
    expect(came.cases[0]?.attention).toContain('message-in-part');

    const { cases } = recordsOf([one], [unreadable, confirmOf('BH0000000000000001', split)]);
    expect(cases.map(goodsOf)).toEqual([[splitCounts]]);
  });

  it('counts one SKU split into sellable and defective once, though its parcel hears of it too', () => {
    const { parcel, cases } = recordsOf([one], [confirmOf('BH0000000000000001', split)]);

    expect(cases.map(goodsOf)).toEqual([[splitCounts]]);
    expect(cases[0]).toMatchObject({ headline: 'stocked-in', quality: 'failed' });
    expect(parcel).toMatchObject({ stage: 'received', unclaimed: false });
  });

  it.each([
    ['before', [packageReport, confirmOf('BH0000000000000001', split)]],
    ['after', [confirmOf('BH0000000000000001', split), packageReport]],
  ])('counts the same with a package report %s it, and received since the earlier of the two', (_when, reports) => {
    const { parcel, cases } = recordsOf([one], reports);

    expect(cases.map(goodsOf)).toEqual([[splitCounts]]);
    expect(parcel.receivedAt).toBe('2024-05-06T01:00:00.000Z');
  });

  it('meets the clock of a parcel that only came by the check of its case', () => {
    const { cases } = recordsOf([one], [packageReport, confirmOf('BH0000000000000001', split)]);

    const clocks = Object.values(cases[0]?.deadlines ?? {}).filter(({ subject }) => subject === number);
    expect(clocks).toMatchObject([
      { kind: 'qc-follow-up', openedAt: '2024-05-06T01:00:00.000Z', metAt: '2024-05-06T04:00:00.000Z', missed: false },
    ]);
  });

  it('counts nothing by a package report alone: the goods wait to be checked', () => {
    const { cases } = recordsOf([one], [packageReport]);

    expect(cases[0]).toMatchObject({ quality: 'waiting', headline: 'received', goods: [{ received: 0, short: 0 }] });
  });

  it('gives each of two cases in one parcel the goods of its own order, whatever their quality', () => {
    const reports = [
      confirmOf('BH0000000000000001', split),
      confirmOf('BH0000000000000002', [{ type: 'XS', quantity: 1 }]),
    ];
    const { parcel, cases } = recordsOf([one, two], reports);

    expect(cases.map(goodsOf)).toEqual([
      [splitCounts],
      [{ expected: 1, received: 1, over: 0, short: 0, passed: 0, failed: 1, sellable: 0, defective: 1 }],
    ]);
    expect(parcel).toMatchObject({ allotment: 'divided', cases: [one.key, two.key], notes: [] });
  });

  it('adds up several confirms of one order, and takes one that is sent twice once', () => {
    const half = [{ type: 'ZP', quantity: 1 }];
    const first = confirmOf('BH0000000000000001', half);
    const second = confirmOf('BH0000000000000001', half, { message: '1-2', time: '2024-05-06 13:00:00' });

    expect(recordsOf([one], [first, first]).cases.map(goodsOf)).toMatchObject([
      [{ received: 1, short: 1, sellable: 1 }],
    ]);
    expect(recordsOf([one], [first, second, first]).cases.map(goodsOf)).toMatchObject([
      [{ received: 2, short: 0, sellable: 2 }],
    ]);
  });

  it('shows goods over and short of what the case expects', () => {
    const over = recordsOf([one], [confirmOf('BH0000000000000001', [{ type: 'ZP', quantity: 3 }])]);
    const none = recordsOf([one], [confirmOf('BH0000000000000001', [{ type: 'ZP', quantity: 0 }])]);

    expect(over.cases.map(goodsOf)).toMatchObject([[{ received: 3, over: 1 }]]);
    expect(none.cases.map(goodsOf)).toMatchObject([[{ received: 0, sellable: 0, defective: 0 }]]);
  });

  it('is a parcel that nobody claims until a case names its number', () => {
    expect(recordsOf([], [confirmOf('BH0000000000000009', split)]).parcel).toMatchObject({
      unclaimed: true,
      receivedAt: expect.any(String),
    });
  });

  it('counts the goods of an order that the ERP made by their parcel', () => {
    const { cases } = recordsOf(
      [{ ...one, order: 'ERP-1', sku: 'SKU-RED-M' }],
      [packageReport, confirmOf('ERP-1', split)],
      'south',
    );

    expect(cases[0]?.goods).toMatchObject([
      {
        sku: 'SKU-RED-M',
        received: 2,
        inspected: { passed: 1, failed: 1 },
        stockedIn: { sellable: 1, defective: 1 },
      },
    ]);
  });
});
