import { describe, expect, it } from 'vitest';
import { digest } from '#shared/returns/record/digest.ts';
import { toInstant } from '#shared/returns/record/instant.ts';
import type { Observed } from '#shared/sources/source.ts';
import { standardObserver } from '#shared/sources/standard/observe.ts';
import { fixture, merchant, standardBodies } from '../../contract/source-vectors.ts';

const receivedAt = toInstant('2026-01-15T08:00:01Z') ?? ('' as never);
const at = '2026-01-15T08:00:00.000Z';
const mainCase = { caseKey: 'standard:main:RMA-1' };

function observeBody(channelName: string, body: Uint8Array, of = merchant): Observed {
  const channel =
    of.channels.find((each) => each.source === 'standard' && each.channel === channelName) ?? ('' as never);
  return standardObserver.observe(
    { source: 'standard', channel: channelName, id: '1', via: 'webhook', receivedAt, headers: {}, body },
    channel,
    of,
  );
}

function say(channel: string, type: string, data: unknown, of = merchant): Observed {
  return observeBody(channel, Buffer.from(JSON.stringify({ type, timestamp: '2026-01-15T08:00:00Z', data })), of);
}

/** A fixture's data with some fields changed; undefined takes one away. */
function change(channel: string, name: string, fields: Record<string, unknown>, of = merchant): Observed {
  const { type, data } = JSON.parse(fixture(`standard/${name}`).toString());
  return say(channel, type, { ...data, ...fields }, of);
}

function observe(name: string): Observed {
  const [channel = ''] = standardBodies.find(([, each]) => each === name) ?? [];
  return observeBody(channel, fixture(`standard/${name}`));
}

function onCase(facts: readonly unknown[], more: object = {}): unknown {
  return { kind: 'sayings', sayings: [{ about: 'case', ref: mainCase, facts, ...more }] };
}

function reasonOf(observed: Observed): string {
  return observed.kind === 'not-understood' ? observed.reason : `understood as ${JSON.stringify(observed)}`;
}

/** What could not be read of a message of which the rest is recorded. */
function unreadOf(observed: Observed): string {
  return (observed.kind === 'sayings' && observed.unread) || `read whole: ${JSON.stringify(observed)}`;
}

const cny = (amount: number) => ({ amount, currency: 'CNY' });

