import { hashId } from '../delivery-id.ts';
import type { Receiver } from '../source.ts';
import { verifyTemplate } from './verify.ts';

/** The half that stands at the door. This sender gives no delivery id, so the body's hash is one. */
export const templateReceiver: Receiver = {
  source: 'template',
  keptHeaders: [],
  verify: (request, secrets) => verifyTemplate(request, secrets),
  identify: ({ rawBody }) => ({ deliveryId: hashId(rawBody), subject: 'return' }),
  accepted: { status: 200 },
};
