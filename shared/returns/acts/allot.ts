import * as z from 'zod';
import { units } from '../goods/facts.ts';
import { sharesFit } from '../goods/shares.ts';
import { reportedUnits, wholeUnits } from '../goods/units.ts';
import { parcelAct } from './act.ts';
import { wrong } from './refusal.ts';

/** Says whose the units of a shared parcel are: by case key, by SKU. */
export const allot = parcelAct(
  'allot',
  { units: z.record(z.string(), z.record(z.string(), units)) },
  {
    roles: ['agent', 'warehouse', 'admin'],
    confirmedBy: 'nobody',
    staleAfter: ['allot'],
    refusal: ({ units: shares }, { goods }) =>
      sharesFit(wholeUnits(reportedUnits(goods)), shares) ? undefined : moreThanCame,
    code: 'goods-allotted',
    words: ({ units: shares }, caseKey, { goods }) => {
      const own = Object.entries(shares[caseKey] ?? {}).map(([sku, { received }]) => ({ sku, quantity: received }));
      return [
        { 'zh-CN': '分配了共用包裹里的商品', en: 'Said whose the goods of a shared parcel are' },
        ...(own.length > 0 ? [{ 'zh-CN': `本单得 ${goods(own)}`, en: `of this case: ${goods(own)}` }] : []),
      ];
    },
  },
);

const moreThanCame = wrong(
  'more-than-came',
  '分配的件数超过包裹里的件数',
  'more units are allotted than the parcel holds',
);
