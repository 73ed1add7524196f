import { describe, expect, it } from 'vitest';
import { orderCodeOf } from '#shared/calling-out/next-step.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import { toInstant } from '#shared/returns/record/instant.ts';
import { qimenObserver } from '#shared/sources/qimen/observe.ts';
import { isOurOrder } from '#shared/sources/qimen/our-order.ts';
import type { Observed } from '#shared/sources/source.ts';
import { fixture, merchant } from '../../contract/source-vectors.ts';

const receivedAt = toInstant('2024-05-06T04:00:00Z') ?? ('' as never);
const head = '<?xml version="1.0" encoding="utf-8"?>';

interface Said {
  readonly channel?: string;
  readonly method?: string;
  readonly customerId?: string;
  readonly contentType?: string;
  readonly of?: Merchant;
}

function observe(body: Uint8Array | string, said: Said = {}): Observed {
  const { channel = 'wms-hangzhou', method = 'taobao.qimen.returnorder.confirm', customerId = 'c-wh-01' } = said;
  const { contentType = 'text/xml;charset=utf-8', of = merchant } = said;
  const headers = { 'content-type': contentType, '?customerid': customerId, ...(method && { '?method': method }) };
  return qimenObserver.observe(
    { source: 'qimen', channel, id: '1', via: 'webhook', receivedAt, headers, body: Buffer.from(body) },
    of.channels.find((each) => each.source === 'qimen' && each.channel === channel) ?? ('' as never),
    of,
  );
}

/** Of our own form; the vectors' are not. */
const order = 'BH0F3A9C5D2B71E6A4';

/** A fixture as said of an order of ours. */
function ours(name: string, encoding: 'utf8' | 'latin1' = 'utf8'): Buffer {
  const text = fixture(`qimen/${name}`).toString(encoding);
  return Buffer.from(text.replaceAll(/RMA\d+/g, order), encoding);
}

/** The same, in which one text stands in the place of another. */
function changed(name: string, from: string, to: string): string {
  const text = ours(name).toString();
  if (!text.includes(from)) {
    throw new Error(`${name} has no ${from}`);
  }
  return text.replaceAll(from, to);
}

const confirm = (from = '', to = '', said?: Said): Observed => observe(changed('returnorder-confirm', from, to), said);

/** A confirm of the fixture's order with these lines in it. */
function confirmOf(...lines: readonly string[]): Observed {
  const text = ours('returnorder-confirm').toString();
  const inner = lines.map((line) => `<orderLine>${line}</orderLine>`).join('');
  return observe(text.replace(/<orderLines>.*<\/orderLines>/, `<orderLines>${inner}</orderLines>`));
}

function reasonOf(observed: Observed): string {
  return 'reason' in observed ? `${observed.kind}: ${observed.reason}` : `understood as ${JSON.stringify(observed)}`;
}

function factsOfCase(observed: Observed): readonly unknown[] {
  const sayings = observed.kind === 'sayings' ? observed.sayings : [];
  return sayings.flatMap((each): readonly unknown[] => (each.about === 'case' ? each.facts : []));
}

const at = '2024-05-06T03:58:00.000Z';
const id = `${order}/W-RT-88001-1`;
const ofOrder = { alias: { kind: 'wms-order', value: `hangzhou/${order}` } };
const hangzhou = { warehouseId: 'hangzhou', at };

describe('isOurOrder', () => {
  it('knows the codes that Backhaul gives its orders', () => {
    const warehouse = { announceBy: 'backhaul' } as const;

    expect(isOurOrder(orderCodeOf('doudian:4400123:C1/0123456789ab'), warehouse)).toBe(true);
    expect(isOurOrder(orderCodeOf('doudian:4400123:C1/0123456789ab'), { announceBy: 'erp' })).toBe(false);
  });
});

