import type { Instant } from '#shared/returns/record/instant.ts';
import type { Value } from '#shared/returns/record/values.ts';
import type { caseEntry, parcelEntry } from './entry.ts';

const at = (time: string) => `2026-03-${time}:00.000Z` as Instant;

/** A request that the platform will decide by itself soon. */
export const caseEntryExample: Value<typeof caseEntry> = {
  record: 'case',
  key: 'standard:main:RMA-1001',
  source: 'standard',
  shop: 'main',
  caseId: 'RMA-1001',
  headline: 'requested',
  kind: 'return',
  reason: 'size',
  orderId: 'SO-1001',
  goods: { sku: 'SHOE-RED-41', title: 'Running shoe', quantity: 1, more: 0 },
  skus: [],
  numbers: [],
  openedAt: at('10T01:00'),
  currency: 'CNY',
  asked: 12_900,
  version: 2,
  writtenAt: at('10T01:00'),
  isOpen: true,
  todos: [{ group: 'to-decide', action: 'decide', waitsOn: 'team', since: at('10T01:00'), stake: 12_900 }],
  platform: { kind: 'platform-decision', subject: 'decision', dueAt: at('11T01:00') },
  work: { notes: 0 },
};

export const parcelEntryExample: Value<typeof parcelEntry> = {
  record: 'parcel',
  number: 'SF1234567890',
  carrier: 'sf',
  warehouseId: 'east',
  since: at('10T06:00'),
  goods: [{ sku: 'SHOE-RED-41', quantity: 1 }],
  version: 3,
  writtenAt: at('10T06:00'),
  isOpen: true,
  todos: [{ group: 'unclaimed', action: 'find-case', waitsOn: 'team', since: at('10T06:00') }],
  work: { notes: 0 },
};
