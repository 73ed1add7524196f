import { type Merchant, merchantSchema } from '#shared/merchant/merchant.ts';
import { caseRulesOf } from '#shared/policy/case-rules.ts';
import { demoPolicy } from '#shared/policy/demo-policy.ts';

const address = { name: 'Returns', phone: '0', country: 'CN', region: 'R', city: 'C', line: 'L 1' };

/** Two shops; a warehouse with codes of its own, one without, and one that the merchant's ERP tells. */
export const testMerchant: Merchant = merchantSchema.parse({
  merchant: 'test',
  partition: 'aws',
  region: 'us-east-1',
  demo: true,
  locale: 'en',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  channels: [
    { source: 'test', channel: 'shop-a', role: 'store', shops: ['a'] },
    { source: 'test', channel: 'shop-b', role: 'store', shops: ['b'] },
    { source: 'test', channel: 'wms', role: 'warehouse', warehouse: 'east' },
    { source: 'test', channel: 'carrier', role: 'carrier' },
    { source: 'standard', channel: 'own-store', role: 'store', shops: ['main'] },
    { source: 'standard', channel: 'wms-east', role: 'warehouse', warehouse: 'east' },
  ],
  warehouses: [
    { id: 'east', connector: 'queue', address, skuMap: { S1: 'E-1' }, carrierCodes: { sf: 'SF' } },
    { id: 'west', connector: 'queue', address },
    { id: 'erp', connector: 'queue', announceBy: 'erp', address },
  ],
  identity: 'demo-user-pool',
  retention: { rawDays: 3650, logDays: 14 },
  alarms: { oldestMessageSeconds: 300 },
});

export const testRules = caseRulesOf(demoPolicy, testMerchant);
