import { hash } from 'node:crypto';

/** A short stable name for a list of texts: 32 hexadecimal digits. The texts' lengths are part of it, so no two lists run together. */
export function digest(...texts: readonly string[]): string {
  return hash('sha256', texts.map((text) => `${Buffer.byteLength(text)}:${text}`).join('')).slice(0, 32);
}

/** A hash of a plain value that does not depend on the order of its keys; absent and undefined are the same. */
export function digestOf(value: unknown): string {
  return digest(JSON.stringify(value, sortKeys) ?? '');
}

function sortKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
