import { deliveryIdOf, hashId } from '../delivery-id.ts';
import { parseBody } from '../parse-body.ts';
import type { Identity, WebhookRequest } from '../source.ts';
import { messageIdOf } from './message-id.ts';

const tagForm = /^\d{1,6}$/;
const mostTags = 8;

/** A message alone goes by its own id, the same on every retry; a body of several by its hash. The subject is the tags: `203+206`. */
export function identifyDoudian({ rawBody }: WebhookRequest): Identity {
  const messages = messagesOf(rawBody);
  const id = messages.length === 1 ? messageIdOf(messages[0]) : undefined;
  return { deliveryId: id ? deliveryIdOf(id) : hashId(rawBody), subject: subjectOf(messages) };
}

/** Ids and tags are texts, so the plain parser loses nothing here. */
function messagesOf(rawBody: Uint8Array): readonly unknown[] {
  const parsed = parseBody(rawBody, JSON.parse);
  const value = parsed.ok ? parsed.value : [];
  return Array.isArray(value) ? value : [value];
}

function subjectOf(messages: readonly unknown[]): string {
  const tags = [...new Set(messages.slice(0, mostTags).map(tagOf))];
  return tags.join('+') || 'unknown';
}

function tagOf(message: unknown): string {
  const { tag } = Object(message) as { readonly tag?: unknown };
  const text = Number.isInteger(tag) ? String(tag) : tag;
  return typeof text === 'string' && tagForm.test(text) ? text : 'unknown';
}
