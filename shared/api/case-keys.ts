import { parseCaseKey } from '#shared/returns/case/case-key.ts';

const form = /^[a-z0-9][a-z0-9-]{0,30}:[^:#/\s]{1,120}:[^\p{Cc}\p{Cs}]+$/u;
const maxBytes = 600;

/** A key that has the form of one, with the shop that it names. */
export interface CaseKey {
  readonly key: string;
  readonly shop: string;
}

/** A slash in a case id is encoded once, or twice where a gateway decodes a path before it routes it, and may be so by who was told to. */
const mostDecodings = 3;

/**
 * The case keys that a part of a path may stand for: as it is, or URL-decoded as often as something is encoded in it, since gateways differ in
 * whether they decode it. Empty where it is no case key.
 */
export function caseKeysIn(part: string): CaseKey[] {
  const forms = [part];
  for (let times = 0; times < mostDecodings; times += 1) {
    forms.push(decoded(forms.at(-1) ?? ''));
  }
  return [...new Set(forms)].flatMap((key) => {
    const parts = form.test(key) && Buffer.byteLength(key) <= maxBytes ? parseCaseKey(key) : undefined;
    return parts ? [{ key, shop: parts.shop }] : [];
  });
}

/** A case in the path of a URL: encoded twice where a gateway that decodes a path before it routes it would see another path in it. */
export function pathPartOf(caseKey: string): string {
  const once = encodeURIComponent(caseKey);
  return /[/?#]/.test(caseKey) ? encodeURIComponent(once) : once;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
