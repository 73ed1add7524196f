import { millisOf } from '#shared/returns/record/instant.ts';
import { chinaTime } from '../china-time.ts';
import { equalBytes } from '../equal-bytes.ts';
import type { SigningSecrets, Verification, WebhookRequest } from '../source.ts';
import { qimenSign, type SignedParam } from './sign.ts';
import { signedRequestOf } from './signed-request.ts';

const toleranceMs = 10 * 60_000;
const signForm = /^[0-9A-Fa-f]{32}$/;

/** The signature in the query over query, listed headers and body; the signed time within ten minutes of ours (platforms-cn.md, 4(b) and 0.3). */
export function verifyQimen(request: WebhookRequest, secrets: SigningSecrets, now: Date): Verification {
  const signed = signedRequestOf(request);
  if (!signed) {
    return refuse('a parameter is malformed or there twice');
  }
  const { params, body } = signed;
  const sign = textOf(params, 'sign');
  if (!signForm.test(sign) || textOf(params, 'sign_method') !== 'md5') {
    return refuse('the signature is missing, malformed or not by md5');
  }
  const sentAt = chinaTime(textOf(params, 'timestamp'));
  if (!sentAt || Math.abs(now.getTime() - millisOf(sentAt)) > toleranceMs) {
    return refuse('the timestamp is malformed or more than ten minutes off');
  }
  const given = Buffer.from(sign, 'hex');
  const isGenuine = [secrets.current, secrets.previous].some(
    (secret) => secret && equalBytes(qimenSign(secret, params, body), given),
  );
  return isGenuine ? { ok: true } : refuse('no signature matches');
}

function refuse(reason: string): Verification {
  return { ok: false, reason };
}

function textOf(params: readonly SignedParam[], name: string): string {
  return Buffer.from(params.find((each) => each.name === name)?.value ?? []).toString('latin1');
}