describe('standardObserver: what a store says', () => {
  it('return.requested opens a case with its details, and keeps personal data apart', () => {
    const details = {
      orderId: 'SO-88001',
      kind: 'return',
      reason: { code: 'size_too_small' },
      lines: [
        {
          lineId: '1',
          sku: 'SHOE-RED-41',
          quantity: 2,
          unitPrice: cny(19900),
          title: 'Trail shoe',
          category: 'shoes',
          noReasonDays: 15,
        },
        { lineId: '2', sku: 'SOCKS', quantity: 1, unitPrice: cny(0), title: 'Socks', gift: true },
      ],
      refund: cny(39800),
      paid: cny(39800),
      freightPaid: cny(1200),
      refundedBefore: cny(0),
      orderState: 'delivered',
      deliveredAt: '2026-01-12T10:30:00.000Z',
      evidenceCount: 2,
      wish: 'refund',
      insured: true,
      outboundOrderId: 'OUT-5001',
      buyerRef: 'buyer-7f3a',
      buyerLanguage: 'zh-CN',
      warehouseId: 'east',
    };
    const person = {
      reasonText: '脚背太紧，穿不进去',
      note: '请尽快处理',
      phoneTail: '0188',
      evidence: ['https://files.example.com/a.jpg', 'https://files.example.com/b.mp4'],
    };
    expect(observe('return-requested')).toEqual(
      onCase(
        [
          { fact: 'requested', at },
          { fact: 'details', at, details },
          {
            fact: 'outbound',
            numbers: [{ number: 'SF1234567890001', carrier: 'sf' }],
            whole: true,
            origin: 'standard/own-store',
            at,
          },
          { fact: 'platform-deadline', kind: 'decision', due: '2026-01-17T08:00:00.000Z', at },
        ],
        { person },
      ),
    );
  });

  it('return.requested needs no more than the table says', () => {
    const optional = [
      'paid',
      'freightPaid',
      'refundedBefore',
      'deliveredAt',
      'evidence',
      'wish',
      'note',
      'buyer',
      'insured',
      'fulfilment',
      'deadline',
    ];
    const without = Object.fromEntries(optional.map((key) => [key, undefined]));
    expect(change('own-store', 'return-requested', { ...without, reason: {} }).kind).toBe('sayings');
    expect(change('own-store', 'return-requested', Object.fromEntries(optional.map((key) => [key, null]))).kind).toBe(
      'sayings',
    );
  });

  it('return.requested without a case is not understood', () => {
    expect(reasonOf(change('own-store', 'return-requested', { caseId: undefined }))).toMatch(/^data\.caseId: /);
  });

  it.each(['orderId', 'kind', 'reason', 'lines', 'refund', 'orderState'])(
    'A3: return.requested without %s opens the case with the rest, and names what is missing',
    (field) => {
      const observed = change('own-store', 'return-requested', { [field]: undefined });

      expect(unreadOf(observed)).toBe(`data.${field}: is missing`);
      expect(observed).toMatchObject({
        sayings: [{ facts: [{ fact: 'requested' }, { fact: 'details', unread: [`data.${field}`] }, {}, {}] }],
      });
    },
  );

  /* A null among the lines left a hole in the list, for which all of it was thrown away. */
  it('A3: a null among the lines takes no other line away', () => {
    const line = { lineId: '1', sku: 'S', quantity: 1, unitPrice: { amount: 1, currency: 'CNY' } };
    const observed = change('own-store', 'return-requested', { lines: [null, line] });

    expect(unreadOf(observed)).toBe('data.lines.0: is missing; it must be an object');
    expect(observed).toMatchObject({
      sayings: [{ facts: [{}, { inPart: true, details: { lines: [line] } }, {}, {}] }],
    });
  });

  it('a sentence in a code field is kept as personal data, not on the record', () => {
    const observed = change('own-store', 'return-requested', {
      reason: { code: 'Anna Müller says it is too small' },
      wish: 'call me on 13800000000 please',
    });
    expect(JSON.stringify(observed)).toContain('"reason":{"code":"other"}');
    const [saying] = observed.kind === 'sayings' ? observed.sayings : [];
    expect(JSON.stringify(saying?.facts)).not.toMatch(/Anna|13800000000/);
    expect(saying).toMatchObject({
      person: { reasonCodeText: 'Anna Müller says it is too small', wish: 'call me on 13800000000 please' },
    });
  });

  it('the fulfilment warehouse is taken only where it is one of ours', () => {
    expect(
      JSON.stringify(change('own-store', 'return-requested', { fulfilment: { warehouseId: 'elsewhere' } })),
    ).not.toContain('warehouseId');
  });

  it('return.amended says only what changed', () => {
    const details = {
      lines: [{ lineId: '1', sku: 'SHOE-RED-41', quantity: 1, unitPrice: cny(19900) }],
      refund: cny(19900),
    };
    expect(observe('return-amended')).toEqual(onCase([{ fact: 'details', at, details }]));
    expect(reasonOf(say('own-store', 'return.amended', { caseId: 'RMA-1' }))).toBe(
      'data: nothing that changed is named',
    );
  });

  /* The other line, which the store had taken out of the case, stayed in it. */
  it.each([
    ['title', 7],
    ['category', {}],
    ['gift', 'yes'],
    ['noReasonDays', -1],
  ])('A3: return.amended tells of all lines where the %s of one cannot be read', (name, value) => {
    const line = { lineId: '1', sku: 'SHOE-RED-41', quantity: 1, unitPrice: cny(19900) };

    expect(say('own-store', 'return.amended', { caseId: 'RMA-1', lines: [{ ...line, [name]: value }] })).toEqual(
      expect.objectContaining(
        onCase([{ fact: 'details', at, details: { lines: [line] }, unread: [`data.lines.0.${name}`] }]),
      ),
    );
  });

  it.each(['lineId', 'sku', 'quantity', 'unitPrice'])(
    'A3: return.amended leaves a line as it was of which the %s cannot be read',
    (name) => {
      const line = { lineId: '1', sku: 'SHOE-RED-41', quantity: 1, unitPrice: cny(19900) };
      const lines = [line, { ...line, lineId: '2', [name]: [] }];

      expect(say('own-store', 'return.amended', { caseId: 'RMA-1', lines })).toMatchObject({
        sayings: [{ facts: [{ fact: 'details', inPart: true, details: { lines: [line] } }] }],
      });
    },
  );

  it('return.amended moves the deadline and the warehouse', () => {
    const deadline = { kind: 'refund', at: '2026-01-20T00:00:00Z' };
    expect(say('own-store', 'return.amended', { caseId: 'RMA-1', warehouseId: 'west', deadline, version: 4 })).toEqual(
      onCase([
        { fact: 'details', at, details: { warehouseId: 'west' } },
        { fact: 'platform-deadline', kind: 'refund', due: '2026-01-20T00:00:00.000Z', at, version: 4 },
      ]),
    );
  });

  it('return.decided tells decision, warehouse and deadline, with the version', () => {
    expect(observe('return-decided')).toEqual(
      onCase([
        { fact: 'decided', decision: 'approved', by: 'merchant', reason: 'within-policy', version: 3, at },
        { fact: 'details', details: { warehouseId: 'east' }, at },
        { fact: 'platform-deadline', kind: 'refund', due: '2026-01-22T08:00:00.000Z', at, version: 3 },
      ]),
    );
  });

  it('return.withdrawn, closed and reopened', () => {
    expect(observe('return-withdrawn')).toEqual(onCase([{ fact: 'decided', decision: 'withdrawn', by: 'buyer', at }]));
    expect(observe('return-closed')).toEqual(onCase([{ fact: 'closed', at }]));
    expect(observe('return-reopened')).toEqual(onCase([{ fact: 'reopened', at }]));
  });

  it('return.shipped names one more number, the one it replaces, and when it was stated', () => {
    expect(observe('return-shipped')).toEqual(
      onCase([
        {
          fact: 'tracking',
          numbers: [{ number: 'SF140000000012', carrier: 'sf' }],
          replaces: ['SF1400000000011'],
          origin: 'standard/own-store',
          whole: false,
          shippedAt: '2026-01-15T07:00:00.000Z',
          at,
        },
      ]),
    );
  });

  it('A2: return.shipped names each of several numbers that were typed into one field', () => {
    const observed = change('own-store', 'return-shipped', {
      trackingNumber: 'SF1400000000021, SF1400000000022',
      replaces: 'SF1400000000011/SF1400000000021',
    });

    expect(observed).toMatchObject({
      sayings: [
        {
          facts: [
            {
              numbers: [{ number: 'SF1400000000021' }, { number: 'SF1400000000022' }],
              replaces: ['SF1400000000011'],
            },
          ],
        },
      ],
    });
  });

  it('A2: return.shipped with a number that cannot be read changes none, and calls a person', () => {
    const { at } = JSON.parse(fixture('standard/return-shipped').toString()).data;
    const stated = { at: toInstant(at) ?? 'as the message' };

    expect(change('own-store', 'return-shipped', { trackingNumber: '#SF1400000000021' })).toMatchObject({
      sayings: [{ about: 'case', facts: [{ fact: 'tracking-unreadable', ...(at && stated) }] }],
    });
  });

  it('a placeholder is no tracking number', () => {
    expect(reasonOf(change('own-store', 'return-shipped', { trackingNumber: 'N/A' }))).toBe(
      'data.trackingNumber: is a placeholder, not a number',
    );
    expect(reasonOf(change('carrier-feed', 'parcel-moved', { trackingNumber: '无' }))).toBe(
      'data.trackingNumber: is a placeholder, not a number',
    );
  });

  it('refunds by id, done and failed', () => {
    const common = { fact: 'refund', at: '2026-01-17T04:00:00.000Z' };
    expect(observe('refund-completed')).toEqual(
      onCase([
        { ...common, refundId: 'RF-1', kind: 'goods-refund', amount: cny(39800), outcome: 'done', by: 'platform' },
      ]),
    );
    expect(observe('refund-failed')).toEqual(
      onCase([
        {
          ...common,
          refundId: 'RF-2',
          kind: 'compensation',
          amount: cny(500),
          outcome: 'failed',
          by: 'merchant',
          reason: 'account-closed',
        },
      ]),
    );
  });

  it.each([
    [{ amount: 1.5, currency: 'CNY' }],
    [{ amount: -1, currency: 'CNY' }],
    [{ amount: '100', currency: 'CNY' }],
    [{ amount: 100, currency: 'yuan' }],
    [{ amount: 2 ** 53, currency: 'CNY' }],
    [100],
  ])('refuses the amount %j', (amount) => {
    expect(reasonOf(change('own-store', 'refund-completed', { amount }))).toMatch(/^data\.amount/);
  });

  it('disputes, stopped shipments and replacements', () => {
    expect(observe('return-disputed')).toEqual(
      onCase([{ fact: 'disputed', disputeId: 'DP-1', at: '2026-01-18T04:00:00.000Z' }]),
    );
    expect(observe('dispute-closed')).toEqual(
      onCase([{ fact: 'dispute-closed', disputeId: 'DP-1', outcome: 'won', at: '2026-01-20T04:00:00.000Z' }]),
    );
    expect(observe('shipment-stopped')).toEqual(
      onCase([{ fact: 'shipment-stopped', ok: false, reason: 'already-left', at: '2026-01-15T08:05:00.000Z' }]),
    );
    expect(observe('replacement-shipped')).toEqual(
      onCase([
        {
          fact: 'replacement-shipped',
          trackingNumber: 'YT8800000000123',
          carrier: 'yto',
          at: '2026-01-18T08:05:00.000Z',
        },
      ]),
    );
  });
});

