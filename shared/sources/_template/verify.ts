import { createHmac } from 'node:crypto';
import { equalBytes } from '../equal-bytes.ts';
import type { SigningSecrets, Verification, WebhookRequest } from '../source.ts';
import { decodeBase64 } from '../strict-base64.ts';

/** How this sender signs: here base64(HMAC-SHA256(secret as text, raw body)) in one header. */
export function verifyTemplate(
  { headers, rawBody }: WebhookRequest,
  { current, previous }: SigningSecrets,
): Verification {
  const signature = decodeBase64(headers['x-template-signature'] ?? '');
  const isGenuine = [current, previous].some((secret) => {
    return secret && signature && equalBytes(createHmac('sha256', secret).update(rawBody).digest(), signature);
  });
  return isGenuine ? { ok: true } : { ok: false, reason: 'no signature matches' };
}