describe('qimenObserver: returnorder.confirm', () => {
  it('states receipt, check and stock-in of the case by its order, and at its parcel only that it came', () => {
    expect(confirm()).toEqual({
      kind: 'sayings',
      sayings: [
        {
          about: 'parcel',
          number: 'SF1234567890123',
          facts: [{ fact: 'received', receiptId: `${id}/dock`, ...hangzhou }],
        },
        {
          about: 'case',
          ref: ofOrder,
          facts: [
            { fact: 'received', receiptId: id, ...hangzhou, lines: [{ sku: 'DRESS-RED-M', quantity: 2 }] },
            {
              fact: 'inspected',
              inspectionId: id,
              ...hangzhou,
              lines: [
                { sku: 'DRESS-RED-M', quantity: 1, result: 'passed' },
                { sku: 'DRESS-RED-M', quantity: 1, result: 'failed', finding: 'defective' },
              ],
            },
            {
              fact: 'stocked-in',
              stockInId: id,
              ...hangzhou,
              lines: [
                { sku: 'DRESS-RED-M', quantity: 1, condition: 'sellable' },
                { sku: 'DRESS-RED-M', quantity: 1, condition: 'defective' },
              ],
            },
          ],
        },
      ],
    });
  });

  it.each([
    ['CC', 'defective'],
    ['JS', 'machine-damaged'],
    ['XS', 'carton-damaged'],
  ])('books %s as defective stock that failed for %s', (type, finding) => {
    const facts = factsOfCase(
      confirmOf(`<itemCode>X</itemCode><inventoryType>${type}</inventoryType><actualQty>1</actualQty>`),
    );

    expect(facts[1]).toMatchObject({ lines: [{ sku: 'X', quantity: 1, result: 'failed', finding }] });
    expect(facts[2]).toMatchObject({ lines: [{ sku: 'X', quantity: 1, condition: 'defective' }] });
  });

  it('takes a line without a type for ZP, as documented', () => {
    expect(factsOfCase(confirmOf('<itemCode>X</itemCode><actualQty>1</actualQty>'))[1]).toMatchObject({
      lines: [{ result: 'passed' }],
    });
  });

  it('sums lines of one item and type', () => {
    const line = '<itemCode>X</itemCode><inventoryType>ZP</inventoryType><actualQty>2</actualQty>';

    expect(factsOfCase(confirmOf(line, line))[2]).toMatchObject({ lines: [{ sku: 'X', quantity: 4 }] });
  });

  it('lets batches that name a type win over their line, in a body in GBK', () => {
    const facts = factsOfCase(
      observe(ours('returnorder-confirm-gbk', 'latin1'), { contentType: 'text/xml;charset=GBK' }),
    );

    expect(facts).toMatchObject([
      { lines: [{ sku: 'DRESS-BLUE-L', quantity: 3 }] },
      {
        lines: [
          { quantity: 2, result: 'passed' },
          { quantity: 1, result: 'failed', finding: 'carton-damaged' },
        ],
      },
      {
        lines: [
          { quantity: 2, condition: 'sellable' },
          { quantity: 1, condition: 'defective' },
        ],
      },
    ]);
  });

  it('counts by the line where its batches name no type', () => {
    const batches = '<batchs><batch><actualQty>1</actualQty></batch><batch><actualQty>1</actualQty></batch></batchs>';
    const facts = factsOfCase(
      confirmOf(`<itemCode>X</itemCode><inventoryType>CC</inventoryType><actualQty>2</actualQty>${batches}`),
    );

    expect(facts[1]).toMatchObject({ lines: [{ quantity: 2, result: 'failed' }] });
  });

  it('says that nothing came: a receipt of no units, an empty check, and no stock-in', () => {
    expect(factsOfCase(confirmOf('<itemCode>X</itemCode><actualQty>0</actualQty>'))).toMatchObject([
      { fact: 'received', lines: [{ sku: 'X', quantity: 0 }] },
      { fact: 'inspected', lines: [] },
    ]);
  });

  it.each([
    ['states none', '<orderConfirmTime>2024-05-06 11:58:00</orderConfirmTime>', ''],
    ['writes it in another form', '2024-05-06 11:58:00', '2024/05/06 11:58'],
    ['states two', '<confirmType>', '<orderConfirmTime>2024-05-06 11:58:00</orderConfirmTime><confirmType>'],
  ])('takes the time of our receipt where the warehouse %s', (_what, from, to) => {
    expect(factsOfCase(confirm(from, to))[0]).toMatchObject({ at: receivedAt });
  });

  it('reads a time with a fraction of a second', () => {
    expect(factsOfCase(confirm('11:58:00', '11:58:00.5'))[0]).toMatchObject({ at: '2024-05-06T03:58:00.500Z' });
  });

  it('says of goods that more of them follow, and only of those', () => {
    const flags = (observed: Observed) => factsOfCase(observed).map((fact) => (fact as { partial?: true }).partial);

    expect(flags(confirm('<confirmType>0<', '<confirmType>1<'))).toEqual([true, true, true]);
    expect(flags(confirm())).toEqual([undefined, undefined, undefined]);
    expect(flags(confirm('<confirmType>0</confirmType>', ''))).toEqual([undefined, undefined, undefined]);
  });

  it('A12: names what has no message id by what it says: with other white space the same, with another quantity another', () => {
    const nameless = changed('returnorder-confirm', '<outBizCode>W-RT-88001-1</outBizCode>', '');
    const spaced = nameless.replaceAll('><', '>\r\n  <').replace(/>([^<>\s]+)</g, '> $1 <');
    const ids = [nameless, `${spaced}\n`, nameless.replace(/(<actualQty>)\d+/, '$17')].map((body) =>
      factsOfCase(observe(body)).map((fact) => (fact as { receiptId?: string }).receiptId),
    );

    expect(spaced).not.toBe(nameless);
    expect(ids[0]?.[0]).toMatch(/^BH0F3A9C5D2B71E6A4\/[0-9a-f]{32}$/);
    expect(ids[1]).toEqual(ids[0]);
    expect(ids[2]?.[0]).not.toBe(ids[0]?.[0]);
  });

  /* A12, identity was of the whole text: what was sent again in other words was counted twice. */
  describe('A12: one that has no message id', () => {
    const time = '2024-05-06 11:58:00';
    const lineOf = (quantity: string, type = 'ZP') =>
      `<orderLine><itemCode>SKU-RED-M</itemCode><inventoryType>${type}</inventoryType><actualQty>${quantity}</actualQty></orderLine>`;
    const headOf = ({ at: booked = time, express = 'SF1234567890123' } = {}) =>
      `<returnOrderCode>${order}</returnOrderCode><orderConfirmTime>${booked}</orderConfirmTime><expressCode>${express}</expressCode>`;
    const receiptOf = (inner = headOf(), lines = lineOf('2') + lineOf('1', 'CC'), more = '') => {
      const body = `<request><returnOrder>${inner}</returnOrder><orderLines>${lines}</orderLines>${more}</request>`;
      return factsOfCase(observe(body)).map((fact) => Object(fact).receiptId)[0];
    };

    it.each([
      ['in decimals', receiptOf(headOf(), lineOf('2.0') + lineOf('1.00', 'CC'))],
      ['with its lines in another order', receiptOf(headOf(), lineOf('1', 'CC') + lineOf('2'))],
      ['with a line split', receiptOf(headOf(), lineOf('1') + lineOf('1', 'CC') + lineOf('1'))],
      ['with its elements in another order', receiptOf(headOf().replace(/^(.*?<\/\w+>)(.*)$/, '$2$1'))],
      ['with a remark', receiptOf(`${headOf()}<remark>sent again</remark>`)],
      ['with the confirmType that is the default', receiptOf(`${headOf()}<confirmType>0</confirmType>`)],
      ['with properties of its own', receiptOf(headOf(), undefined, '<extendProps><batch>7</batch></extendProps>')],
      ['with its number in groups', receiptOf(headOf({ express: 'sf12 3456 7890 123' }))],
    ])('is the same %s', (_how, receipt) => {
      expect(receipt).toBe(receiptOf());
    });

    it.each([
      ['at another time', receiptOf(headOf({ at: '2024-05-07 11:58:00' }))],
      ['of another parcel', receiptOf(headOf({ express: 'SF1234567890124' }))],
      ['of another quantity', receiptOf(headOf(), lineOf('3') + lineOf('1', 'CC'))],
      ['of another quality', receiptOf(headOf(), lineOf('2') + lineOf('1', 'JS'))],
    ])('is another one %s', (_how, receipt) => {
      expect(receipt).not.toBe(receiptOf());
    });

    describe('and no time', () => {
      const timeless = headOf().replace(/<orderConfirmTime>.*<\/orderConfirmTime>/, '');
      const typed = (confirmType: string, head = timeless) =>
        receiptOf(`${head}<confirmType>${confirmType}</confirmType>`);

      it('is another one where it is the last, and the other was not', () => {
        expect(typed('1')).not.toBe(typed('0'));
      });

      it('is the same where it is the last, said or not', () => {
        expect(typed('0')).toBe(receiptOf(timeless));
        expect(typed('')).toBe(receiptOf(timeless));
        expect(typed('1')).toBe(typed('1'));
      });

      it('goes by its time alone where it has one', () => {
        expect(typed('1', headOf())).toBe(typed('0', headOf()));
      });
    });
  });

  it.each([
    ['returnOrderCode', order],
    ['outBizCode', 'W-RT-88001-1'],
    ['warehouseCode', 'WH-HZ-01'],
    ['ownerCode', 'OWNER-01'],
  ])('A9: reads %s without what nobody sees in it', (element, code) => {
    const body = changed('returnorder-confirm', '</returnOrder>', '</returnOrder>').replace(
      '<itemCode>',
      '<ownerCode>OWNER-01</ownerCode><itemCode>',
    );
    const marked = body.replace(`<${element}>${code}<`, `<${element}>${code}\u200b<`);

    expect(marked).not.toBe(body);
    expect(observe(marked)).toEqual(observe(body));
    expect(factsOfCase(observe(body))).toHaveLength(3);
  });

  it.each([
    ['is a placeholder', 'N/A', []],
    ['is no number', '?!', []],
    ['holds two', 'SF1234567890123, YT7700000000001', ['SF1234567890123', 'YT7700000000001']],
    ['holds two apart by a slash', 'SF1234567890123/YT7700000000001', ['SF1234567890123', 'YT7700000000001']],
    ['holds two lines', 'SF1234567890123\r\nYT7700000000001', ['SF1234567890123', 'YT7700000000001']],
    ['holds two apart by a blank', 'SF1234567890123 YT7700000000001', ['SF1234567890123', 'YT7700000000001']],
    ['is typed in groups', 'SF12 3456 7890 123', ['SF1234567890123']],
    ['is typed with its carrier apart', 'SF 1234567890123', ['SF1234567890123']],
    ['holds one twice', 'SF1234567890123 SF1234567890123', ['SF1234567890123']],
  ])('still states the goods where the expressCode %s', (_name, text, numbers) => {
    const observed = confirm('SF1234567890123', text);
    const sayings = observed.kind === 'sayings' ? observed.sayings : [];

    expect(sayings.flatMap((each) => (each.about === 'parcel' ? [each.number] : []))).toEqual(numbers);
    expect(factsOfCase(observed)).toHaveLength(3);
  });

  it('states the goods of an order that the ERP made at its parcel, for that order leads to no case', () => {
    const said = { channel: 'wms-south', customerId: 'c-wh-02' };
    const observed = confirm('WH-HZ-01', 'WH-GZ-01', said);

    expect(observed).toMatchObject({
      kind: 'sayings',
      sayings: [
        {
          about: 'parcel',
          number: 'SF1234567890123',
          facts: [
            { fact: 'received', receiptId: id, warehouseId: 'south', lines: [{ sku: 'SKU-RED-M', quantity: 2 }] },
            { fact: 'inspected', warehouseId: 'south' },
            { fact: 'stocked-in', warehouseId: 'south' },
          ],
        },
      ],
    });
  });

  /**
   * A code that somebody else gave an order, in a warehouse that Backhaul announces to, was taken for one of ours: its goods waited for a case
   * that goes by it, and none ever does.
   */
  it('states the goods of an order that is not ours at its parcel', () => {
    const observed = observe(fixture('qimen/returnorder-confirm'));

    expect(observed).toMatchObject({
      sayings: [{ about: 'parcel', number: 'SF1234567890123', facts: [{ lines: [{ quantity: 2 }] }, {}, {}] }],
    });
  });

  it.each(['BH0F3A9C5D2B71E6A', 'bh0f3a9c5d2b71e6a4', 'BH0F3A9C5D2B71E6A4-2', 'BHRMA2024050600011'])(
    'takes %s for no order of ours',
    (code) => {
      expect(confirm(order, code)).toMatchObject({ sayings: [{ about: 'parcel', facts: [{}, {}, {}] }] });
    },
  );

  it.each(['', 'SF1234567890123,YT7700000000001'])(
    'names the case by an order that is not ours where the parcel is not one: %j',
    (numbers) => {
      const text = fixture('qimen/returnorder-confirm').toString().replace('SF1234567890123', numbers);
      const observed = observe(text);

      expect(factsOfCase(observed)).toHaveLength(3);
      expect(observed).toMatchObject({
        sayings: expect.arrayContaining([
          expect.objectContaining({ ref: { alias: { kind: 'wms-order', value: 'hangzhou/RMA202405060001' } } }),
        ]),
      });
    },
  );

  it('states the goods of a parcel that the warehouse could not match at the parcel', () => {
    const observed = confirm('THRK', 'WTJTHRK');

    expect(observed).toMatchObject({ sayings: [{ about: 'parcel', facts: [{}, {}, {}] }] });
  });

  it('understands the method without its prefix, and by its content where there is none', () => {
    const full = confirm();

    expect(confirm('', '', { method: 'returnorder.confirm' })).toEqual(full);
    expect(confirm('', '', { method: '' })).toEqual(full);
  });

  it('keeps remarks and what is said of the sender out of every saying', () => {
    const body = changed(
      'returnorder-confirm',
      '<confirmType>',
      '<remark>电话13800000000</remark><senderInfo><name>张三</name><mobile>13800000000</mobile></senderInfo><confirmType>',
    );

    expect(JSON.stringify(observe(body))).not.toMatch(/13800000000|张三/);
    expect(observe(body)).toEqual(confirm());
  });

  it.each([
    ['no order', `<returnOrderCode>${order}</returnOrderCode>`, '', /returnOrderCode: must be one text/],
    [
      'two orders',
      '<confirmType>',
      '<returnOrderCode>X</returnOrderCode><confirmType>',
      /returnOrderCode: must be one text/,
    ],
    ['goods of another owner', 'OWN01', 'OWN02', /ownerCode: these goods are of another owner/],
    [
      'goods of two owners',
      '<ownerCode>OWN01</ownerCode>',
      '<ownerCode>OWN01</ownerCode><ownerCode>OWN02</ownerCode>',
      /ownerCode: must be one text/,
    ],
    ['another warehouse', 'WH-HZ-01', 'WH-SH-01', /warehouseCode: is not the one of this warehouse/],
    ['no lines element', 'orderLines>', 'lines>', /orderLines: /],
    ['a document type', '<request>', '<!DOCTYPE request><request>', /document type/],
  ])('does not understand a confirm with %s, and repeats nothing of it', (_name, from, to, reason) => {
    const told = reasonOf(confirm(from, to));

    expect(told).toMatch(reason);
    expect(told).toMatch(/^not-understood: /);
    expect(told).not.toMatch(/BH0F3A|OWN02|WH-SH-01|SKU-RED/);
  });

  /* The parcel of a confirm of which no goods could be counted was never there: the delivery was not understood, and nobody waited for its check. */
  describe('A3: no line of which can be read', () => {
    const x = '<itemCode>X</itemCode>';
    const two = `${x}<actualQty>2</actualQty>`;
    const unreadable: readonly (readonly [string, string, RegExp])[] = [
      ['half a unit', `${x}<actualQty>1.5</actualQty>`, /actualQty: must be a whole number/],
      ['a negative quantity', `${x}<actualQty>-1</actualQty>`, /actualQty: must be a whole number/],
      ['no quantity', x, /actualQty: must be one text/],
      [
        'an item named __proto__',
        '<itemCode>__proto__</itemCode><actualQty>1</actualQty>',
        /itemCode: is no item code/,
      ],
      [
        'batches that do not add up to the line',
        `${two}<batchs><batch><actualQty>1</actualQty></batch></batchs>`,
        /do not add up to the line's actualQty/,
      ],
      [
        'batches that are typed, and one without a quantity',
        `${two}<batchs><batch><inventoryType>CC</inventoryType><actualQty>2</actualQty></batch><batch><batchCode>B</batchCode></batch></batchs>`,
        /a batch without actualQty/,
      ],
      // Its only batch was damaged goods and could not be read: the line alone made them sellable.
      [
        'a batch that is none',
        `${two}<batchs><batch>CC 2</batch></batchs>`,
        /orderLine\.0\.batchs\.batch\.0: must be an object; .*batchs: must have a batch/,
      ],
    ];
    const came = { fact: 'received', ...hangzhou };
    const lines = (text: string) => text.replace(/<orderLines>.*<\/orderLines>/, '<orderLines/>');

    it.each(unreadable)('%s: its parcel came, and how many units is for a person', (_name, line, unread) => {
      const observed = confirmOf(line);

      expect(observed).toEqual({
        kind: 'sayings',
        unread: expect.stringMatching(unread),
        sayings: [
          {
            about: 'parcel',
            number: 'SF1234567890123',
            facts: [{ ...came, receiptId: `${id}/dock`, unread: expect.anything() }],
          },
          {
            about: 'case',
            ref: ofOrder,
            facts: [{ ...came, receiptId: id, partial: true, unread: expect.anything() }],
          },
        ],
      });
      expect(JSON.stringify(observed)).not.toMatch(/OWN01|__proto__/);
    });

    it.each(unreadable)('%s: is not understood where no number says what came', (_name, line, reason) => {
      const text = ours('returnorder-confirm')
        .toString()
        .replace(/<expressCode>.*<\/expressCode>/, '');
      const observed = observe(
        lines(text).replace('<orderLines/>', `<orderLines><orderLine>${line}</orderLine></orderLines>`),
      );

      expect(reasonOf(observed)).toMatch(reason);
      expect(reasonOf(observed)).toMatch(/^not-understood: /);
    });

    it('came as a parcel of an order that is not ours', () => {
      const text = fixture('qimen/returnorder-confirm')
        .toString()
        .replaceAll(/<actualQty>\d+</g, '<actualQty>some<');

      expect(observe(text)).toMatchObject({
        sayings: [{ about: 'parcel', number: 'SF1234567890123', facts: [{ ...came, partial: true }] }],
      });
    });

    it('has an item code that stands for several SKUs', () => {
      const warehouses = merchant.warehouses.map((each) => ({ ...each, skuMap: { A: 'SKU-RED-M', B: 'SKU-RED-M' } }));
      const observed = confirm('', '', { of: { ...merchant, warehouses } });

      expect(observed).toMatchObject({ unread: expect.stringMatching(/itemCode: stands for several SKUs/) });
      expect(factsOfCase(observed)).toEqual([
        { ...came, receiptId: id, partial: true, unread: ['orderLines.orderLine.itemCode'] },
      ]);
    });
  });

  it('counts by the line where its batches are all empty', () => {
    expect(
      factsOfCase(confirmOf('<itemCode>X</itemCode><actualQty>2</actualQty><batchs><batch/><batch/></batchs>')),
    ).toMatchObject([{ fact: 'received', lines: [{ sku: 'X', quantity: 2 }] }, {}, {}]);
  });

  it.each([
    [
      'another stock type',
      '<itemCode>Y</itemCode><inventoryType>ZT</inventoryType><actualQty>0</actualQty>',
      /1\.inventoryType: must be one of/,
    ],
    ['half a unit', '<itemCode>Y</itemCode><actualQty>0.5</actualQty>', /1\.actualQty: must be a whole number/],
    ['no item', '<actualQty>1</actualQty>', /1\.itemCode: must be one text/],
    [
      'two owners',
      '<itemCode>Y</itemCode><actualQty>1</actualQty><ownerCode>A</ownerCode><ownerCode>B</ownerCode>',
      /1\.ownerCode: must be one text/,
    ],
    [
      'a batch of another stock type',
      '<itemCode>Y</itemCode><actualQty>1</actualQty><batchs><batch><inventoryType>ZT</inventoryType></batch></batchs>',
      /1\.batchs: inventoryType: must be one of/,
    ],
  ])('A3: counts the other lines where one has %s, as a part of what came, and names it', (_name, line, unread) => {
    const observed = confirmOf('<itemCode>X</itemCode><actualQty>2</actualQty>', line);

    expect(observed).toMatchObject({ unread: expect.stringMatching(unread) });
    expect(factsOfCase(observed)).toMatchObject([
      {
        fact: 'received',
        partial: true,
        lines: [{ sku: 'X', quantity: 2 }],
        unread: [expect.stringMatching(/orderLines\.orderLine\.1\./)],
      },
      { fact: 'inspected', partial: true, lines: [{ sku: 'X', quantity: 2, result: 'passed' }] },
      { fact: 'stocked-in', partial: true, lines: [{ sku: 'X', quantity: 2, condition: 'sellable' }] },
    ]);
  });

  it('A3: does not take a confirm with an empty line for one of which nothing came', () => {
    expect(reasonOf(confirmOf(''))).toMatch(/^not-understood: orderLines: must have an orderLine/);
    expect(factsOfCase(confirmOf('<itemCode>X</itemCode><actualQty>0</actualQty>'))).toMatchObject([
      { fact: 'received', lines: [{ sku: 'X', quantity: 0 }] },
      { fact: 'inspected', lines: [] },
    ]);
  });

  it('does not understand a sender that speaks for another customer', () => {
    expect(reasonOf(confirm('', '', { customerId: 'c-wh-02' }))).toMatch(
      /customerId: c-wh-02 is that of warehouse south, which does not speak on this channel/,
    );
    expect(reasonOf(confirm('', '', { customerId: '' }))).toMatch(/customerId: is missing/);
  });

  it('does not understand more kinds of goods than fit into a case', () => {
    const lines = Array.from({ length: 201 }, (_, index) => `<itemCode>X${index}</itemCode><actualQty>1</actualQty>`);

    expect(reasonOf(confirmOf(...lines))).toMatch(/more than 200 items/);
  });
});

