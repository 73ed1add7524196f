import { foldedName } from '#shared/merchant/folded-name.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';

/** The merchant's own code for a carrier, found by code or by any of its names; a carrier that nobody configured keeps its name, in lower case. */
export function carrierCodeOf(name: string, { carriers }: Pick<Merchant, 'carriers'>): string {
  const wanted = foldedName(name);
  const known = carriers.find((each) => [each.code, ...each.names].some((known) => foldedName(known) === wanted));
  return known?.code ?? wanted;
}
