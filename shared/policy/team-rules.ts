import type { Merchant } from '#shared/merchant/merchant.ts';
import type { TeamRules } from '#shared/returns/acts/roles.ts';

/** The merchant's teams as plain values, by their ids. */
export function teamRulesOf({ teams }: Pick<Merchant, 'teams'>): Readonly<Record<string, TeamRules>> {
  return Object.fromEntries(teams.map(({ id, oidcGroup: group, shops }) => [id, { group, shops }]));
}
