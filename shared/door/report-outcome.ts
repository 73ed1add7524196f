import type { Arrival, Outcome } from './accept-webhook.ts';

interface Report {
  readonly line: Readonly<Record<string, string | number | undefined>>;
  readonly metric: { readonly name: string; readonly reason?: string };
}

const nameForm = /^[a-z0-9-]{1,31}$/;
const maxTextLength = 120;

/** An outcome for the log and the metrics: ids, sizes and classes, nothing from the body. */
export function reportOutcome({ source, channel, request }: Arrival, outcome: Outcome): Report {
  const identity = 'identity' in outcome ? outcome.identity : undefined;
  const line = {
    source: logName(source),
    channel: logName(channel),
    method: request.method,
    bytes: request.rawBody.byteLength,
    deliveryId: identity?.deliveryId.slice(0, maxTextLength),
    subject: identity?.subject.slice(0, maxTextLength),
    outcome: outcome.kind,
  };
  switch (outcome.kind) {
    case 'accepted':
      return { line, metric: { name: 'WebhookAccepted' } };
    case 'handshake':
      return { line, metric: { name: 'WebhookHandshake' } };
    case 'refused':
      return {
        line: { ...line, detail: outcome.detail?.slice(0, maxTextLength) },
        metric: { name: 'WebhookRefused', reason: outcome.reason },
      };
    case 'unavailable':
      return { line, metric: { name: 'WebhookUnavailable', reason: outcome.what } };
  }
}

/** A path is anyone's text; only what could be a name of ours is written down. */
function logName(text: string): string {
  return nameForm.test(text) ? text : '(not a name)';
}