describe('qimenObserver: returnpackage.report', () => {
  const method = 'taobao.qimen.returnpackage.report';
  const packages = (from = '', to = '', said: Said = { method }): Observed =>
    observe(changed('returnpackage-report', from, to), said);

  it('states of each parcel that it came, and no quantities', () => {
    const came = (number: string, time: string) => ({
      about: 'parcel',
      number,
      facts: [
        {
          fact: 'received',
          receiptId: `HO202405060001/HO202405060001-1/${number}`,
          warehouseId: 'hangzhou',
          at: time,
        },
      ],
    });

    expect(packages()).toEqual({
      kind: 'sayings',
      sayings: [
        came('SF1234567890123', '2024-05-06T01:30:00.000Z'),
        came('YT7700000000001', '2024-05-06T01:31:00.000Z'),
      ],
    });
  });

  it('takes the time of our receipt for a parcel whose time cannot be read', () => {
    expect(packages('2024-05-06 09:30:00', '09:30')).toMatchObject({
      sayings: [{ facts: [{ at: receivedAt }] }, { facts: [{ at: '2024-05-06T01:31:00.000Z' }] }],
    });
  });

  it('A3: reads packages under the name that the metadata of the API gives them, and times that programs write with slashes', () => {
    const other = changed('returnpackage-report', '<package>', '<packageValue>')
      .replaceAll('</package>', '</packageValue>')
      .replace('2024-05-06 09:30:00', '2024/5/6 9:30:00');

    expect(observe(other, { method })).toEqual(packages());
  });

  it('A12: knows a parcel without a message id by its number and its time, whatever else the report says', () => {
    const bare = changed('returnpackage-report', '<outBizCode>HO202405060001-1</outBizCode>', '');
    const again = bare.replace('</order>', '<remark>again</remark></order>').replace(/(<package>.*?<\/package>)/, '');
    const later = bare.replaceAll('2024-05-06 09:31:00', '2024-05-07 09:31:00');
    const second = (body: string) => {
      const observed = observe(body, { method });
      return observed.kind === 'sayings' ? Object(observed.sayings.at(-1)?.facts[0]).receiptId : observed;
    };

    expect(second(again)).toBe(second(bare));
    expect(second(later)).not.toBe(second(bare));
  });

  it('A2: takes each of several numbers in one field', () => {
    const observed = packages('<expressCode>SF1234567890123<', '<expressCode>SF1234567890123,SF1234567890124<');

    expect(observed).toMatchObject({
      sayings: [{ number: 'SF1234567890123' }, { number: 'SF1234567890124' }, { number: 'YT7700000000001' }],
    });
  });

  it('is known by its content where there is no method', () => {
    expect(packages('', '', { method: '' })).toEqual(packages());
  });

  it('leaves a parcel without a number out, and does not understand a report of none', () => {
    expect(packages('YT7700000000001', '无')).toMatchObject({ sayings: [{ number: 'SF1234567890123' }] });
    expect(
      reasonOf(observe(`${head}<request><order><orderCode>H</orderCode></order><packages/></request>`, { method })),
    ).toMatch(/packages/);
  });

  it.each([
    ['another status', '<status>sign<', '<status>lost<', /status: must be sign/],
    ['another owner', 'OWN01', 'OWN02', /another owner/],
    ['no order', '<orderCode>HO202405060001</orderCode>', '', /order.orderCode/],
  ])('does not understand a report with %s', (_name, from, to, reason) => {
    expect(reasonOf(packages(from, to))).toMatch(reason);
  });
});

