import type { Measured } from '#shared/returns/deadlines/measured.ts';
import type { Merchant } from './merchant.ts';

/** What the channels of a merchant tell, so that what needs it is measured. A store tells only of its own shops. */
export function measuredBy({ channels }: Pick<Merchant, 'channels'>): Measured[] {
  return channels.flatMap(({ source, role, shops, tells = [] }) => {
    const own = role === 'store' ? { shops: shops.map((shop) => `${source}:${shop}`) } : {};
    return tells.map((need) => ({ need, ...own }));
  });
}
