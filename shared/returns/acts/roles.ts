/** What people may be; a token's groups name them, besides the groups of teams. */
export const roles = ['agent', 'merchant-approver', 'warehouse', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Roles that see the cases of all shops, whatever team they are in. */
export const rolesOfAllShops: readonly string[] = ['merchant-approver', 'warehouse', 'admin'] satisfies Role[];

/** A team of the merchant's file, as far as rules ask for it. */
export interface TeamRules {
  /** The group that a token of one of its people names. */
  readonly group: string;
  /** As `<source>:<shop>`; all where there is none. */
  readonly shops: readonly string[];
}

/** What somebody is by the groups of their token: whoever is of a team is an agent. */
export function rolesOf(groups: readonly string[], teams: Readonly<Record<string, TeamRules>>): Role[] {
  const isOfTeam = Object.values(teams).some(({ group }) => groups.includes(group));
  return roles.filter((role) => groups.includes(role) || (role === 'agent' && isOfTeam));
}
