import type { Merchant } from '#shared/merchant/merchant.ts';
import { shopNameOf } from '#shared/merchant/team-shops.ts';
import { teamRulesOf } from '#shared/policy/team-rules.ts';
import { type Role, rolesOf, rolesOfAllShops } from '#shared/returns/acts/roles.ts';
import { parseCaseKey } from '#shared/returns/case/case-key.ts';
import type { ParcelSnapshot } from '#shared/returns/parcel/parcel.ts';

/** The claims of a token that was verified before. */
export type Claims = Readonly<Record<string, unknown>>;

/** The shops whose cases a caller may see, each as `<source>:<shop>`. */
export type Sight =
  | { readonly kind: 'none' }
  | { readonly kind: 'all' }
  | { readonly kind: 'shops'; readonly shops: readonly string[] };

/** Who asks. */
export interface Caller {
  /** By their subject id at the identity provider; at the demo's own pool by their user name. */
  readonly person?: string;
  readonly groups: readonly string[];
  readonly roles: readonly Role[];
  /** Ids of the teams that they are in. */
  readonly teams: readonly string[];
  readonly sight: Sight;
}

/** By what their token says of them; whoever is in a team is an agent. */
export function callerOf(
  claims: Claims,
  merchant: Pick<Merchant, 'teams'> & Partial<Pick<Merchant, 'identity'>>,
): Caller {
  const groups = groupsOf(claims);
  const teams = merchant.teams.filter(({ oidcGroup }) => groups.includes(oidcGroup)).map(({ id }) => id);
  const person = personIn(claims, merchant);
  return {
    ...(typeof person === 'string' && person !== '' && { person }),
    groups,
    roles: rolesOf(groups, teamRulesOf(merchant)),
    teams,
    sight: sightOf(groups, merchant),
  };
}

/** A pool that is made with the stack gives subject ids that nobody knows before; the merchant's file names people all the same. */
function personIn(
  { sub, 'cognito:username': userName }: Claims,
  { identity }: Partial<Pick<Merchant, 'identity'>>,
): unknown {
  return identity === 'demo-user-pool' ? (userName ?? sub) : sub;
}

/**
 * Groups from `cognito:groups` and `groups`: a list, or a text. A text is one name, with the brackets that a gateway puts around it or without, or
 * a list in JSON: nobody can tell whether `[returns admin]` stood for one group or for two, so nobody is an admin by it.
 */
export function groupsOf(claims: Claims): string[] {
  return [claims['cognito:groups'], claims.groups].flatMap(namesIn);
}

function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.filter((each) => typeof each === 'string');
  }
  return typeof value === 'string' ? namesInText(value.trim()) : [];
}

function namesInText(text: string): string[] {
  if (text.startsWith('["')) {
    return namesIn(listIn(text));
  }
  const name = text.replace(/^\[(.*)\]$/s, '$1');
  return name === '' ? [] : [name];
}

function listIn(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
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

export function canSee(sight: Sight, shop: { readonly source: string; readonly shop: string }): boolean {
  return sight.kind === 'all' || (sight.kind === 'shops' && sight.shops.includes(shopNameOf(shop)));
}

/** A parcel is of whoever sees a case that ever named it. What no case counts is everybody's to place. */
export function canSeeParcel(
  sight: Sight,
  { unclaimed, linked }: Pick<ParcelSnapshot, 'unclaimed' | 'linked'>,
): boolean {
  if (sight.kind !== 'shops' || unclaimed) {
    return sight.kind !== 'none';
  }
  const shops = linked.map(parseCaseKey).filter((each) => each !== undefined);
  return shops.some((each) => canSee(sight, each));
}
