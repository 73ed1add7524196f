import { describe, expect, it } from 'vitest';
import { toInstant } from '#shared/returns/record/instant.ts';
import { kuaidi100Observer } from '#shared/sources/kuaidi100/observe.ts';
import { qimenObserver } from '#shared/sources/qimen/observe.ts';
import { inOurSkus } from '#shared/sources/qimen/our-skus.ts';
import type { Observed, Observer } from '#shared/sources/source.ts';
import { standardObserver } from '#shared/sources/standard/observe.ts';
import { fixture, merchant } from '../../contract/source-vectors.ts';

const receivedAt = toInstant('2026-01-15T08:00:01Z') ?? ('' as never);

function observe(observer: Observer, name: string, body: string, headers = {}): Observed {
  const { source } = observer;
  const channel = merchant.channels.find((each) => each.source === source && each.channel === name) ?? ('' as never);
  const delivery = {
    source,
    channel: name,
    id: '1',
    via: 'webhook',
    receivedAt,
    headers,
    body: Buffer.from(body),
  } as const;
  return observer.observe(delivery, channel, merchant);
}

/** Of each parcel its number, and of each of its facts what was seen. */
function parcelsIn(observed: Observed): unknown[] {
  const sayings = observed.kind === 'sayings' ? observed.sayings : [];
  return sayings.flatMap((each) =>
    each.about === 'parcel'
      ? each.facts.map((fact) => [each.number, fact.fact, 'seen' in fact ? fact.seen : undefined])
      : [],
  );
}

function standard(channel: string, name: string, trackingNumber: string): Observed {
  const { data, ...message } = JSON.parse(fixture(`standard/${name}`).toString());
  return observe(standardObserver, channel, JSON.stringify({ ...message, data: { ...data, trackingNumber } }));
}

function qimen(name: string, expressCode: string, edit = (body: string) => body): Observed {
  const tag = /<expressCode>[^<]*<\/expressCode>|(?=<\/process>)/;
  const body = fixture(`qimen/${name}`).toString().replace(tag, `<expressCode>${expressCode}</expressCode>`);
  const headers = {
    'content-type': 'text/xml;charset=utf-8',
    '?customerid': 'c-wh-01',
    '?method': `taobao.qimen.${name.replace('-', '.')}`,
  };
  return observe(qimenObserver, 'wms-hangzhou', edit(body), headers);
}

const usps = { number: '9405510200000000000000', label: '420902109405510200000000000000' };
const jd = { number: 'JDVA00000000001', label: 'JDVA00000000001-1-1-' };

/* A4, numbers were compared as texts: what the dock scanned was a second parcel that no case claimed. */
describe('a label that was scanned', () => {
  it.each([
    ['wms-east', 'parcel-received', 'received'],
    ['wms-east', 'return-inspected', 'inspected'],
    ['wms-east', 'return-stocked-in', 'stocked-in'],
    ['carrier-feed', 'parcel-moved', 'moved'],
  ])(
    'A4: is the parcel whose number is in it, and is kept beside the number: standard %s, %s',
    (channel, name, fact) => {
      expect(parcelsIn(standard(channel, name, usps.label))).toEqual([[usps.number, fact, usps.label]]);
      expect(parcelsIn(standard(channel, name, usps.number))).toEqual([[usps.number, fact, undefined]]);
    },
  );

  it('A4: does not lose a receipt for what a scanner sends around it', () => {
    const scan = `]C142090210\u001d${usps.number}`;
    expect(parcelsIn(standard('wms-east', 'parcel-received', scan))).toEqual([
      [usps.number, 'received', `]C142090210 ${usps.number}`],
    ]);
  });

  it('A4: is read in every report of Qimen', () => {
    const dock = [[jd.number, 'received', jd.label]];
    const ofErp = (body: string) => body.replace('<orderType>THRK', '<orderType>WTJTHRK');

    expect(parcelsIn(qimen('returnpackage-report', jd.label)).slice(0, 1)).toEqual(dock);
    expect(parcelsIn(qimen('orderprocess-report', jd.label))).toEqual([[jd.number, 'expected', jd.label]]);
    expect(parcelsIn(qimen('returnorder-confirm', jd.label, ofErp))).toEqual(
      ['received', 'inspected', 'stocked-in'].map((fact) => [jd.number, fact, jd.label]),
    );
  });

  it('A4: is read of each parcel of a confirm that names several', () => {
    expect(parcelsIn(qimen('returnorder-confirm', `${jd.label},SF1234567890123,损`))).toEqual([
      [jd.number, 'received', jd.label],
      ['SF1234567890123', 'received', undefined],
    ]);
  });

  it('A4: is read in a push of a carrier feed', () => {
    const lastResult = { com: 'jd', nu: jd.label, state: '0', data: [] };
    const param = JSON.stringify({ status: 'polling', lastResult });
    const body = new URLSearchParams({ sign: 'any', param }).toString();

    expect(parcelsIn(observe(kuaidi100Observer, 'feed', body))).toEqual([[jd.number, 'route', jd.label]]);
  });
});

describe('a SKU of a warehouse', () => {
  it('A9: is the same with what nobody sees in it', () => {
    const scan = JSON.parse(fixture('standard/parcel-received').toString());
    const lines = [{ sku: '\ufeffSHOE\u2011RED-41\u200b', quantity: 1 }];
    const body = JSON.stringify({ ...scan, data: { ...scan.data, lines } });

    expect(observe(standardObserver, 'wms-east', body)).toMatchObject({
      sayings: [{ about: 'parcel', facts: [{ lines: [{ sku: 'SHOE-RED-41', quantity: 1 }] }] }, { about: 'case' }],
    });
  });

  it('A9: is found in a skuMap that was pasted with a mark that nobody sees', () => {
    const parts = [{ itemCode: 'W-1', quantity: 1, type: 'ZP' }] as const;

    expect(inOurSkus(parts, { skuMap: { 'SHOE-RED-41': 'W-1\u200b' } })).toMatchObject({
      parts: [{ sku: 'SHOE-RED-41' }],
    });
  });
});
