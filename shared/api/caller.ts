import type { Merchant } from '#shared/merchant/merchant.ts';
import { rolesOfAllShops } from '#shared/returns/acts/roles.ts';

/** The claims of a token that was verified before; what an array becomes on the way differs between gateways. */
export type Claims = Readonly<Record<string, unknown>>;

/** The shops whose cases a caller may see. */
export type Sight =
  | { readonly kind: 'none' }
  | { readonly kind: 'all' }
  | { readonly kind: 'shops'; readonly shops: readonly string[] };

/**
 * Groups from `cognito:groups` and `groups`: a list, or the text that a gateway makes of one (`[agent admin]`, `["agent"]`, `agent,admin`).
 * A group's name must hold no blank: in the text form nobody can tell it from two groups.
 */
export function groupsOf(claims: Claims): string[] {
  return [claims['cognito:groups'], claims.groups].flatMap(namesIn);
}

function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.filter((each) => typeof each === 'string');
  }
  if (typeof value !== 'string') {
    return [];
  }
  const bare = value.trim().replace(/^\[(.*)\]$/s, '$1');
  return bare
    .split(/[\s,]+/)
    .map((name) => name.replace(/^"(.*)"$/, '$1'))
    .filter((name) => name !== '');
}

/** A team's group sees the team's shops, or all where it names none; a team goes before the bare role of an agent. */
export function sightOf(groups: readonly string[], { teams }: Pick<Merchant, 'teams'>): Sight {
  if (groups.some((group) => rolesOfAllShops.includes(group))) {
    return { kind: 'all' };
  }
  const own = teams.filter(({ oidcGroup }) => groups.includes(oidcGroup));
  if (own.length === 0) {
    return groups.includes('agent') ? { kind: 'all' } : { kind: 'none' };
  }
  return own.some(({ shops }) => shops.length === 0)
    ? { kind: 'all' }
    : { kind: 'shops', shops: own.flatMap(({ shops }) => shops) };
}

export function canSee(sight: Sight, shop: string): boolean {
  return sight.kind === 'all' || (sight.kind === 'shops' && sight.shops.includes(shop));
}
