import { type Merchant, merchantSchema } from '#shared/merchant/merchant.ts';
import type { Notify } from '#shared/merchant/notify.ts';
import { testMerchant } from '../../memory/test-merchant.ts';

type Given = Partial<{ readonly [Field in keyof Notify]: readonly object[] | readonly string[] }>;

const { notify: schema } = merchantSchema.shape;

/** The merchant of all tests, with two teams and with robots. */
export function routedMerchant(notify: Given, fields: Partial<Merchant> = {}): Merchant {
  const team = (id: string, shops: string[]) => ({ id, oidcGroup: id, shops, grades: [], targets: {} });
  return {
    ...testMerchant,
    teams: [team('a-team', ['test:a']), team('b-team', ['test:b'])],
    notify: schema.parse(notify),
    ...fields,
  };
}
