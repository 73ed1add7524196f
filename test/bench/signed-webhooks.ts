import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { encodeMessage } from '#shared/messages/encode-message.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { receiverOf } from '#shared/sources/receivers.ts';

export const senders = ['standard', 'shopify'] as const;
export type Sender = (typeof senders)[number];

const standardKey = Buffer.alloc(32, 'bench-standard-key');
const shopifySecret = 'bench-shopify-secret';

/** What Secrets Manager holds, by name. */
export const secretsByName = {
  'backhaul/demo/standard/own-store': JSON.stringify({
    current: `whsec_${standardKey.toString('base64')}`,
    previous: null,
  }),
  'backhaul/demo/shopify/acme-goods': JSON.stringify({ current: shopifySecret, previous: null }),
} as const;

/** One webhook: what an HTTP API hands to the function, and the message that the door makes of it. */
export type BenchEvent = APIGatewayProxyEventV2 & { readonly message: string };

interface Signed {
  readonly source: Sender;
  readonly channel: string;
  readonly id: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const returnRequest = readFileSync(join(import.meta.dirname, '../fixtures/shopify/returns-request.body'), 'utf8');

/** Webhooks as their senders sign them, each with an id and a body of its own. `run` keeps those of two runs apart. */
export function signWebhooks(sender: Sender, run: string, count: number): BenchEvent[] {
  const sign = sender === 'standard' ? signStandard : signShopify;
  return Array.from({ length: count }, (_, index) => eventOf(sign(run, index)));
}

function signStandard(run: string, index: number): Signed {
  const id = `msg_${run}_${index}`;
  const timestamp = String(Math.floor(Date.now() / 1000));
  const body = JSON.stringify({
    type: 'return.requested',
    timestamp: new Date().toISOString(),
    data: requestOf(`${run}-${index}`),
  });
  const signature = createHmac('sha256', standardKey).update(`${id}.${timestamp}.${body}`).digest('base64');
  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
  return { source: 'standard', channel: 'own-store', id, body, headers };
}

function signShopify(run: string, index: number): Signed {
  const id = `${run}-${index}`;
  const body = returnRequest
    .replaceAll('9007199254740993', String(7_000_000_000 + index))
    .replace('#1042-R1', `#${id}-R1`);
  const headers = {
    'x-shopify-topic': 'returns/request',
    'x-shopify-shop-domain': 'acme-goods.myshopify.com',
    'x-shopify-webhook-id': id,
    'x-shopify-event-id': `event-${id}`,
    'x-shopify-triggered-at': new Date().toISOString(),
    'x-shopify-api-version': '2026-07',
    'x-shopify-hmac-sha256': createHmac('sha256', shopifySecret).update(body).digest('base64'),
  };
  return { source: 'shopify', channel: 'acme-goods', id, body, headers };
}

function requestOf(caseId: string): object {
  return {
    caseId,
    orderId: `SO-${caseId}`,
    kind: 'return',
    reason: { code: 'size', text: '尺码偏小，想换大一码；包装完好，吊牌未拆。' },
    lines: [
      {
        lineId: '1',
        sku: 'SHOE-RED-41',
        quantity: 1,
        unitPrice: { amount: 29900, currency: 'CNY' },
        title: '跑步鞋 红色 41 码',
        category: 'shoes',
      },
      {
        lineId: '2',
        sku: 'SOCK-WHITE-M',
        quantity: 2,
        unitPrice: { amount: 1900, currency: 'CNY' },
        title: '运动袜 白色 M',
        category: 'socks',
      },
    ],
    refund: { amount: 33700, currency: 'CNY' },
    paid: { amount: 33700, currency: 'CNY' },
    freightPaid: { amount: 0, currency: 'CNY' },
    orderState: 'delivered',
    deliveredAt: '2026-03-01T02:00:00Z',
    evidence: [`https://media.example.com/${caseId}/1.jpg`, `https://media.example.com/${caseId}/2.jpg`],
    note: '请尽快处理',
    buyer: { ref: `b-${caseId}`, language: 'zh-CN', phoneTail: '0000' },
    fulfilment: { outboundOrderId: `OUT-${caseId}`, warehouseId: 'east' },
  };
}

function eventOf({ source, channel, id, body, headers: signed }: Signed): BenchEvent {
  const path = `/webhooks/${source}/${channel}`;
  const headers = {
    accept: '*/*',
    'content-length': String(Buffer.byteLength(body)),
    'content-type': 'application/json',
    host: 'hooks.example.com',
    'user-agent': 'bench',
    'x-amzn-trace-id': 'Root=1-65f00000-000000000000000000000000',
    'x-forwarded-for': '192.0.2.1',
    'x-forwarded-port': '443',
    'x-forwarded-proto': 'https',
    ...signed,
  };
  const http = { method: 'POST', path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'bench' };
  const requestContext = { accountId: '000000000000', apiId: 'bench', http, requestId: id, stage: '$default' };
  return {
    version: '2.0',
    routeKey: 'ANY /webhooks/{source}/{channel}',
    rawPath: path,
    rawQueryString: '',
    headers,
    requestContext: requestContext as APIGatewayProxyEventV2['requestContext'],
    body,
    pathParameters: { source, channel },
    isBase64Encoded: false,
    message: messageOf({ source, channel, id, body, headers: signed }),
  };
}

/** The text that the door sends for it, but for the instant of its receipt. */
function messageOf({ source, channel, id, body, headers }: Signed): string {
  const kept = receiverOf(source)?.keptHeaders ?? [];
  const delivery = {
    source,
    channel,
    id,
    via: 'webhook',
    receivedAt: instantOf(Date.now()),
    headers: Object.fromEntries(kept.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]]))),
    body: Buffer.from(body),
  } as const;
  return encodeMessage({ kind: 'delivery', delivery }).text;
}
