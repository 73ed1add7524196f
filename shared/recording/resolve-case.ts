import type { Channel } from '#shared/merchant/merchant.ts';
import type { Alias } from '#shared/returns/fact.ts';
import type { CaseRef } from '#shared/sources/source.ts';
import type { Recorder } from './recorder.ts';

export type Resolved =
  | { readonly kind: 'known'; readonly caseKey: string }
  /** Nobody has named such a case yet: the delivery waits under this name. */
  | { readonly kind: 'waiting'; readonly alias: Alias }
  /** More than one case goes by this name; a person must say which. */
  | { readonly kind: 'ambiguous'; readonly alias: Alias };

/** Which case a sender means. Only a store may speak of a case that is not there yet; everyone else's word waits for it. */
export async function resolveCase(recorder: Recorder, ref: CaseRef, channel: Channel): Promise<Resolved> {
  if ('alias' in ref) {
    return resolveAlias(recorder, ref.alias);
  }
  if (channel.role === 'store') {
    return { kind: 'known', caseKey: ref.caseKey };
  }
  return resolveAlias(recorder, { kind: 'case-id', value: ref.caseKey });
}

async function resolveAlias(recorder: Recorder, alias: Alias): Promise<Resolved> {
  const [caseKey, ...more] = await recorder.aliases.readCases(alias);
  if (!caseKey) {
    return { kind: 'waiting', alias };
  }
  return more.length === 0 ? { kind: 'known', caseKey } : { kind: 'ambiguous', alias };
}
