import { readFileSync } from 'node:fs';
import { merchantSchema } from '#shared/merchant/merchant.ts';
import type { SigningSecrets } from '#shared/sources/source.ts';
import demo from '../../infra/merchants/demo.json' with { type: 'json' };
import { signShopify, signStandard } from '../simulators/sign.ts';

export const merchant = merchantSchema.parse(demo);

/** A request that must verify, and what a change of it must break. */
export interface Vector {
  readonly name: string;
  readonly channel: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly secrets: SigningSecrets;
  readonly now: Date;
  /** The query as it crosses the wire. */
  readonly rawQuery?: string;
  /** Where the signature stands, and the very text there that these secrets match. */
  readonly signedIn: { readonly header: string } | { readonly query: true } | { readonly form: true };
  readonly signature: string;
  /** Under which it is kept, where that is more than a hash: so that a pattern which finds nothing is seen. */
  readonly deliveryId?: string;
  /** Headers without which, or with two of which, it must not verify. */
  readonly neededHeaders: readonly string[];
  readonly foreignSecret: string;
}

/** A fixture's bytes. */
export function fixture(name: string): Buffer {
  return readFileSync(new URL(`../fixtures/${name}.body`, import.meta.url));
}

const t0 = new Date('2026-01-15T08:00:00Z');
export const standardSecret = 'whsec_cmV0dXJucy1odWItZGVtby1rZXktMDEyMzQ1Njc4OSE=';
const previousSecret = 'whsec_cHJldmlvdXMtZGVtby1rZXktYWJjZGVmZ2hpamtsbW4=';
const foreignStandard = 'whsec_b3RoZXItdGVuYW50cy1rZXktMDEyMzQ1Njc4OSEhISE=';
const v1 = 'JWPtFGo2w6M0z1KTblPyQqzD7qZNxmYGWe5PLPQHA5w=';
const v1ByPrevious = 'nc3bG5od5Trd9uuxZRb+bb4GMuBmnSZz6f3mt0BFhaI=';
const v1a = '2+hx8ImpSVIgbpFhqSysIT5TiB+ufNUeEccT8vzOUmFMhD7tsnJ7dlL9qlZBTA4h+qt0MtnKxBWFdqSDRz7BDg==';
export const v1aPublicKey = 'whpk_vRaFgQF+v3fGEAiKqIE2U1r4H/060J6Yk7UTYItzLeY=';

interface StandardCase {
  readonly header: string;
  readonly signature: string;
  readonly secrets: SigningSecrets;
}

function standard(name: string, { header, signature, secrets }: StandardCase, more: Partial<Vector> = {}): Vector {
  return {
    name,
    channel: 'wms-east',
    headers: {
      'webhook-id': 'msg_2rK8demo0000000000000001',
      'webhook-timestamp': '1768464000',
      'webhook-signature': header,
    },
    body: fixture('standard/return-inspected-proposal'),
    secrets,
    now: t0,
    signedIn: { header: 'webhook-signature' },
    signature,
    neededHeaders: ['webhook-id', 'webhook-timestamp', 'webhook-signature'],
    foreignSecret: foreignStandard,
    ...more,
  };
}