describe('standardObserver: shops', () => {
  const two = {
    ...merchant,
    channels: merchant.channels.map((each) =>
      each.channel === 'own-store' ? { ...each, shops: ['main', 'outlet'] } : each,
    ),
  };

  it('a channel of several shops needs data.shop, and it must be one of them', () => {
    const closed = (shop?: string) => say('own-store', 'return.closed', { caseId: 'RMA-1', shop }, two);
    expect(reasonOf(closed())).toBe('data.shop: must be one of: main, outlet');
    expect(reasonOf(closed('theirs'))).toBe('data.shop: must be one of: main, outlet');
    expect(closed('outlet')).toMatchObject({ sayings: [{ ref: { caseKey: 'standard:outlet:RMA-1' } }] });
  });

  it('a store that gives a whole key makes no case of that name, and speaks of no other shop’s', () => {
    for (const caseId of ['shopify:acme-goods.myshopify.com:1', 'standard:main:RMA-1']) {
      expect(reasonOf(say('own-store', 'return.closed', { caseId }))).toContain('a store names a case by its own id');
    }
  });

  it('others name a case by its id, by its whole key, or with its shop', () => {
    const ref = (fields: object) => {
      const observed = say('help-desk', 'ticket.linked', { url: 'https://d.example/1', ...fields });
      return observed.kind === 'sayings' && observed.sayings[0]?.about === 'case'
        ? observed.sayings[0].ref
        : reasonOf(observed);
    };
    expect(ref({ caseId: 'RMA-1' })).toEqual({ alias: { kind: 'case-id', value: 'RMA-1' } });
    expect(ref({ caseId: 'standard:main:RMA-1' })).toEqual(mainCase);
    expect(ref({ caseId: 'standard:unknown:RMA-1' })).toEqual({
      alias: { kind: 'case-id', value: 'standard:unknown:RMA-1' },
    });
    expect(ref({ caseId: '880001', shop: 'acme-goods.myshopify.com' })).toEqual({
      caseKey: 'shopify:acme-goods.myshopify.com:880001',
    });
    expect(ref({ caseId: '1', shop: 'nobody' })).toBe(
      'data.shop: must be a shop of one channel in the merchant’s file',
    );
  });
});

