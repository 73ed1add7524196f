import type { ChannelName } from '#shared/counting/ports.ts';
import type { DeliveryRef } from '#shared/recording/ports.ts';
import type { CaseName } from '#shared/returns/opening/facts.ts';
import type { OrderName } from '#shared/returns/order-lines/order.ts';
import { tableNames } from '#shared/runtime/table-names.ts';

/** The primary key of one item. */
export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

const special = /[%#]|\p{Cs}/gu;
const escaped = /%(2[35]|D[89A-F][0-9A-F]{2})/g;

/** Makes untrusted text fit for one part of a key: no `#` is left, and different texts stay different (lone surrogates too, which UTF-8 would merge). */
export function encodeKeyPart(text: string): string {
  return text.replace(special, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The text that {@link encodeKeyPart} was given. */
export function decodeKeyPart(part: string): string {
  return part.replace(escaped, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function joinParts(...parts: readonly string[]): string {
  return parts.map(encodeKeyPart).join('#');
}

/** Partition keys. */
export const partitions = {
  case: (caseKey: string) => joinParts('CASE', caseKey),
  parcel: (number: string) => joinParts('PARCEL', number),
  alias: ({ kind, value }: CaseName) => joinParts('ALIAS', kind, value),
  /** Source and shop hold no colon. */
  order: ({ source, shop, orderId }: OrderName) => joinParts('ORDER', `${source}:${shop}:${orderId}`),
  delivery: ({ source, channel, id }: DeliveryRef) => joinParts('DELIVERY', source, channel, id),
  /** What the partitions of a source's deliveries begin with. */
  deliveriesOf: (source: string) => `${joinParts('DELIVERY', source)}#`,
  policy: 'POLICY',
  /** Calls to the warehouses of a case; apart from the record, so that whoever calls has no right to write one. */
  calls: (caseKey: string) => joinParts('CALL', caseKey),
  /** Claims of what people are told, and what each robot was told lately; apart from the records, like calls. */
  notified: (owner: string, thing: string, level: string) => joinParts('NOTIFIED', owner, thing, level),
  robot: (robot: string) => joinParts('NOTIFIED', robot),
  /** `name`: `<source>/<channel>/<shop>`. */
  cursor: (name: string) => joinParts('CURSOR', name),
  /** What was counted of a channel, an item an hour. */
  health: ({ source, channel }: ChannelName) => joinParts('HEALTH', source, channel),
} as const;

/** Sort keys. */
export const sorts = {
  snapshot: tableNames.snapshot,
  person: 'PERSON',
  sighting: 'SIGHTING',
  cursor: 'STATE',
  /** How a shop takes our token. */
  token: 'TOKEN',
  /** Behind each hour that is counted. */
  lastHour: '9',
  raw: 'RAW',
  policy: (effectiveAt: string, revision: string) => joinParts('REVISION', effectiveAt, revision),
  base: (id: string) => joinParts('BASE', id),
  observation: (id: string) => joinParts('OBS', id),
  parcelState: (number: string) => joinParts('OBS', 'parcel-state', number),
  notifiedBy: (robot: string) => joinParts('BY', robot),
  robot: 'ROBOT',
  call: (warehouseId: string) => joinParts(warehouseId),
  act: (n: number) => joinParts('ACT', String(n).padStart(8, '0')),
  link: (caseKey: string) => joinParts('LINK', caseKey),
  /** Of a case within its order. */
  ofCase: (caseKey: string) => joinParts('CASE', caseKey),
  held: ({ source, channel, id }: DeliveryRef) => joinParts('HELD', source, channel, id),
  /** `digest` is of the body, so that parts of two bodies under one delivery id never mix. */
  rawChunk: (digest: string, index: number) => joinParts('RAW', digest, String(index).padStart(2, '0')),
} as const;

/** What all sort keys of one kind begin with. */
export const sortPrefixes = {
  observations: 'OBS#',
  acts: 'ACT#',
  links: 'LINK#',
  ofCases: 'CASE#',
  held: 'HELD#',
  policies: 'REVISION#',
  /** What deployments brought: apart, so that an earlier release does not take them for a merchant's. */
  bases: 'BASE#',
  rawChunks: (digest: string) => `${joinParts('RAW', digest)}#`,
} as const;

/** The key of the record, or of the delivery, that a partition key stands for: its parts after the kind. */
export function partitionParts(pk: string): string[] {
  return pk.split('#').slice(1).map(decodeKeyPart);
}
