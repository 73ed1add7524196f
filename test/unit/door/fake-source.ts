import { timingSafeEqual } from 'node:crypto';
import type { Merchant } from '#shared/merchant/merchant.ts';
import type { Receiver, WebhookRequest } from '#shared/sources/source.ts';

/** A source whose signature is the secret itself, in `x-key`. */
export const fake: Receiver = {
  source: 'fake',
  keptHeaders: ['x-topic', 'x-absent'],
  keptQuery: ['method', 'absent'],
  verify(request, secrets) {
    const given = Buffer.from(request.headers['x-key'] ?? '');
    const live = [secrets.current, secrets.previous].flatMap((each) => (each === undefined ? [] : [Buffer.from(each)]));
    const ok = live.some((each) => each.byteLength === given.byteLength && timingSafeEqual(each, given));
    return ok ? { ok } : { ok, reason: 'no secret matches' };
  },
  identify: (request) => ({
    deliveryId: request.headers['x-id'] ?? 'none',
    subject: request.headers['x-topic'] ?? 'none',
  }),
  accepted: { status: 202, headers: { 'x-said': 'thanks' }, body: 'taken' },
  handshake: (request) => (request.query.challenge ? { status: 200, body: request.query.challenge } : undefined),
};

export const channels = [
  { source: 'fake', channel: 'one', role: 'carrier', shops: [] },
  { source: 'fake', channel: 'two', role: 'carrier', shops: [] },
  { source: 'unwritten', channel: 'three', role: 'carrier', shops: [] },
] as const satisfies Merchant['channels'];

export const receiverOf = (source: string): Receiver | undefined => (source === 'fake' ? fake : undefined);

export function signed(changes: Partial<WebhookRequest> = {}): WebhookRequest {
  const headers = {
    'x-key': 'right',
    'x-id': 'delivery-1',
    'x-topic': 'moved',
    'user-agent': 'a sender',
    ...changes.headers,
  };
  return { method: 'POST', query: {}, rawQuery: '', rawBody: Buffer.from('{"name":"王小明"}'), ...changes, headers };
}
