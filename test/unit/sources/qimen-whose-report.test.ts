import { describe, expect, it } from 'vitest';
import { type Merchant, merchantSchema } from '#shared/merchant/merchant.ts';
import { toInstant } from '#shared/returns/record/instant.ts';
import { qimenObserver } from '#shared/sources/qimen/observe.ts';
import type { Observed } from '#shared/sources/source.ts';
import { fixture, merchant } from '../../contract/source-vectors.ts';

/**
 * Qimen knows one callback URL of an app, and an app serves several warehouses: a merchant could name one of them for the URL, and what the others
 * reported was answered with success and lost.
 */
const otherChannels = merchant.channels.filter(({ source }) => source !== 'qimen');
const app = { source: 'qimen', channel: 'wms', role: 'warehouse', shops: [], warehouses: ['hangzhou', 'south'] };
const ofOneApp: Merchant = merchantSchema.parse({ ...merchant, channels: [...otherChannels, app] });

/** The same, but that its WMS knows the merchant by one customerId in both warehouses. */
const ofOneCustomer: Merchant = merchantSchema.parse({
  ...ofOneApp,
  warehouses: ofOneApp.warehouses.map(({ qimen, ...each }) => ({
    ...each,
    ...(qimen && { qimen: { ...qimen, customerId: 'c-wh-01' } }),
  })),
});

const reports = ['returnorder-confirm', 'returnpackage-report', 'orderprocess-report'] as const;
type Report = (typeof reports)[number];

interface Said {
  readonly customerId: string;
  /** Which warehouse it names; none where empty. */
  readonly code: string;
  readonly of?: Merchant;
  readonly channel?: string;
}

/** A report of the fixtures, of a parcel that is named. */
function observe(report: Report, { customerId, code, of = ofOneApp, channel = 'wms' }: Said): Observed {
  const place = code === '' ? '' : `<warehouseCode>${code}</warehouseCode>`;
  const body = fixture(`qimen/${report}`)
    .toString()
    .replace('<warehouseCode>WH-HZ-01</warehouseCode>', place)
    .replace('</process>', '<expressCode>SF1234567890123</expressCode></process>');
  const method = `taobao.qimen.${report.replace('-', '.')}`;
  return qimenObserver.observe(
    {
      source: 'qimen',
      channel,
      id: '1',
      via: 'webhook',
      receivedAt: toInstant('2024-05-06T04:00:00Z') ?? ('' as never),
      headers: { 'content-type': 'text/xml;charset=utf-8', '?customerid': customerId, '?method': method },
      body: Buffer.from(body),
    },
    of.channels.find((each) => each.source === 'qimen' && each.channel === channel) ?? ('' as never),
    of,
  );
}

/** Of which warehouses anything is said. */
function warehousesIn(observed: Observed): string[] {
  return [...new Set([...JSON.stringify(observed).matchAll(/"warehouseId":"([^"]+)"/g)].map(([, id = '']) => id))];
}

function reasonOf(observed: Observed): string {
  return 'reason' in observed ? `${observed.kind}: ${observed.reason}` : `understood as ${JSON.stringify(observed)}`;
}

describe('qimenObserver: whose report it is', () => {
  it.each(reports)('D10: two warehouses of one app report at its one URL: each %s lands with its own', (report) => {
    expect(warehousesIn(observe(report, { customerId: 'c-wh-01', code: 'WH-HZ-01' }))).toEqual(['hangzhou']);
    expect(warehousesIn(observe(report, { customerId: 'c-wh-02', code: 'WH-GZ-01' }))).toEqual(['south']);
  });

  it.each(reports)('D10: where one customerId is of both, each %s lands by its warehouseCode', (report) => {
    const said = { customerId: 'c-wh-01', of: ofOneCustomer };

    expect(warehousesIn(observe(report, { ...said, code: 'WH-HZ-01' }))).toEqual(['hangzhou']);
    expect(warehousesIn(observe(report, { ...said, code: 'WH-GZ-01' }))).toEqual(['south']);
  });

  it.each(reports)(
    'A9: reads the codes of %s, and of the merchant’s file, without what nobody sees in them',
    (report) => {
      const [first, ...others] = ofOneCustomer.warehouses.filter(({ qimen }) => qimen);
      const pasted = first?.qimen && {
        ...first,
        ownerCode: `${first.ownerCode}\u200b`,
        qimen: { ...first.qimen, warehouseCode: 'WH-HZ-01\u200b', customerId: 'c-wh-01\ufeff' },
      };
      const rest = ofOneCustomer.warehouses.filter(({ qimen }) => !qimen);
      const of = merchantSchema.parse({ ...ofOneCustomer, warehouses: [pasted, ...others, ...rest] });

      expect(warehousesIn(observe(report, { customerId: 'c-wh-01', code: 'WH-HZ-01\u200b', of }))).toEqual([
        'hangzhou',
      ]);
    },
  );

  it('D10: reads goods in the codes of the warehouse that reports them', () => {
    expect(JSON.stringify(observe('returnorder-confirm', { customerId: 'c-wh-01', code: 'WH-HZ-01' }))).toContain(
      '"sku":"DRESS-RED-M"',
    );
    expect(JSON.stringify(observe('returnorder-confirm', { customerId: 'c-wh-02', code: 'WH-GZ-01' }))).toContain(
      '"sku":"SKU-RED-M"',
    );
  });

  it('D10: a customerId of no warehouse is named, with what to add to the merchant’s file', () => {
    expect(reasonOf(observe('returnorder-confirm', { customerId: 'c-wh-07', code: 'WH-HZ-01' }))).toBe(
      "not-understood: customerId: c-wh-07 is of no warehouse in the merchant's file; add the one that has it as qimen.customerId, " +
        'and list it in warehouses of channel qimen/wms',
    );
  });

  it('D10: nobody speaks for a warehouse that is not named for the channel, though it is the merchant’s', () => {
    const said = { customerId: 'c-wh-02', code: 'WH-GZ-01', of: merchant, channel: 'wms-hangzhou' };

    expect(reasonOf(observe('returnorder-confirm', said))).toBe(
      'not-understood: customerId: c-wh-02 is that of warehouse south, which does not speak on this channel; if it should, ' +
        'list it in warehouses of channel qimen/wms-hangzhou, with hangzhou',
    );
  });

  it.each([
    ['names no warehouse', ''],
    ['says OTHER', 'OTHER'],
    ['names another one', 'WH-SH-01'],
  ])('D10: where one customerId is of both, a report that %s is of neither', (_what, code) => {
    const said = { customerId: 'c-wh-01', code, of: ofOneCustomer };

    expect(reports.map((report) => reasonOf(observe(report, said)))).toEqual(
      Array(3).fill(
        'not-understood: warehouseCode: must be one of WH-HZ-01 (hangzhou), WH-GZ-01 (south), which have the same customerId',
      ),
    );
  });

  it('D10: the code of the other warehouse does not go with a customerId of one', () => {
    expect(reasonOf(observe('returnorder-confirm', { customerId: 'c-wh-01', code: 'WH-GZ-01' }))).toMatch(
      /warehouseCode: is not the one of this warehouse/,
    );
  });

  it.each(['', 'c wh', 'c-wh-01\n', 'x'.repeat(61), '客户'])('repeats no customerId that is none: %j', (customerId) => {
    const reason = reasonOf(observe('returnorder-confirm', { customerId, code: 'WH-HZ-01' }));

    expect(reason).toMatch(/^not-understood: customerId: is /);
  });
});