describe('standardObserver: what carriers, warehouses and help desks say', () => {
  const received = {
    fact: 'received',
    receiptId: 'RC-1',
    warehouseId: 'east',
    at: '2026-01-17T01:00:00.000Z',
    lines: [{ sku: 'SHOE-RED-41', quantity: 2 }],
    photos: { count: 1, hash: digest('https://files.example.com/a.jpg') },
  };
  const dockPhotos = { 'photos/received/east/RC-1': ['https://files.example.com/a.jpg'] };
  const alias = { alias: { kind: 'case-id', value: 'RMA-1' } };
  const onNamed = (...facts: readonly unknown[]): unknown => ({
    kind: 'sayings',
    sayings: [{ about: 'case', ref: alias, facts }],
  });

  it('parcel.moved is of the parcel', () => {
    const fact = { fact: 'moved', stage: 'in-transit', at: '2026-01-15T18:15:00.000Z', carrier: 'sf' };
    expect(observe('parcel-moved')).toEqual({
      kind: 'sayings',
      sayings: [{ about: 'parcel', number: 'SF14000000012', facts: [fact] }],
    });
  });

  it('a stage that nobody knows is held, not guessed', () => {
    expect(reasonOf(change('carrier-feed', 'parcel-moved', { stage: 'customs' }))).toMatch(/^data\.stage: /);
  });

  it('parcel.received with number and case tells the parcel, and links the case to it', () => {
    const link = {
      fact: 'tracking',
      numbers: [{ number: 'SF14000000012' }],
      origin: 'standard/wms-east',
      whole: false,
      at: received.at,
    };
    expect(observe('parcel-received')).toEqual({
      kind: 'sayings',
      sayings: [
        { about: 'parcel', number: 'SF14000000012', facts: [received], person: dockPhotos },
        { about: 'case', ref: alias, facts: [link] },
      ],
    });
  });

  it('parcel.received with a case only, or with a placeholder beside it, tells the case', () => {
    const byCase = { kind: 'sayings', sayings: [{ about: 'case', ref: alias, facts: [received], person: dockPhotos }] };
    expect(change('wms-east', 'parcel-received', { trackingNumber: undefined })).toEqual(byCase);
    expect(change('wms-east', 'parcel-received', { trackingNumber: '无' })).toEqual(byCase);
    expect(change('wms-east', 'parcel-received', { trackingNumber: '' })).toEqual(byCase);
  });

  it.each(['return-inspected', 'return-stocked-in'])(
    '%s without a line says nothing, and is not understood',
    (name) => {
      expect(reasonOf(change('wms-east', name, { lines: [] }))).toContain('data.lines: must name at least one line');
    },
  );

  /* D2: a warehouse that writes that nothing was wrong raised *Goods Exception Found* for each line that passed. */
  it.each(['ok', ' pass ', 'none', 'N/A', '-', '无', '无异常', '正常', 'ｏｋ'])(
    'D2: takes %j for no finding',
    (finding) => {
      const lines = [{ sku: 'E-100041', quantity: 1, result: 'passed', finding }];
      const observed = JSON.stringify(change('wms-east', 'return-inspected', { lines }));
      expect(observed).toContain('"result":"passed"');
      expect(observed).not.toContain('finding');
    },
  );

  it('parcel.received with neither is not understood', () => {
    expect(reasonOf(change('wms-east', 'parcel-received', { trackingNumber: undefined, caseId: undefined }))).toBe(
      'data: neither a tracking number nor a case is named',
    );
  });

  it('a warehouse speaks for itself only', () => {
    expect(reasonOf(change('wms-west', 'parcel-received', {}))).toBe(
      'data.warehouseId: must be west, the warehouse of this channel',
    );
  });

  /* A2: several numbers in the one field were none, and all of the receipt was lost. */
  describe('A2: several numbers in the field of one', () => {
    const [one, two] = ['SF14000000012', 'SF14000000013'];
    const numbers = `${one}, ${two}`;
    const link = {
      fact: 'tracking',
      numbers: [{ number: one }, { number: two }],
      origin: 'standard/wms-east',
      whole: false,
    };
    const cameIn = (number: string | undefined, id: string, at: string) => ({
      about: 'parcel',
      number,
      facts: [{ fact: 'received', receiptId: `${id}/dock`, warehouseId: 'east', at }],
    });

    it.each([
      ['parcel-received', 'received/east/RC-1'],
      ['return-inspected', 'inspected/east/IN-1'],
      ['return-stocked-in', 'stocked-in/east/SI-1'],
    ])('%s: the goods are the case’s, and each parcel came', (name, id) => {
      const whole = change('wms-east', name, { trackingNumber: undefined, caseId: 'RMA-1' });
      const [saying] = whole.kind === 'sayings' ? whole.sayings : [];
      const fact = Object(saying?.facts[0]);
      const { at } = fact;

      expect(change('wms-east', name, { trackingNumber: numbers, caseId: 'RMA-1' })).toEqual({
        kind: 'sayings',
        sayings: [cameIn(one, id, at), cameIn(two, id, at), { ...saying, facts: [fact, { ...link, at }] }],
      });
    });

    it('without a case it counts that they came, and a person hears that the goods are nobody’s', () => {
      const observed = change('wms-east', 'parcel-received', { trackingNumber: numbers, caseId: undefined });
      const unread = ['data.caseId'];

      expect(unreadOf(observed)).toBe('data.caseId: must be there, where several parcels are named');
      expect(observed).toMatchObject({
        sayings: [
          { number: one, facts: [{ fact: 'received', unread }] },
          { number: two, facts: [{ fact: 'received', unread }] },
        ],
      });
      expect(JSON.stringify(observed)).not.toContain('"lines"');
    });

    it('one of which cannot be read is named, and the others count', () => {
      const observed = change('wms-east', 'parcel-received', { trackingNumber: `${one} / 张三`, lines: ['odd'] });

      expect(unreadOf(observed)).toMatch(/^data\.trackingNumber: must be 4 to 40 .*; data\.lines\.0: /);
      expect(observed).toMatchObject({
        sayings: [{ number: one, facts: [{ unread: ['data.trackingNumber', 'data.lines.0'] }] }, { about: 'case' }],
      });
      expect(reasonOf(change('wms-east', 'parcel-received', { trackingNumber: '张三' }))).toMatch(
        /^data\.trackingNumber: must be 4 to 40/,
      );
    });

    it('a scan is of each', () => {
      expect(change('carrier-feed', 'parcel-moved', { trackingNumber: numbers })).toMatchObject({
        sayings: [
          { about: 'parcel', number: one, facts: [{ fact: 'moved', stage: 'in-transit' }] },
          { about: 'parcel', number: two, facts: [{ fact: 'moved', stage: 'in-transit' }] },
        ],
      });
      expect(unreadOf(change('carrier-feed', 'parcel-moved', { trackingNumber: `${one}, #` }))).toMatch(
        /^data\.trackingNumber: /,
      );
      expect(reasonOf(change('carrier-feed', 'parcel-moved', { trackingNumber: '#A' }))).toMatch(
        /^data\.trackingNumber: must be 4 to 40/,
      );
    });

    it('a replacement was sent under each, and under none that can be read all the same', () => {
      const sentIn = (trackingNumber: string) => {
        const observed = change('own-store', 'replacement-shipped', { trackingNumber, carrier: undefined });
        return observed.kind === 'sayings' ? observed.sayings[0]?.facts : observed;
      };

      expect(sentIn(numbers)).toMatchObject([{ trackingNumber: one }, { trackingNumber: two }]);
      expect(sentIn('#A')).toEqual([expect.not.objectContaining({ trackingNumber: expect.anything() })]);
      expect(sentIn('#A')).toMatchObject([{ fact: 'replacement-shipped', unread: ['data.trackingNumber'] }]);
    });
  });

  it("translates only this warehouse's codes", () => {
    const west = change('wms-west', 'parcel-received', { warehouseId: 'west' });
    expect(JSON.stringify(west)).toContain('"sku":"E-100041"');
  });

  describe('links to pictures', () => {
    const links = ['https://files.example.com/1.jpg', 'https://files.example.com/2.jpg'];
    const photosIn = (observed: Observed) =>
      observed.kind === 'sayings' ? observed.sayings.flatMap(({ facts, person }) => [facts, person]) : observed;

    it.each([
      ['parcel-received', 'photos/received/east/RC-1'],
      ['return-inspected', 'photos/inspected/east/IN-1'],
      ['return-stocked-in', 'photos/stocked-in/east/SI-1'],
    ])('of %s are personal data; a count and a hash of them in their order are its fact', (name, field) => {
      const lines = [{ sku: 'E-100041', quantity: 1, result: 'passed', condition: 'sellable' }];
      const of = (photos: readonly string[]) => photosIn(change('wms-east', name, { photos, lines }));
      const [one, other] = [of(links), of(links.toReversed())];

      expect(one).toContainEqual({ [field]: links });
      expect(one).toContainEqual([expect.objectContaining({ photos: { count: 2, hash: expect.any(String) } })]);
      expect(JSON.stringify(other)).not.toContain(JSON.stringify(one).match(/"hash":"\w+"/)?.[0]);
    });

    it('of the lines of a check stand behind those of the whole', () => {
      const lines = [
        { sku: 'E-100041', quantity: 1, result: 'passed', photos: ['https://files.example.com/3.jpg'] },
        { sku: 'E-100041', quantity: 1, result: 'passed', photos: ['https://files.example.com/4.jpg'] },
      ];

      expect(photosIn(change('wms-east', 'return-inspected', { photos: links, lines }))).toContainEqual({
        'photos/inspected/east/IN-1': [...links, 'https://files.example.com/3.jpg', 'https://files.example.com/4.jpg'],
      });
    });

    it.each([
      ['http://files.example.com/1.jpg', 'must be an https address'],
      ['a.jpg', 'must be an https address'],
      [`https://files.example.com/${'x'.repeat(2000)}`, 'must have at most 2000 characters'],
    ])('that are none are left out, and named without what they hold: %s', (link, expected) => {
      const observed = change('wms-east', 'parcel-received', { photos: [link, links[1]] });

      expect(unreadOf(observed)).toBe(`data.photos.0: ${expected}`);
      expect(photosIn(observed)).toContainEqual({ 'photos/received/east/RC-1': [links[1]] });
    });

    it('are left out where there are more than a hundred, and the report counts', () => {
      const observed = change('wms-east', 'parcel-received', { photos: Array(101).fill(links[0]) });

      expect(unreadOf(observed)).toBe('data.photos: must have at most 100 links');
      expect(JSON.stringify(observed)).toContain('"fact":"received"');
      expect(JSON.stringify(observed)).not.toContain('files.example.com');
    });
  });

  it('return.inspected keeps findings as codes, and no free text', () => {
    const fact = {
      fact: 'inspected',
      inspectionId: 'IN-1',
      warehouseId: 'east',
      at: '2026-01-17T02:00:00.000Z',
      lines: [
        { sku: 'SHOE-RED-41', quantity: 1, result: 'passed' },
        { sku: 'SHOE-RED-41', quantity: 1, result: 'passed-with-deduction', finding: 'worn', disposition: 'refurbish' },
      ],
      photos: { count: 1, hash: digest('https://files.example.com/c.jpg') },
    };
    expect(observe('return-inspected')).toEqual({
      kind: 'sayings',
      sayings: [
        {
          about: 'parcel',
          number: 'SF14000000012',
          facts: [fact],
          person: { 'photos/inspected/east/IN-1': ['https://files.example.com/c.jpg'] },
        },
      ],
    });
    const line = { sku: 'A', quantity: 1, result: 'failed', finding: 'Letter from Anna Müller inside' };
    const withText = JSON.stringify(
      change('wms-east', 'return-inspected', { lines: [line, { ...line, finding: 'WRONG_ITEM' }] }),
    );
    expect(withText).toContain('"finding":"other"');
    expect(withText).toContain('"finding":"wrong-item"');
    expect(withText).not.toContain('Anna');
  });

  /* A link that was none made a check one of which more was to follow: nothing ever ended it. */
  it.each([
    ['a link to a picture', { photos: ['http://files.example.com/1.jpg'] }, 'photos.0'],
    ['a list of links', { photos: 'none' }, 'photos'],
    ['a suggestion', { disposition: '' }, 'disposition'],
  ])('A3: a check is whole where of one of its lines %s cannot be read', (_what, member, name) => {
    const line = { sku: 'A', quantity: 1, result: 'passed' };
    const observed = change('wms-east', 'return-inspected', { lines: [{ ...line, ...member }, line] });

    expect(observed).toMatchObject({
      sayings: [{ facts: [{ fact: 'inspected', lines: [line, line], unread: [`data.lines.0.${name}`] }] }],
    });
    expect(JSON.stringify(observed)).not.toContain('"partial"');
  });

  it.each([
    ['SKU', { sku: '' }],
    ['quantity', { quantity: 0.5 }],
    ['result', { result: 'odd' }],
    ['finding', { finding: 7 }],
  ])('A3: a check is one in part where the %s of one of its lines cannot be read', (_what, member) => {
    const line = { sku: 'A', quantity: 1, result: 'passed' };

    expect(change('wms-east', 'return-inspected', { lines: [{ ...line, ...member }, line] })).toMatchObject({
      sayings: [{ facts: [{ fact: 'inspected', partial: true, lines: [line] }] }],
    });
  });

  it('return.stocked-in by the whole key of a case', () => {
    const lines = [
      { sku: 'SHOE-RED-41', quantity: 1, condition: 'sellable' },
      { sku: 'SHOE-RED-41', quantity: 1, condition: 'defective' },
    ];
    expect(observe('return-stocked-in')).toEqual(
      onCase([{ fact: 'stocked-in', stockInId: 'SI-1', warehouseId: 'east', at: '2026-01-17T03:00:00.000Z', lines }]),
    );
  });

  it('preadvice.acknowledged finds its case in the announcement', () => {
    const fact = {
      fact: 'pre-advice-answered',
      announcementId: 'standard:main:RMA-1/0123456789ab',
      accepted: true,
      at: '2026-01-15T08:06:00.000Z',
    };
    expect(observe('preadvice-acknowledged')).toEqual(onCase([fact]));
    const withSlash = change('wms-east', 'preadvice-acknowledged', {
      announcementId: 'standard:main:RMA/1/0123456789ab',
    });
    expect(withSlash).toMatchObject({ sayings: [{ ref: { caseKey: 'standard:main:RMA/1' } }] });
    expect(
      reasonOf(change('wms-east', 'preadvice-acknowledged', { announcementId: 'standard:nobody:RMA-1/0123456789ab' })),
    ).toMatch(/^data\.announcementId: /);
  });

  it('message.sent says who wrote, who answers for it and whether the buyer is asked for something; ticket.linked where the ticket is', () => {
    const sent = { fact: 'message-sent', by: 'ai', kind: 'photo-wanted', at: '2026-01-15T08:05:00.000Z' } as const;
    expect(observe('message-sent')).toEqual(onNamed({ ...sent, supervised: true, asksBuyer: true }));
    const plain = change('help-desk', 'message-sent', { supervised: false, asksBuyer: undefined });
    expect(plain).toEqual(onNamed(sent));
    expect(observe('ticket-linked')).toEqual({
      kind: 'sayings',
      sayings: [
        {
          about: 'case',
          ref: alias,
          facts: [{ fact: 'ticket-linked', url: 'https://desk.example.com/tickets/4711', at }],
        },
      ],
    });
  });

  it('message.sent: a person answers for themselves', () => {
    const byPerson = change('help-desk', 'message-sent', { by: 'person', supervised: true, asksBuyer: undefined });
    const fact = { fact: 'message-sent', by: 'person', kind: 'photo-wanted', at: '2026-01-15T08:05:00.000Z' } as const;
    expect(byPerson).toEqual(onNamed(fact));
  });

  it('message.received says that the buyer wrote, shipment.stop-requested that a stop was asked for', () => {
    expect(observe('message-received')).toEqual(onNamed({ fact: 'message-received', at: '2026-01-15T08:05:00.000Z' }));
    expect(observe('shipment-stop-requested')).toEqual(
      onCase([{ fact: 'shipment-stop-requested', at: '2026-01-15T08:05:00.000Z' }]),
    );
  });

  it('case.written-up has reasons of up to two levels and a mood, all as codes', () => {
    const writtenUp = { fact: 'case-written-up', at: '2026-01-15T08:05:00.000Z' } as const;
    expect(observe('case-written-up')).toEqual(
      onNamed({ ...writtenUp, reasons: [{ code: 'quality-defect', within: 'seam' }], mood: 'calm' }),
    );
    const typed = { reasons: [{ code: 'Quality_Defect' }, { code: '袖子开线，张三反馈' }], mood: undefined };
    expect(change('help-desk', 'case-written-up', typed)).toEqual(
      onNamed({ ...writtenUp, reasons: [{ code: 'quality-defect' }, { code: 'other' }] }),
    );
  });

  it.each(['http://desk.example.com/1', 'javascript:alert(1)', 'desk.example.com'])(
    'script link: refuses the ticket %j',
    (url) => {
      expect(reasonOf(change('help-desk', 'ticket-linked', { url }))).toBe('data.url: must be an https address');
    },
  );

  it('script link: leaves out evidence that is no web address', () => {
    expect(unreadOf(change('own-store', 'return-requested', { evidence: ['javascript:alert(1)'] }))).toBe(
      'data.evidence.0: must be a web address',
    );
  });
});

