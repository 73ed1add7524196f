import type { Merchant } from '#shared/merchant/merchant.ts';
import { shopNamesOf } from '#shared/merchant/team-shops.ts';
import { shortPerson } from '#shared/returns/attention/short-person.ts';
import { answering } from '../answering.ts';
import type { Sight } from '../caller.ts';
import { showMe as contract } from '../contract/show-me.ts';
import { operationNames, operations } from '../operations.ts';

interface Needs {
  readonly merchant: Pick<
    Merchant,
    'channels' | 'merchant' | 'locale' | 'timeZone' | 'currency' | 'teams' | 'notify' | 'links'
  >;
}

export const showMe = answering(contract, async ({ merchant }: Needs, { caller }) => {
  const { person, roles, teams, sight } = caller;
  const { merchant: name, locale, timeZone, currency } = merchant;
  const seen = teamsSeenBy(sight, merchant);
  const teamsInSight = seen.map(({ id }) => id);
  return await Promise.resolve({
    reply: {
      ...(person !== undefined && { person, ...listedAs(person) }),
      roles: [...roles],
      teams,
      teamsInSight,
      teamShops: Object.fromEntries(seen.map(({ id, shops }) => [id, shopsInSight(sight, shops)])),
      people: peopleOf(teamsInSight, merchant),
      shops: sight.kind === 'shops' ? sight.shops : shopNamesOf(merchant.channels),
      allShops: sight.kind === 'all',
      operations: operationNames.filter((each) => operations[each].may.some((role) => roles.includes(role))),
      merchant: { name, locale, timeZone, currency },
      backOffice: merchant.links.backOffice,
    },
  });
});

function teamsSeenBy(sight: Sight, { teams }: Needs['merchant']): Needs['merchant']['teams'] {
  const isSeen = (shops: readonly string[]) =>
    sight.kind === 'all' ||
    (sight.kind === 'shops' && (shops.length === 0 || shops.some((shop) => sight.shops.includes(shop))));
  return teams.filter(({ shops }) => isSeen(shops));
}

/** Of a team's shops no more than the caller may know of: of a team in sight at least one, or it sees all. */
function shopsInSight(sight: Sight, shops: readonly string[]): string[] {
  return sight.kind === 'shops' ? shops.filter((shop) => sight.shops.includes(shop)) : [...shops];
}

/** Those of other teams work for others: who they are is not for everybody. */
function peopleOf(teams: readonly string[], { notify }: Needs['merchant']) {
  return notify.people.flatMap(({ person, name, team }) =>
    name !== undefined && (team === undefined || teams.includes(team))
      ? [{ person, ...listedAs(person), name, ...(team !== undefined && { team }) }]
      : [],
  );
}

function listedAs(person: string): { readonly listedAs?: string } {
  const listed = shortPerson(person);
  return listed === person ? {} : { listedAs: listed };
}
