import { createHash } from 'node:crypto';
import { mostRounds } from '#shared/returns/parcel/parcel.ts';
import { deliveryIdOf, hashId } from '../delivery-id.ts';
import type { Identity, Receiver, WebhookRequest } from '../source.ts';
import { readForm } from './form.ts';
import { verifyKuaidi100 } from './verify.ts';

/** As our callback URL names them. Nothing signs the query, so it may not name as many deliveries as somebody likes. */
const laterRounds = Array.from({ length: mostRounds - 1 }, (_, index) => String(index + 2));
const statuses: readonly unknown[] = ['polling', 'shutdown', 'abort', 'updateall'];

/** Kuaidi100's pushes. Any other answer than this one counts as a failure there, and the push comes again (platforms-cn.md, 11d). */
export const kuaidi100Receiver: Receiver = {
  source: 'kuaidi100',
  keptHeaders: [],
  verify: (request, secrets) => verifyKuaidi100(request, secrets),
  identify,
  accepted: {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: '{"result":true,"returnCode":"200","message":"成功"}',
  },
};

/**
 * A push has no id of its own: carrier, number and content make one. A feed that gives up a number twice says the same words twice, so the round
 * of the subscription, which our callback URL carries from the second on, is part of it.
 */
function identify({ rawBody, query }: WebhookRequest): Identity {
  const param = readForm(rawBody)?.get('param') ?? '';
  const { status, com, nu } = headOf(param);
  const subject = statuses.includes(status) ? String(status) : 'unknown';
  if (typeof com !== 'string' || typeof nu !== 'string') {
    return { deliveryId: hashId(rawBody), subject };
  }
  const parts = ['k100', com, nu, createHash('md5').update(param).digest('hex')];
  return {
    deliveryId: deliveryIdOf([...parts, ...laterRounds.filter((round) => round === query.round)].join(':')),
    subject,
  };
}

function headOf(param: string): { readonly status?: unknown; readonly com?: unknown; readonly nu?: unknown } {
  try {
    const { status, lastResult } = Object(JSON.parse(param));
    const { com, nu } = Object(lastResult);
    return { status, com, nu };
  } catch {
    return {};
  }
}