/* Whose it is and how much is owed, as far as a store, a carrier or a warehouse can say it. */
describe('standardObserver: what is owed, and which way goods went', () => {
  const factsOf = (observed: Observed, name: string) =>
    observed.kind === 'sayings'
      ? observed.sayings.flatMap(({ facts }) => facts.filter(({ fact }) => fact === name))
      : [reasonOf(observed)];
  const outboundOf = (observed: Observed) =>
    factsOf(observed, 'outbound').map((each) => [
      Object(each).numbers.map(({ number }: { number: string }) => number),
      Object(each).whole,
    ]);

  it('B4: tells of money and of decisions whether the platform made them', () => {
    expect(factsOf(change('own-store', 'refund-completed', { by: 'platform' }), 'refund')).toMatchObject([
      { by: 'platform' },
    ]);
    expect(factsOf(change('own-store', 'return-decided', { by: 'platform' }), 'decided')).toMatchObject([
      { by: 'platform' },
    ]);
  });

  it('B6: the platform’s deadline stands from the first word on', () => {
    const deadline = { kind: 'evidence', at: '2026-01-17T16:00:00+08:00' };
    expect(factsOf(change('own-store', 'return-requested', { deadline }), 'platform-deadline')).toEqual([
      { fact: 'platform-deadline', kind: 'evidence', due: '2026-01-17T08:00:00.000Z', at },
    ]);
  });

  it('B7: an item that cannot go back without a reason has 0 days', () => {
    const line = { lineId: '1', sku: 'S', quantity: 1, unitPrice: cny(1) };
    const lines = [{ ...line, noReasonDays: 0, gift: false }, line];
    expect(factsOf(change('own-store', 'return-amended', { lines }), 'details')).toMatchObject([
      { details: { lines: [{ ...line, noReasonDays: 0 }, line] } },
    ]);
    const observed = change('own-store', 'return-amended', { lines: [{ ...line, noReasonDays: -1 }] });
    expect(unreadOf(observed)).toMatch(/^data\.lines\.0\.noReasonDays: /);
    expect(JSON.stringify(observed)).not.toContain('"gift"');
  });

  it('A6: a parcel that was sent back and then signed for is told step by step, in order', () => {
    const stages = ['returned-to-sender', 'delivered'].map((stage) =>
      factsOf(change('carrier-feed', 'parcel-moved', { stage }), 'moved').map((each) => Object(each).stage),
    );
    expect(stages).toEqual([['returned-to-sender'], ['delivered']]);
  });

  describe('B10: the parcels in which an order went out', () => {
    const parcels = (given: unknown) => ({ fulfilment: { parcels: given } });
    const requested = (given: unknown) => outboundOf(change('own-store', 'return-requested', parcels(given)));

    it('are all that there are, by the request or by what is amended', () => {
      const two = [{ trackingNumber: 'SF1234567890001' }, { trackingNumber: 'YT7700000000001,YT7700000000002' }];
      const numbers = ['SF1234567890001', 'YT7700000000001', 'YT7700000000002'];
      expect(requested(two)).toEqual([[numbers, true]]);
      expect(outboundOf(say('own-store', 'return.amended', { caseId: 'RMA-1', ...parcels(two) }))).toEqual([
        [numbers, true],
      ]);
      expect(requested([])).toEqual([[[], true]]);
      expect(requested(undefined)).toEqual([]);
    });

    it('take no number away where one is none', () => {
      const given = ['SF1234567890001', 'handed over', '无需物流'].map((trackingNumber) => ({ trackingNumber }));
      expect(requested(given)).toEqual([[['SF1234567890001'], false]]);
      expect(requested([{ trackingNumber: '' }])).toEqual([[[], true]]);
    });

    it('A3: that cannot be read take no number away, nor does a carrier’s name take one', () => {
      expect(requested([{ trackingNumber: 'SF1234567890001' }, { trackingNumber: 7 }])).toEqual([
        [['SF1234567890001'], false],
      ]);
      expect(requested('odd')).toEqual([]);
      expect(requested([{ trackingNumber: 'SF1234567890001', carrier: {} }])).toEqual([[['SF1234567890001'], true]]);
    });

    it('are told by whoever sent them, one at a time', () => {
      const fact = {
        fact: 'outbound',
        numbers: [{ number: 'SF1234567890001', carrier: 'sf' }],
        whole: false,
        origin: 'standard/own-store',
        at: '2026-01-08T08:05:00.000Z',
      };
      expect(observe('order-shipped')).toEqual(onCase([fact]));
      expect(change('wms-east', 'order-shipped', { at: undefined })).toMatchObject({
        sayings: [
          { ref: { alias: { kind: 'case-id', value: 'RMA-1' } }, facts: [{ origin: 'standard/wms-east', at }] },
        ],
      });
    });

    it.each([
      ['N/A', 'data.trackingNumber: is a placeholder, not a number'],
      ['已发出', 'data.trackingNumber: is no number'],
      ['handed over', 'data.trackingNumber: is no number'],
    ])('order.shipped with %j is not understood', (trackingNumber, reason) => {
      expect(reasonOf(change('own-store', 'order-shipped', { trackingNumber }))).toBe(reason);
    });
  });
});

