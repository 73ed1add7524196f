import { createHash } from 'node:crypto';
import { equalBytes } from '../equal-bytes.ts';
import type { SigningSecrets, Verification, WebhookRequest } from '../source.ts';
import { readForm } from './form.ts';

const signatureForm = /^[0-9a-f]{32}$/i;

/**
 * Hex MD5 of the decoded `param` and the salt that we subscribed with (platforms-cn.md, 11b). An empty salt is no secret: a push signed with
 * one is refused.
 */
export function verifyKuaidi100({ rawBody }: WebhookRequest, { current, previous }: SigningSecrets): Verification {
  const form = readForm(rawBody);
  if (!form) {
    return refuse('the body is no form, or names a field twice');
  }
  const [param, sign = ''] = [form.get('param'), form.get('sign')];
  if (!param || !signatureForm.test(sign)) {
    return refuse('param or sign is missing or malformed');
  }
  const signature = Buffer.from(sign, 'hex');
  const isGenuine = [current, previous].some((salt) => salt && equalBytes(md5Of(param + salt), signature));
  return isGenuine ? { ok: true } : refuse('no signature matches');
}

function md5Of(text: string): Uint8Array {
  return createHash('md5').update(text).digest();
}

function refuse(reason: string): Verification {
  return { ok: false, reason };
}
