import { Fault } from '#shared/fault/fault.ts';
import { signedHeadersFor } from '#shared/http/sign-standard.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { readSigningSecret } from '#shared/sources/signing-key.ts';
import type { RobotAnswer, RobotForm } from './robot.ts';

const pauseMinutes = 1;
const secretForm = 'whsec_ and base64 of 24 to 64 bytes';

/** A program that is told by posts signed after Standard Webhooks 1.0.0. `webhook-id` is the same when the same is told again. */
export const webhook: RobotForm = {
  hosts: [],
  secretForm,
  write({ id, type, isUrgent, title, lines, link, data }, { url, secret = '' }, now) {
    const key = readSigningSecret(secret);
    if (!key) {
      const advice = `put into the secret of the robot, as secret: ${secretForm}`;
      throw new Fault('secret-malformed', 'the secret that would sign notices is no key', { advice });
    }
    const timestamp = instantOf(now.getTime());
    const body = JSON.stringify({ type, timestamp, data: { ...data, isUrgent, title, lines, link: link?.url } });
    return { url, headers: signedHeadersFor(key, { id, sentAt: now, body }), body };
  },
  read: ({ status }): RobotAnswer => {
    if (status >= 200 && status < 300) {
      return { kind: 'ok' };
    }
    const reason = `answered ${status}`;
    return status === 429 || status >= 500 ? { kind: 'busy', reason, pauseMinutes } : { kind: 'refused', reason };
  },
};