/* A9, only blanks were cut off: an id with a mark that nobody sees was of another case, another receipt, another carrier. */
describe('standardObserver: what nobody sees in an id', () => {
  const bodies = standardBodies.map(
    ([channel, name]) => [channel, name, fixture(`standard/${name}`).toString()] as const,
  );
  const ids = [
    'caseId',
    'receiptId',
    'inspectionId',
    'stockInId',
    'orderId',
    'refundId',
    'disputeId',
    'announcementId',
  ];
  const names = [...ids, 'carrier', 'warehouseId', 'lineId', 'sku', 'outboundOrderId', 'ref', 'finding'];

  it.each(names)('A9: makes no other %s', (field) => {
    const member = new RegExp(`"${field}":\\s*"([^"]*)"`, 'g');
    const holders = bodies.filter(([, , body]) => member.test(body));

    expect(holders).not.toEqual([]);
    for (const [channel, , body] of holders) {
      const marked = body.replace(member, `"${field}": "\u2066$1\u2069\u200b "`);
      expect(observeBody(channel, Buffer.from(marked))).toEqual(observeBody(channel, Buffer.from(body)));
    }
  });

  it('A9: stays in what people wrote', () => {
    const person = { reasonText: '👩\u200d👧 too small' };

    expect(change('own-store', 'return-requested', { reason: { text: person.reasonText } })).toMatchObject({
      sayings: [{ person }],
    });
  });
});

