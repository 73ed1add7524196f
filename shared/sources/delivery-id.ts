import { createHash } from 'node:crypto';

const form = /^[A-Za-z0-9_.:-]{1,128}$/;

/** The sender's own id of a delivery where it fits into a key, else a hash of it. */
export function deliveryIdOf(id: string): string {
  return form.test(id) ? id : hashId(id);
}

/** A delivery id for content: always the same for the same bytes. */
export function hashId(content: string | Uint8Array): string {
  return `sha256-${createHash('sha256').update(content).digest('hex')}`;
}
