import { parseCaseKey } from '#shared/returns/case/case-key.ts';
import { formsOf } from './path-forms.ts';

const form = /^[a-z0-9][a-z0-9-]{0,30}:[^:#/\s]{1,120}:[^\p{Cc}\p{Cs}]+$/u;
const maxBytes = 600;

/** A key that has the form of one, with the source and the shop that it names. */
export interface CaseKey {
  readonly key: string;
  readonly source: string;
  readonly shop: string;
}

/** The case keys that a part of a path may stand for, however often it is encoded. Empty where it is no case key. */
export function caseKeysIn(part: string): CaseKey[] {
  return formsOf(part).flatMap((key) => {
    const parts = form.test(key) && Buffer.byteLength(key) <= maxBytes ? parseCaseKey(key) : undefined;
    return parts ? [{ key, source: parts.source, shop: parts.shop }] : [];
  });
}
