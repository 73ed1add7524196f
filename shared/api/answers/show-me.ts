import type { Merchant } from '#shared/merchant/merchant.ts';
import { shopNamesOf } from '#shared/merchant/team-shops.ts';
import { answering } from '../answering.ts';
import { showMe as contract } from '../contract/show-me.ts';
import { operationNames, operations } from '../operations.ts';

interface Needs {
  readonly merchant: Pick<Merchant, 'channels' | 'merchant' | 'locale' | 'timeZone' | 'currency' | 'links'>;
}

export const showMe = answering(contract, async ({ merchant }: Needs, { caller }) => {
  const { person, roles, teams, sight } = caller;
  const { merchant: name, locale, timeZone, currency } = merchant;
  return await Promise.resolve({
    reply: {
      ...(person !== undefined && { person }),
      roles: [...roles],
      teams,
      shops: sight.kind === 'shops' ? sight.shops : shopNamesOf(merchant.channels),
      allShops: sight.kind === 'all',
      operations: operationNames.filter((each) => operations[each].may.some((role) => roles.includes(role))),
      merchant: { name, locale, timeZone, currency },
      backOffice: merchant.links.backOffice,
    },
  });
});