describe('standardObserver: roles', () => {
  const channelOfRole = {
    store: 'own-store',
    warehouse: 'wms-east',
    carrier: 'carrier-feed',
    'help-desk': 'help-desk',
  } as const;
  const saidBy: Readonly<Record<string, readonly string[]>> = {
    'return-requested': ['store'],
    'return-amended': ['store'],
    'return-withdrawn': ['store'],
    'return-closed': ['store'],
    'return-reopened': ['store'],
    'return-decided': ['store'],
    'return-shipped': ['store', 'help-desk'],
    'parcel-moved': ['carrier'],
    'parcel-received': ['warehouse'],
    'return-inspected': ['warehouse'],
    'return-stocked-in': ['warehouse'],
    'refund-completed': ['store'],
    'refund-failed': ['store'],
    'return-disputed': ['store', 'help-desk'],
    'dispute-closed': ['store', 'help-desk'],
    'message-sent': ['store', 'help-desk'],
    'message-received': ['store', 'help-desk'],
    'shipment-stop-requested': ['store', 'help-desk'],
    'shipment-stopped': ['store', 'warehouse', 'help-desk'],
    'order-shipped': ['store', 'warehouse'],
    'replacement-shipped': ['store', 'warehouse', 'help-desk'],
    'ticket-linked': ['store', 'help-desk'],
    'case-written-up': ['help-desk'],
    'preadvice-acknowledged': ['warehouse'],
  };

  it.each(Object.keys(saidBy))('%s is understood from its roles only', (name) => {
    const roles = Object.entries(channelOfRole).filter(
      ([, channel]) => observeBody(channel, fixture(`standard/${name}`)).kind === 'sayings',
    );
    expect(roles.map(([role]) => role).sort()).toEqual([...(saidBy[name] ?? [])].sort());
  });

  it('says who may send it', () => {
    expect(reasonOf(observeBody('carrier-feed', fixture('standard/refund-completed')))).toBe(
      'type: refund.completed is not for a carrier to say, only for: store',
    );
  });
});

