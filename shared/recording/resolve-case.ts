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
 * Lets a delivery wait under a name that nobody knows. First it is held there, then the name is looked for once more: whoever comes second sees the
 * other.
 *
 * @param keep - Keeps the delivery as one that waits.
 */
export async function holdUnderName(
  { aliases }: Recorder,
  { delivery }: TakenDelivery,
  alias: Alias,
  keep: () => Promise<unknown>,
): Promise<Resolved> {
  const { source, channel, id } = delivery;
  await keep();
  await aliases.hold(alias, { source, channel, id });
  const second = await resolveAlias(aliases, alias);
  if (second.kind !== 'waiting') {
    await aliases.release(alias, { source, channel, id });
  }
  return second;
}

/** Which case a sender means. Only a store may speak of a case that is not there yet; everyone else's word waits for it. */
export async function resolveCase({ aliases }: Recorder, taken: TakenDelivery, ref: CaseRef): Promise<Resolved> {
  if ('caseKey' in ref && taken.channel?.role === 'store') {
    return { kind: 'known', caseKey: ref.caseKey };
  }
  const alias: Alias = 'alias' in ref ? ref.alias : { kind: 'case-id', value: ref.caseKey };
  const resolved = await resolveAlias(aliases, alias);
  if (resolved.kind !== 'waiting' && taken.isAgain) {
    // An earlier try may have held it and been killed before it looked again.
    const { source, channel, id } = taken.delivery;
    await aliases.release(alias, { source, channel, id });
  }
  return resolved;
}

async function resolveAlias(aliases: Recorder['aliases'], alias: Alias): Promise<Resolved> {
  const [caseKey, ...more] = await aliases.readCases(alias);
  if (!caseKey) {
    return { kind: 'waiting', alias };
  }
  return more.length === 0 ? { kind: 'known', caseKey } : { kind: 'ambiguous', alias };
}
