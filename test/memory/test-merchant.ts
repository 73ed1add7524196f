import { type Channel, type Merchant, merchantSchema } from '#shared/merchant/merchant.ts';
import { caseRulesOf } from '#shared/policy/case-rules.ts';
import { demoPolicy } from '#shared/policy/demo-policy.ts';
import { parcelRulesOf } from '#shared/policy/parcel-rules.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { roundTheClock } from '#shared/returns/deadlines/calendar.ts';

const address = { name: 'Returns', phone: '0', country: 'CN', region: 'R', city: 'C', line: 'L 1' };

/** Of a source that only tests have, which the merchant's file would not take. */
const ofTestSource: readonly Channel[] = [
  { source: 'test', channel: 'shop-a', role: 'store', shops: ['a'] },
  { source: 'test', channel: 'shop-b', role: 'store', shops: ['b'] },
  { source: 'test', channel: 'wms', role: 'warehouse', shops: [], warehouse: 'east' },
  { source: 'test', channel: 'carrier', role: 'carrier', shops: [] },
  { source: 'test', channel: 'feed', role: 'carrier', shops: [] },
];

const parsed = merchantSchema.parse({
  merchant: 'test',
  partition: 'aws',
  region: 'us-east-1',
  demo: true,
  locale: 'en',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  channels: [
    { source: 'standard', channel: 'own-store', role: 'store', shops: ['main'] },
    { source: 'standard', channel: 'wms-east', role: 'warehouse', warehouse: 'east' },
    { source: 'qimen', channel: 'wms-strict', role: 'warehouse', warehouse: 'strict' },
    {
      source: 'kuaidi100',
      channel: 'asked-feed',
      role: 'carrier',
      api: { baseUrl: 'http://127.0.0.1:4597', version: '1' },
    },
  ],
  warehouses: [
    { id: 'east', connector: 'queue', address, skuMap: { S1: 'E-1' }, carrierCodes: { sf: 'SF' } },
    { id: 'west', connector: 'queue', address },
    { id: 'erp', connector: 'queue', announceBy: 'erp', address },
    {
      id: 'strict',
      connector: 'qimen',
      ownerCode: 'OWN01',
      address,
      skuMap: { S1: 'Q-1', S2: 'Q-2' },
      carrierCodes: { sf: 'SF' },
      qimen: {
        baseUrl: 'http://127.0.0.1:4596/router/qimen/service',
        appKey: '12345678',
        customerId: 'c-wh-01',
        warehouseCode: 'WH-01',
      },
    },
  ],
  identity: 'demo-user-pool',
  retention: { rawDays: 3650, logDays: 14 },
  alarms: { oldestMessageSeconds: 300 },
});

/**
 * Two shops; a warehouse with codes of its own, one without, one that the merchant's ERP tells, and one that takes only whole
 * announcements; two carrier feeds, and one that must be asked.
 */
export const testMerchant: Merchant = { ...parsed, channels: [...ofTestSource, ...parsed.channels] };

/** The bundled policy, of a team that works day and night: a test of clocks that means others says so. */
export const testPolicy: Policy = { ...demoPolicy, calendar: roundTheClock };
export const testRules = caseRulesOf(testPolicy, testMerchant);
export const testParcelRules = parcelRulesOf(testPolicy, testMerchant);
