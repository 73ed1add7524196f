import { rolesOfAllShops } from '#shared/returns/acts/roles.ts';
import type { SettingFault } from '#shared/sources/about.ts';
import { brokenOf, mustBeOneOf, type Rule } from './rule.ts';
import { type ShopsOf, shopNamesOf, shopsMeantBy } from './team-shops.ts';

export interface CheckedTeam {
  readonly id: string;
  readonly oidcGroup: string;
  readonly shops: readonly string[];
}

interface Around {
  readonly teams: readonly CheckedTeam[];
  readonly channels: readonly ShopsOf[];
}

/** Who sees which shops: a team that would see others than it says. A team for all who have the role `agent` is none of these. */
export function teamFaults({ teams, channels }: Around): SettingFault[] {
  const known = shopNamesOf(channels);
  return teams.flatMap(({ id, oidcGroup, shops }, index) => {
    const path = ['teams', index];
    const others = teams.slice(0, index);
    const sameGroup = others.find((each) => each.oidcGroup === oidcGroup);
    const rules: Rule[] = [
      [others.some((each) => each.id === id), { path: [...path, 'id'], message: 'is there twice' }],
      [
        sameGroup !== undefined,
        {
          path: [...path, 'oidcGroup'],
          message: `is the group of team ${sameGroup?.id}, too; nobody could tell whose a token is`,
        },
      ],
      [
        shops.length > 0 && rolesOfAllShops.includes(oidcGroup),
        {
          path: [...path, 'oidcGroup'],
          message: 'is a role that sees all shops; give the team a group of its own, or no shops',
        },
      ],
    ];
    return [...brokenOf(rules), ...shops.flatMap((shop, n) => shopFaults(shop, known, [...path, 'shops', n]))];
  });
}

function shopFaults(shop: string, known: readonly string[], path: SettingFault['path']): SettingFault[] {
  const meant = shopsMeantBy(shop, known);
  if (meant.length === 0) {
    const names = [...known, ...known.map((each) => each.slice(each.indexOf(':') + 1))];
    return [{ ...mustBeOneOf(known, shop, path), unknown: { word: shop, known: names } }];
  }
  const message = `is a shop of ${meant.length} sources; write ${meant.join(' or ')}, or each of them`;
  return meant.length === 1 ? [] : [{ path, message }];
}
