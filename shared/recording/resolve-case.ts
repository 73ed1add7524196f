import type { Alias } from '#shared/returns/opening/facts.ts';
import type { CaseRef } from '#shared/sources/source.ts';
import type { Recorder } from './recorder.ts';
import type { TakenDelivery } from './taken.ts';

export type Resolved =
  | { readonly kind: 'known'; readonly caseKey: string }
  /** Nobody has named such a case yet: the delivery waits under this name. */
  | { readonly kind: 'waiting'; readonly alias: Alias }
  /** More than one case goes by this name; a person must say which. */
  | { readonly kind: 'ambiguous'; readonly alias: Alias };
export type Unmatched = Exclude<Resolved, { readonly kind: 'known' }>;

export function reasonOf({ kind, alias }: Unmatched): string {
  return `${alias.kind} ${kind === 'waiting' ? 'not known yet' : 'names several cases'}`;
}

/**
 * Which case a sender means; where nobody knows it yet, the delivery waits. First it is held under the name, then the name is looked
 * for once more: whoever comes second sees the other.
 */
export async function resolveOrHold(recorder: Recorder, taken: TakenDelivery, ref: CaseRef): Promise<Resolved> {
  const resolved = await resolveCase(recorder, taken, ref);
  if (resolved.kind !== 'waiting') {
    return resolved;
  }
  const { source, channel, id } = taken.delivery;
  // Without the message's id: nothing was passed on.
  await recorder.deliveries.keep(taken.delivery, { outcome: 'unmatched', reason: reasonOf(resolved) });
  await recorder.aliases.hold(resolved.alias, { source, channel, id });
  const second = await resolveCase(recorder, taken, ref);
  if (second.kind !== 'waiting') {
    await recorder.aliases.release(resolved.alias, { source, channel, id });
  }
  return second;
}

/** Only a store may speak of a case that is not there yet; everyone else's word waits for it. */
async function resolveCase({ aliases }: Recorder, { channel }: TakenDelivery, ref: CaseRef): Promise<Resolved> {
  if ('alias' in ref) {
    return resolveAlias(aliases, ref.alias);
  }
  if (channel?.role === 'store') {
    return { kind: 'known', caseKey: ref.caseKey };
  }
  return resolveAlias(aliases, { kind: 'case-id', value: ref.caseKey });
}

async function resolveAlias(aliases: Recorder['aliases'], alias: Alias): Promise<Resolved> {
  const [caseKey, ...more] = await aliases.readCases(alias);
  if (!caseKey) {
    return { kind: 'waiting', alias };
  }
  return more.length === 0 ? { kind: 'known', caseKey } : { kind: 'ambiguous', alias };
}
