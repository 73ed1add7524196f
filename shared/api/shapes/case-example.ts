import type { Instant } from '#shared/returns/record/instant.ts';
import type { Value } from '#shared/returns/record/values.ts';
import { headlineWords } from '#shared/words/headline-words.ts';
import type { caseShape } from './case.ts';

const at = (time: string) => `2026-03-${time}:00.000Z` as Instant;
const refund = { amount: 39_800, currency: 'CNY' };

/** A return that is on its way. */
export const caseExample: Value<typeof caseShape> = {
  key: 'standard:main:RMA-1001',
  source: 'standard',
  shop: 'main',
  caseId: 'RMA-1001',
  version: 5,
  openedAt: at('10T01:00'),
  updatedAt: at('11T02:30'),
  headline: 'on-its-way',
  headlineText: headlineWords['on-its-way'],
  attention: [],
  decision: { value: 'approved', by: 'merchant', at: at('10T01:30') },
  orderId: 'SO-1001',
  kind: 'return',
  refund,
  reason: 'size',
  platformDeadlines: {},
  lines: [{ lineId: '1', sku: 'SHOE-RED-41', quantity: 2, unitPrice: { amount: 19_900, currency: 'CNY' } }],
  warehouse: { id: 'east', by: 'policy' },
  warehouseStatuses: {},
  goods: [
    {
      sku: 'SHOE-RED-41',
      expected: 2,
      received: 0,
      over: 0,
      short: 0,
      unexpected: 0,
      inspected: { passed: 0, 'passed-with-deduction': 0, failed: 0 },
      stockedIn: { sellable: 0, defective: 0 },
    },
  ],
  reports: [],
  quality: 'none',
  parcels: [
    {
      number: 'SF1234567890',
      carrier: 'sf',
      statedAt: at('10T04:00'),
      knownAt: at('10T04:00'),
      stands: true,
      stage: 'in-transit',
      sides: [],
      movedAt: at('11T02:30'),
      allotment: 'sole',
    },
  ],
  preAdvices: [
    {
      announcementId: 'standard:main:RMA-1001/5d41402a',
      warehouseId: 'east',
      trackingNumber: 'SF1234567890',
      state: 'announced',
      at: at('10T04:00'),
      accepted: true,
    },
  ],
  money: { owed: { amount: refund, basis: 'asked' }, outstanding: refund, actions: [], sums: [] },
  deadlines: [],
  disputes: [],
  tickets: [],
};
