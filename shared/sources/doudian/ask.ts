import * as z from 'zod';
import { Fault } from '#shared/fault/fault.ts';
import { callApi, faultOfStatus } from '../call-api.ts';
import { parseBody } from '../parse-body.ts';
import { parseLossless } from '../parse-lossless.ts';
import type { StoreBusy } from '../store-client.ts';
import { type ApiCall, type Doudian, signedRequest } from './signed-request.ts';

/** What Doudian answered: data, or a refusal that its method has to make something of. */
export type ApiAnswer =
  | { readonly kind: 'data'; readonly data: unknown }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | StoreBusy;

export interface Refusal {
  readonly code: number;
  /** A code of Doudian's, such as `isv.business-failed:10002`; empty for anything else. */
  readonly subCode: string;
  /** In Chinese; never to be repeated, as nobody knows what it quotes. */
  readonly words: string;
}

const success = 10_000;
/** Service not available, inner timeout, too many calls, server error. */
const busyCodes: ReadonlySet<number> = new Set([20_000, 20_001, 50_000, 60_000]);
const restWhenBusyMs = 2_000;

const number = z.union([z.int(), z.string().regex(/^\d{1,9}$/)]).transform(Number);
const text = z.string().nullish();
const envelope = z.object({
  code: number,
  sub_code: text,
  msg: text,
  message: text,
  sub_msg: text,
  data: z.unknown().optional(),
});

/**
 * Calls Doudian's open API (platforms-cn.md, 2 (c)). Ids above 2^53 in the data are texts of their digits. Not tried against Doudian itself.
 * @throws where only a person can help: the channel is not configured to sign, or the answer is not what the API documents; and as {@link callApi}.
 */
export async function askDoudian(doudian: Doudian, call: ApiCall): Promise<ApiAnswer> {
  if (!call.channel.appKey || !call.channel.api || !call.credentials.appSecret) {
    const advice = `give doudian/${call.channel.channel} an appKey, an api and a signing secret`;
    throw new Fault('not-configured', `doudian/${call.channel.channel} cannot call the platform`, { advice });
  }
  const called = await callApi(doudian, signedRequest(doudian, call));
  if (called.kind === 'busy') {
    return { kind: 'busy', restMs: called.restMs ?? restWhenBusyMs };
  }
  const { status, body } = called.answer;
  if (status !== 200) {
    const name = `doudian/${call.channel.channel}`;
    const advice = { known: `check the app and the access token of ${name}`, else: `check api.baseUrl of ${name}` };
    throw faultOfStatus(`shop ${call.shop}`, status, advice);
  }
  return answerOf(body, call.shop);
}

function answerOf(body: Buffer, shop: string): ApiAnswer {
  const parsed = parseBody(body, parseLossless);
  const read = envelope.safeParse(parsed.ok ? parsed.value : undefined);
  if (!read.success) {
    const advice = 'check api.baseUrl of its channel';
    throw new Fault('answer-not-understood', `shop ${shop} answered something that is not Doudian's JSON`, { advice });
  }
  const { code, sub_code: subCode, msg, message, sub_msg: subMsg, data } = read.data;
  if (code === success) {
    return { kind: 'data', data };
  }
  const refusal = { code, subCode: codeOf(subCode), words: [msg, message, subMsg].join(' ') };
  return isBusy(refusal) ? { kind: 'busy', restMs: restWhenBusyMs } : { kind: 'refused', refusal };
}

function codeOf(subCode: string | null | undefined): string {
  return subCode && /^[\w.:-]{1,80}$/.test(subCode) ? subCode : '';
}

/** `isp.` is a fault on the platform's side; but a method that was switched off stays so. */
function isBusy({ code, subCode }: Refusal): boolean {
  const isFault = subCode.startsWith('isp.') && !subCode.includes('service-off');
  return busyCodes.has(code) || isFault || subCode.includes('limit');
}
