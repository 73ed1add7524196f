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
  const teamsInSight = teamsSeenBy(sight, merchant);
  return await Promise.resolve({
    reply: {
      ...(person !== undefined && { person, ...listedAs(person) }),
      roles: [...roles],
      teams,
      teamsInSight,
      people: peopleOf(teamsInSight, merchant),
      shops: sight.kind === 'shops' ? sight.shops : shopNamesOf(merchant.channels),
      allShops: sight.kind === 'all',
      operations: operationNames.filter((each) => operations[each].may.some((role) => roles.includes(role))),
      merchant: { name, locale, timeZone, currency },
      backOffice: merchant.links.backOffice,
    },
  });
});

function teamsSeenBy(sight: Sight, { teams }: Needs['merchant']): string[] {
  const isSeen = (shops: readonly string[]) =>
    sight.kind === 'all' ||
    (sight.kind === 'shops' && (shops.length === 0 || shops.some((shop) => sight.shops.includes(shop))));
  return teams.filter(({ shops }) => isSeen(shops)).map(({ id }) => id);
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
