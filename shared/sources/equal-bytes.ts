import { timingSafeEqual } from 'node:crypto';

/** Compares in constant time; bytes of unequal length are unequal. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && timingSafeEqual(a, b);
}
