import { deliveryIdOf, hashId } from '../delivery-id.ts';
import type { Identity, WebhookRequest } from '../source.ts';
import { signedHeadersOf } from './signed-headers.ts';

const typeAtTheStart = /"type"\s*:\s*"([a-z]{1,30}(?:[.-][a-z]{1,30}){1,4})"/;
const lookedAtBytes = 1024;

/** The message by its `webhook-id`; the type, as far as it stands at the start of the body, for the log. */
export function identifyStandard({ headers, rawBody }: WebhookRequest): Identity {
  const { id } = signedHeadersOf(headers);
  const start = Buffer.from(rawBody.subarray(0, lookedAtBytes)).toString('latin1');
  return { deliveryId: id ? deliveryIdOf(id) : hashId(rawBody), subject: typeAtTheStart.exec(start)?.[1] ?? 'unknown' };
}
