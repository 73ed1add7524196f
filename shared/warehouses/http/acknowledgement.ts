import * as z from 'zod';
import type { PostAnswer } from '#shared/http/guarded-post.ts';
import { parseBody } from '#shared/sources/parse-body.ts';
import type { CallResult } from '../connector.ts';
import type { HttpCall } from './message.ts';

const orderIdForm = /^[\x21-\x7e]{1,64}$/;
/** A code. A sentence may hold a person's name, and a run of digits may be a phone. */
const reasonForm = /^(?!.*\d{5})[A-Za-z0-9][\w.-]{0,39}$/;

const acknowledgement = z.discriminatedUnion('accepted', [
  z.object({ accepted: z.literal(true), orderId: z.string().regex(orderIdForm).optional().catch(undefined) }),
  z.object({ accepted: z.literal(false), reason: z.string().regex(reasonForm).catch('no-reason-code') }),
]);
type Acknowledgement = z.output<typeof acknowledgement>;

/** Answers that say something of the moment or of a setting (a secret, an address), and nothing of the order: they pass when that is mended. */
const passing: readonly number[] = [401, 403, 404, 408, 425, 429];

/** What an answer means (docs/http-warehouse.md). A reason repeats nothing of it but a code. */
export function resultOf(kind: HttpCall, { status, body }: PostAnswer): CallResult {
  const said = readAcknowledgement(body);
  if (status >= 200 && status < 300) {
    return said ? answered(said) : { kind: 'unknown', reason: `answered ${status} without an acknowledgement` };
  }
  if (status === 409 && said?.accepted) {
    return answered(said);
  }
  // A 404 without an acknowledgement may come from whatever stands before the WMS, which still has the order.
  if (kind === 'cancel' && status === 404 && said) {
    return { kind: 'accepted' };
  }
  const isFinal = status >= 400 && status < 500 && !passing.includes(status);
  return { kind: isFinal ? 'refused' : 'unknown', reason: `answered ${status}` };
}

function answered(said: Acknowledgement): CallResult {
  if (!said.accepted) {
    return { kind: 'refused', reason: said.reason };
  }
  return { kind: 'accepted', ...(said.orderId && { orderId: said.orderId }) };
}

function readAcknowledgement(body: Uint8Array): Acknowledgement | undefined {
  const parsed = parseBody(body, JSON.parse);
  return parsed.ok ? acknowledgement.safeParse(parsed.value).data : undefined;
}
