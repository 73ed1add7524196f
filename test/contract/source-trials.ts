import type { Merchant } from '#shared/merchant/merchant.ts';
import { toInstant } from '#shared/returns/record/instant.ts';
import type { Delivery } from '#shared/sources/source.ts';
import {
  doudianVectors,
  fixture,
  kuaidi100Vectors,
  merchant,
  qimenVectors,
  shopifyVectors,
  standardPayloadVectors,
  standardVectors,
  templateVectors,
  type Vector,
} from './source-vectors.ts';

const read: Delivery = {
  source: 'shopify',
  channel: 'acme-goods',
  id: 'read.1',
  via: 'read',
  receivedAt: toInstant('2026-01-22T16:00:03Z') ?? ('' as never),
  headers: {},
  body: fixture('shopify/read-return'),
};

const readAtDoudian: Delivery = {
  ...read,
  source: 'doudian',
  channel: 'flagship-app',
  id: 'read.2',
  receivedAt: toInstant('2024-05-06T03:40:02.500Z') ?? ('' as never),
  body: fixture('doudian/read-case'),
};

/** The demo merchant, with a channel of the source that is there to be copied. */
export const withTemplate: Merchant = {
  ...merchant,
  channels: [...merchant.channels, { source: 'template', channel: 'template', role: 'store', shops: ['t'] }],
};

export interface Trial {
  readonly vectors: readonly Vector[];
  readonly deliveries: readonly Delivery[];
}

/** What each registered source is tried with; a source that is not here fails in sources.test.ts. */
export const trials: Readonly<Record<string, Trial>> = {
  standard: { vectors: [...standardVectors, ...standardPayloadVectors], deliveries: [] },
  shopify: { vectors: shopifyVectors, deliveries: [read] },
  doudian: { vectors: doudianVectors, deliveries: [readAtDoudian] },
  kuaidi100: { vectors: kuaidi100Vectors, deliveries: [] },
  qimen: { vectors: qimenVectors, deliveries: [] },
  template: { vectors: templateVectors, deliveries: [] },
};
