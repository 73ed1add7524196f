import { createHash } from 'node:crypto';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import type { ParcelLink } from '#shared/returns/parcel/parcel.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { Delivery } from '#shared/sources/source.ts';

export const at = '2026-03-01T10:00:00.123Z' as Instant;

/** Bytes that do not compress, the same every time. */
export function noise(length: number): Uint8Array {
  return new Uint8Array(createHash('shake256', { outputLength: length }).update('noise').digest());
}

export function delivery(changes: Partial<Delivery> = {}): Delivery {
  return {
    source: 'fake',
    channel: 'one',
    id: 'delivery-1',
    via: 'webhook',
    receivedAt: at,
    headers: { 'x-topic': 'moved' },
    body: noise(100),
    ...changes,
  };
}

const units = {
  received: 1,
  inspected: { passed: 1, 'passed-with-deduction': 0, failed: 0 },
  stockedIn: { sellable: 1, defective: 0 },
};

/** All that a case may say to a parcel: one more member has to stand here, and so has to come through the queue. */
const wholeLink: Required<ParcelLink> = {
  caseKey: 'fake:main:RMA-1',
  revision: 3,
  stands: true,
  open: false,
  knownAt: at,
  statedAt: at,
  askedAt: at,
  endedAt: at,
  isWithdrawn: true,
  closedAt: at,
  isOutbound: true,
  isWithBuyer: true,
  isTypedOutbound: true,
  carrier: 'sf',
  warehouseId: 'east',
  lines: [{ sku: 'A', quantity: 1 }],
};

/** One message of every kind. */
export const samples: readonly InboxMessage[] = [
  { kind: 'delivery', delivery: delivery() },
  { kind: 'delivery', delivery: delivery({ via: 'read', headers: {}, body: new Uint8Array() }) },
  { kind: 'parcel-linked', number: 'SF123', link: wholeLink },
  {
    kind: 'parcel-linked',
    number: 'SF123',
    link: { caseKey: 'fake:main:RMA-1', revision: 1, stands: false, open: true, lines: [] },
  },
  { kind: 'named', caseKey: 'fake:main:RMA-1', aliases: [{ kind: 'case-id', value: 'RMA-1' }] },
  { kind: 'sibling', caseKey: 'fake:main:RMA-1', of: 'fake:main:RMA-2', revision: 3 },
  {
    kind: 'parcel-state',
    caseKey: 'fake:main:RMA-1',
    revision: 3,
    at,
    state: {
      number: 'SF123',
      carrier: 'sf',
      stage: 'received',
      sides: ['stuck'],
      receivedAt: at,
      goods: [{ fact: 'received', receiptId: 'r-1', warehouseId: 'east', at, lines: [{ sku: 'A', quantity: 1 }] }],
      units: { A: units },
      allotment: 'sole',
    },
  },
  {
    kind: 'strike',
    caseKey: 'fake:main:RMA-1',
    at,
  },
  {
    kind: 'strike',
    parcel: 'SF1234567890',
    at,
  },
  {
    kind: 'answered',
    record: { caseKey: 'fake:main:RMA-1' },
    callId: 'a-1/create/accepted',
    by: 'east',
    at,
    facts: [{ fact: 'pre-advice-answered', announcementId: 'a-1', accepted: true, at }],
  },
  {
    kind: 'answered',
    record: { parcel: 'SF123' },
    callId: 'follow/1/accepted',
    by: 'feed/one',
    at,
    facts: [{ fact: 'follow-answered', round: 1, accepted: true, at }],
  },
  {
    kind: 'act',
    record: { caseKey: 'fake:main:RMA-1' },
    act: { act: 'choose-warehouse', warehouseId: 'east', by: { person: 'subject-1' }, at },
    ifAct: 0,
  },
  { kind: 'act', record: { caseKey: 'fake:main:RMA-1' }, act: 'no act at all', ifAct: 0, key: 'k-1' },
  {
    kind: 'act',
    record: { parcel: 'SF123' },
    act: {
      act: 'allot',
      units: { 'fake:main:RMA-1': { A: units } },
      by: { policy: 'r1', row: '4', inputs: { kind: 'return' } },
      at,
    },
    ifAct: 7,
  },
  { kind: 'rebuild', record: { caseKey: 'fake:main:RMA-1' }, emit: true },
  { kind: 'rebuild', record: { parcel: 'SF123' }, emit: false },
  { kind: 'rebuild', record: { caseKey: 'fake:main:RMA-1' }, emit: ['attention', 'deadlines'] },
];