/** platforms-global.md, 4.1. */
export const standardVectors: readonly Vector[] = [
  standard('v1', { header: `v1,${v1}`, signature: v1, secrets: { current: standardSecret } }),
  standard('v1 with a secret without its prefix', {
    header: `v1,${v1}`,
    signature: v1,
    secrets: { current: standardSecret.replace('whsec_', '') },
  }),
  standard('v1 by the previous secret', {
    header: `v1,${v1ByPrevious}`,
    signature: v1ByPrevious,
    secrets: { current: standardSecret, previous: previousSecret },
  }),
  standard('two signatures, ours second', {
    header: `v1,${v1ByPrevious} v1,${v1}`,
    signature: v1,
    secrets: { current: standardSecret },
  }),
  standard('two signatures, ours first', {
    header: `v1,${v1ByPrevious} v1,${v1}`,
    signature: v1ByPrevious,
    secrets: { current: previousSecret },
  }),
  standard('v1a', { header: `v1a,${v1a}`, signature: v1a, secrets: { current: v1aPublicKey } }),
  standard('v1a while the sender leaves v1', {
    header: `v0,abc v1a,${v1a}`,
    signature: v1a,
    secrets: { current: v1aPublicKey, previous: standardSecret },
  }),
  standard(
    'svix header names, the published vector',
    {
      header: '',
      signature: 'g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
      secrets: { current: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' },
    },
    {
      headers: {
        'svix-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
        'svix-timestamp': '1614265330',
        'svix-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
      },
      body: fixture('standard/published'),
      now: new Date(1_614_265_330_000),
      signedIn: { header: 'svix-signature' },
      neededHeaders: ['svix-id', 'svix-timestamp', 'svix-signature'],
    },
  ),
];

const shopifySecret = 'shopify-app-client-secret-demo';

const shopifySignatures: readonly (readonly [topic: string, signature: string])[] = [
  ['returns/request', 'wD/yI5v7lTba86KTch0+71LSDWKmTaJrAsI3tZuoSxQ='],
  ['returns/approve', 'eI/+WnXm8aOFzA6KEjCGxOrhqqrH+D75yKYwADJDuXE='],
  ['returns/decline', 'hBjMPpwDVkMD43nSPyTcDX+I7D1oyRt5tijABPQ3Ytg='],
  ['returns/cancel', 'WedIT55geZIn6ouA5ncIoL7gBSCZPQN9rvKUtusQrzw='],
  ['returns/close', 'edb3xxpj1nhADplUWc9g5aAH49c8AlRO+t7Px69mytg='],
  ['returns/update', 'etgpQpeVus98sH+S+mXxTNkAmVZ8J1US9oB+rSuAfRs='],
  ['reverse_deliveries/attach_deliverable', '5+KiHW5t+ENwrYq3g8QwXTBgVteqZF4yFfXIxBDhzUk='],
  ['reverse_fulfillment_orders/dispose', 'KXAYNX3YTkw4pDgtmWgw34GroNdSniFtiykCJ7OD3gE='],
  ['refunds/create', 'gp3LaFh6rKF/+TGIGZD7xX8UbihGwDTEgPOoG+yBRXA='],
  ['disputes/create', '+ccAufNj+wIS6e+UkzJ7dPXMCw9s81dqJzXv21GvR7c='],
];

/** platforms-global.md, 2.1; the lower-case family is the Events preview's. */
export const shopifyVectors: readonly Vector[] = [
  ...shopifySignatures.map(([topic, signature]) => shopify(topic, signature, 'x-shopify-')),
  ...shopifySignatures.slice(0, 1).map(([topic, signature]) => shopify(topic, signature, 'shopify-')),
];

function shopify(topic: string, signature: string, family: string): Vector {
  return {
    name: `${topic} (${family}*)`,
    channel: 'acme-goods',
    headers: {
      [`${family}topic`]: topic,
      [`${family}hmac-sha256`]: signature,
      [`${family}shop-domain`]: 'acme-goods.myshopify.com',
      [`${family}api-version`]: '2026-01',
      [`${family}webhook-id`]: 'b1a7f0de-0000-4000-8000-000000000001',
      [`${family}event-id`]: 'c2a7f0de-0000-4000-8000-000000000002',
      [`${family}triggered-at`]: '2026-01-15T08:00:00.123456789Z',
    },
    body: fixture(`shopify/${topic.replace('/', '-').replaceAll('_', '-')}`),
    secrets: { current: shopifySecret },
    now: t0,
    signedIn: { header: `${family}hmac-sha256` },
    signature,
    neededHeaders: ['topic', 'hmac-sha256', 'shop-domain', 'webhook-id'].map((name) => family + name),
    foreignSecret: 'other-apps-client-secret',
  };
}

const templateBody = Buffer.from('{"returnId":"R-1","openedAt":"2026-01-15T08:00:00Z"}');
const templateSignature = signShopify('template-secret', templateBody, { topic: '', shop: '', webhookId: '' });

export const templateVectors: readonly Vector[] = [
  {
    name: 'a signed body',
    channel: 'template',
    headers: { 'x-template-signature': templateSignature['x-shopify-hmac-sha256'] ?? '' },
    body: templateBody,
    secrets: { current: 'template-secret' },
    now: t0,
    signedIn: { header: 'x-template-signature' },
    signature: templateSignature['x-shopify-hmac-sha256'] ?? '',
    neededHeaders: ['x-template-signature'],
    foreignSecret: 'another-secret',
  },
];

/** Bodies of the payload table, by the channel that sends them. */
export const standardBodies: readonly (readonly [channel: string, name: string])[] = [
  ['own-store', 'return-requested'],
  ['own-store', 'return-amended'],
  ['own-store', 'return-withdrawn'],
  ['own-store', 'return-closed'],
  ['own-store', 'return-reopened'],
  ['own-store', 'return-decided'],
  ['own-store', 'return-shipped'],
  ['carrier-feed', 'parcel-moved'],
  ['wms-east', 'parcel-received'],
  ['wms-east', 'return-inspected'],
  ['wms-east', 'return-stocked-in'],
  ['own-store', 'refund-completed'],
  ['own-store', 'refund-failed'],
  ['own-store', 'return-disputed'],
  ['own-store', 'dispute-closed'],
  ['help-desk', 'message-sent'],
  ['help-desk', 'message-received'],
  ['own-store', 'shipment-stop-requested'],
  ['own-store', 'shipment-stopped'],
  ['own-store', 'order-shipped'],
  ['own-store', 'replacement-shipped'],
  ['help-desk', 'ticket-linked'],
  ['help-desk', 'case-written-up'],
  ['wms-east', 'preadvice-acknowledged'],
];

/** Each of these signed as its sender would. */
export const standardPayloadVectors: readonly Vector[] = standardBodies.map(([channel, name], index) => {
  const body = fixture(`standard/${name}`);
  const headers = signStandard(standardSecret, { id: `msg_${index}`, timestamp: 1_768_464_000, body });
  const signature = headers['webhook-signature']?.replace('v1,', '') ?? '';
  const base = standard(name, { header: '', signature, secrets: { current: standardSecret } });
  return { ...base, channel, headers, body };
});

function doudian(
  name: string,
  signature: string,
  secrets: SigningSecrets = { current: 'dd-test-secret-0001' },
): Vector {
  return {
    name: `${name}${secrets.previous ? ' by the previous secret' : ''}`,
    channel: 'flagship-app',
    headers: { 'app-id': '7000000000000000001', 'event-sign': signature },
    body: fixture(`doudian/${name}`),
    secrets,
    now: t0,
    signedIn: { header: 'event-sign' },
    signature,
    neededHeaders: ['app-id', 'event-sign'],
    foreignSecret: 'dd-secret-of-another-app',
  };
}

/** platforms-cn.md, 2 and annex A (`doudian`, `doudian_ping`); the last is signed with the same secret. */
export const doudianVectors: readonly Vector[] = [
  doudian('message-203', '0ac5cade55cc844e6d0ed2646e37d336'),
  doudian('message-203', '0ac5cade55cc844e6d0ed2646e37d336', {
    current: 'new-secret',
    previous: 'dd-test-secret-0001',
  }),
  doudian('endpoint-check', '7e3b3b0f6be21405297560c3fd6439dd'),
  doudian('two-messages', '9a4b410464c44b9345c848a760137ccc'),
];

function kuaidi100(fixtureName: string, signature: string, secrets: SigningSecrets = { current: 'k100salt' }): Vector {
  return {
    name: `${fixtureName}${secrets.previous ? ' by the previous salt' : ''}`,
    channel: 'feed',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: fixture(`kuaidi100/${fixtureName}`),
    secrets,
    now: t0,
    signedIn: { form: true },
    signature,
    neededHeaders: [],
    foreignSecret: 'other-merchants-salt',
  };
}

/** platforms-cn.md, 11 and annex A (`k100`); the others are signed with the same salt. */
export const kuaidi100Vectors: readonly Vector[] = [
  kuaidi100('delivered', 'C17CF11B01BA72067112607258B7651F'),
  kuaidi100('delivered', 'C17CF11B01BA72067112607258B7651F', { current: 'new-salt', previous: 'k100salt' }),
  kuaidi100('aborted', 'E45B6DE5144F86F056FFC208F87164F4'),
  kuaidi100('carrier-corrected', '789EE9D28A82ADF64DA69E205BC93B67'),
  kuaidi100('finished', 'FECF3DEABF59D5D5A5A6E5DA7C7A6DBC'),
];

function qimen(
  fixtureName: string,
  signature: string,
  more: { charset?: string; secrets?: SigningSecrets } = {},
): Vector {
  const { charset = 'utf-8', secrets = { current: 'qimen-test-secret' } } = more;
  const method = fixtureName.replace(/-gbk$/, '').replace('-', '.');
  return {
    name: `${fixtureName}${secrets.previous ? ' by the previous secret' : ''}`,
    channel: 'wms-hangzhou',
    headers: { 'content-type': `text/xml;charset=${charset}` },
    body: fixture(`qimen/${fixtureName}`),
    rawQuery: `app_key=12345678&customerId=c-wh-01&format=xml&method=taobao.qimen.${method}&sign_method=md5&timestamp=2024-05-06+12%3A00%3A00&v=2.0&sign=${signature}`,
    secrets,
    now: new Date('2024-05-06T12:00:00+08:00'),
    signedIn: { query: true },
    signature,
    neededHeaders: [],
    foreignSecret: 'other-merchants-secret',
  };
}

/** platforms-cn.md, 4 and annex A (`qimen`); the others are signed with the same secret. */
export const qimenVectors: readonly Vector[] = [
  qimen('returnorder-confirm', '8D479786CF20B2AEA05861500BE97E8A'),
  qimen('returnorder-confirm', '8D479786CF20B2AEA05861500BE97E8A', {
    secrets: { current: 'new-secret', previous: 'qimen-test-secret' },
  }),
  // What we send is signed as what we receive: this one never comes in, and its every change must show all the same.
  qimen('returnorder-create', '6D14DB72E09447214D4A7DDF2E1821E4'),
  qimen('returnorder-confirm-gbk', '0FEDEC2FB3C1EBF3F5520B2C48975A34', { charset: 'GBK' }),
  qimen('returnpackage-report', '741001E596499CFE416E3501C12BD44E'),
  qimen('orderprocess-report', '1A2FA2DE084C6B51E32E69349D6E233A'),
];
