import { deliveryIdOf, hashId } from '../delivery-id.ts';
import type { Identity, WebhookRequest } from '../source.ts';
import { reportOf } from './method.ts';

const orderCode = /<(?:returnOrderCode|orderCode)>\s*([^<>&]{1,100})</;
const messageId = /<outBizCode>\s*([^<>&]{1,100})</;

/**
 * `qimen:{customerId}:{report}:{order}:{outBizCode}`, else with a hash of the body instead of the code. The report and the order are part of it
 * because some WMS number their messages anew for each of them.
 */
export function identifyQimen({ query, rawBody }: WebhookRequest): Identity {
  const subject = reportOf(query.method ?? '') ?? 'unknown';
  const text = Buffer.from(rawBody).toString('latin1');
  // In a comment or a CDATA section could stand, as text, what looks like the element.
  const isPlain = !text.includes('<!');
  const order = isPlain ? firstOf(orderCode, text) : undefined;
  const message = isPlain ? firstOf(messageId, text) : undefined;
  const parts = [query.customerid ?? '', subject, order ?? '', message ?? shortHash(rawBody)];
  return { deliveryId: nameOf(parts), subject };
}

/** A part that holds a colon itself could make two lists of parts run together. */
function nameOf(parts: readonly string[]): string {
  return parts.some((part) => part.includes(':'))
    ? hashId(JSON.stringify(parts))
    : deliveryIdOf(['qimen', ...parts].join(':'));
}

function shortHash(content: Uint8Array): string {
  return hashId(content).slice('sha256-'.length, 'sha256-'.length + 32);
}

function firstOf(form: RegExp, text: string): string | undefined {
  return form.exec(text)?.[1]?.trim() || undefined;
}
