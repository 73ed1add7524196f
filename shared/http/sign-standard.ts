import { createHmac } from 'node:crypto';

export interface Signable {
  readonly id: string;
  readonly sentAt: Date;
  readonly body: string;
}

/**
 * The headers of a Standard Webhooks 1.0.0 message, signed with HMAC-SHA256 over `<id>.<Unix seconds>.<body>`.
 * @param secret - The key's bytes.
 */
export function signedHeadersFor(secret: Uint8Array, { id, sentAt, body }: Signable): Record<string, string> {
  const timestamp = String(Math.floor(sentAt.getTime() / 1000));
  const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