describe('standardObserver: what is not understood', () => {
  it.each([
    [
      '{"type":"return.vanished","timestamp":"2026-01-15T08:00:00Z","data":{}}',
      /^type: must be one of: return\.requested, /,
    ],
    ['{"type":"return.closed","timestamp":"2026-01-15T08:00:00Z"}', /^data: /],
    ['{"type":"return.closed","timestamp":"2026-01-15T08:00:00Z","data":[]}', /^data: /],
    [
      '{"type":"return.closed","timestamp":"2026-01-15T08:00:00Z","data":{"caseId":" "}}',
      /^data\.caseId: must not be empty/,
    ],
    ['{"type":"return.closed","timestamp":"2026-01-15T08:00:00Z","data":{"caseId":7}}', /^data\.caseId: /],
    ['[]', /./],
    ['not json', /^the body is not JSON$/],
  ])('%s', (body, reason) => {
    expect(reasonOf(observeBody('own-store', Buffer.from(body)))).toMatch(reason);
  });

  it.each(['"timestamp":"2026-01-15T08:00:00",', '"timestamp":"2026-01-15",', ''])(
    'A3: what is said at no time that can be read (%s) counts from its receipt',
    (timestamp) => {
      const observed = observeBody(
        'own-store',
        Buffer.from(`{"type":"return.closed",${timestamp}"data":{"caseId":"1"}}`),
      );

      expect(unreadOf(observed)).toMatch(/^timestamp: .*must be an ISO 8601 time with its zone/);
      expect(observed).toMatchObject({ sayings: [{ facts: [{ fact: 'closed', at: receivedAt }] }] });
    },
  );

  it('A3: a moment without its zone is not guessed: the message tells one', () => {
    const observed = change('carrier-feed', 'parcel-moved', { at: '2026-01-16 02:15:00' });

    expect(unreadOf(observed)).toMatch(/^data\.at: must be an ISO 8601 time with its zone/);
    expect(observed).toMatchObject({
      sayings: [
        {
          facts: [
            {
              fact: 'moved',
              at: JSON.parse(fixture('standard/parcel-moved').toString()).timestamp.replace('Z', '.000Z'),
            },
          ],
        },
      ],
    });
  });

  it('caps lists, texts and quantities', () => {
    const line = { sku: 'A', quantity: 1 };
    expect(unreadOf(change('wms-east', 'parcel-received', { lines: Array.from({ length: 501 }, () => line) }))).toBe(
      'data.lines: must have at most 200 lines',
    );
    expect(unreadOf(change('wms-east', 'parcel-received', { lines: [{ sku: 'A', quantity: 1_000_001 }] }))).toMatch(
      /^data\.lines\.0\.quantity: /,
    );
    expect(unreadOf(change('wms-east', 'parcel-received', { lines: [{ sku: 'A', quantity: 0 }] }))).toMatch(
      /^data\.lines\.0\.quantity: /,
    );
    expect(reasonOf(change('own-store', 'return-closed', { caseId: 'x'.repeat(121) }))).toBe(
      'data.caseId: must have at most 120 characters',
    );
  });

  it('reasons hold no value of the body', () => {
    const observed = change('own-store', 'return-requested', {
      orderId: { name: 'Anna' },
      kind: 'Anna',
      lines: 'Anna',
      orderState: 'Anna',
      buyer: { phoneTail: 13800000000, language: 'Anna!' },
    });
    expect(unreadOf(observed)).not.toMatch(/Anna|1380/);
    expect(unreadOf(observed)).toMatch(/more$/);
    expect(JSON.stringify(observed)).not.toMatch(/Anna|1380/);
  });

  it('prototype pollution: keys that every object has are dropped', () => {
    const body =
      '{"type":"return.closed","timestamp":"2026-01-15T08:00:00Z","data":{"caseId":"RMA-1","__proto__":{"shop":"theirs","polluted":1},"constructor":{"prototype":{"polluted":1}}}}';
    expect(observeBody('own-store', Buffer.from(body))).toEqual(onCase([{ fact: 'closed', at }]));
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
