import { parseCaseKey } from '#shared/returns/case/case-key.ts';

const form = /^[a-z0-9][a-z0-9-]{0,30}:[^:#/\s]{1,120}:[^\p{Cc}\p{Cs}]+$/u;
const maxBytes = 600;

/** A key that has the form of one, with the shop that it names. */
export interface CaseKey {
  readonly key: string;
  readonly shop: string;
}

/**
 * The case keys that a part of a path may stand for: as it is, or URL-decoded once more, since gateways differ in whether they
 * decode it. Empty where it is no case key.
 */
export function caseKeysIn(part: string): CaseKey[] {
  return [...new Set([part, decoded(part)])].flatMap((key) => {
    const parts = form.test(key) && Buffer.byteLength(key) <= maxBytes ? parseCaseKey(key) : undefined;
    return parts ? [{ key, shop: parts.shop }] : [];
  });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