describe('qimenObserver: orderprocess.report', () => {
  const method = 'taobao.qimen.orderprocess.report';
  const south = { method, channel: 'wms-south', customerId: 'c-wh-02' };
  const step = (from = '', to = '', said: Said = { method }): Observed =>
    observe(changed('orderprocess-report', from, to), said);
  const stepAt = '2024-05-06T00:00:00.000Z';

  it.each([
    ['ACCEPT', 'accepted'],
    ['FULFILLED', 'done'],
    ['EXCEPTION', 'exception'],
    ['REJECT', 'rejected'],
    ['CLOSED', 'closed'],
    ['CANCELED', 'cancelled'],
  ])('states %s of an order of ours as %s', (raw, status) => {
    expect(step('ACCEPT', raw)).toEqual({
      kind: 'sayings',
      sayings: [
        {
          about: 'case',
          ref: ofOrder,
          facts: [{ fact: 'warehouse-status', at: stepAt, warehouseId: 'hangzhou', status, raw }],
        },
      ],
    });
  });

  it('states at a parcel that is named that the warehouse expects it', () => {
    const expected = {
      about: 'parcel',
      number: 'SF1234567890123',
      facts: [{ fact: 'expected', at: stepAt, warehouseId: 'hangzhou', orderCode: order }],
    };

    expect(step('</process>', '<expressCode>SF1234567890123</expressCode></process>')).toMatchObject({
      sayings: [expected, { about: 'case' }],
    });
  });

  it('states of an order that the ERP made only that its parcel is expected', () => {
    const body = changed('orderprocess-report', 'WH-HZ-01', 'WH-GZ-01');
    const named = body.replace('</process>', '<expressCode>SF1234567890123</expressCode></process>');

    expect(observe(named, south)).toMatchObject({ sayings: [{ about: 'parcel', number: 'SF1234567890123' }] });
    expect(reasonOf(observe(body, south))).toMatch(/^ignored: /);
    expect(reasonOf(observe(named.replace('ACCEPT', 'EXCEPTION'), south))).toMatch(/^ignored: /);
  });

  it('ignores a step of an order that is not ours and names no parcel', () => {
    expect(reasonOf(observe(fixture('qimen/orderprocess-report'), { method }))).toMatch(/^ignored: the step/);
  });

  it('takes the time of our receipt for a step whose time cannot be read', () => {
    expect(factsOfCase(step('2024-05-06 08:00:00', 'today'))).toMatchObject([{ at: receivedAt }]);
  });

  it('ignores steps that a return does not have, and orders that are none', () => {
    expect(reasonOf(step('ACCEPT', 'PACKAGE'))).toMatch(/^ignored: the step/);
    expect(reasonOf(step('THRK', 'JYCK'))).toMatch(/^ignored: the order is no return/);
  });

  it('reads what a WMS says of a return of ours under another name of its kind', () => {
    expect(step('THRK', 'XTRK')).toEqual(step());
    expect(step('THRK', 'QTRK')).toEqual(step());
  });

  it('does not understand a status that is none of the documented ones', () => {
    expect(reasonOf(step('ACCEPT', 'LOST'))).toMatch(/^not-understood: process.processStatus/);
  });

  it('is known by its content where there is no method', () => {
    expect(step('', '', { method: '' })).toEqual(step());
  });
});

describe('qimenObserver: other methods', () => {
  it('ignores reports of outbound orders and stock', () => {
    for (const method of [
      'taobao.qimen.deliveryorder.confirm',
      'stockchange.report',
      'taobao.qimen.inventory.report',
    ]) {
      expect(reasonOf(confirm('', '', { method }))).toBe('ignored: the report is not of a return');
    }
  });

  it('does not understand a method that it does not know', () => {
    expect(reasonOf(confirm('', '', { method: 'taobao.qimen.wms.returnapply.report' }))).toMatch(
      /^not-understood: the method/,
    );
    expect(reasonOf(confirm('', '', { method: 'evilreturnorder.confirm' }))).toMatch(/^not-understood: the method/);
  });

  it('does not understand a channel whose warehouse has no qimen', () => {
    const warehouses = merchant.warehouses.map(({ qimen: _qimen, ...each }) => each);

    expect(reasonOf(confirm('', '', { of: { ...merchant, warehouses } }))).toMatch(/no qimen in its configuration/);
  });
});
