import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { GoodsFact } from '#shared/returns/goods/facts.ts';
import { countedByCase } from '#shared/returns/goods/fold.ts';
import { ownReportsIn } from '#shared/returns/goods/of-parcel.ts';
import { byTime } from '#shared/returns/record/statement.ts';
import type { Value } from '#shared/returns/record/values.ts';
import type { goodsReport } from './shapes/goods-report.ts';

export type GoodsReportView = Value<typeof goodsReport>;

/** What warehouses report of the case's own goods, the earliest first; of a parcel that cases share, only the lines in which it has a part. */
export function goodsReportsOf({
  directGoods,
  parcels,
}: Pick<CaseSnapshot, 'directGoods' | 'parcels'>): GoodsReportView[] {
  return [
    ...countedByCase(directGoods, parcels).map((report) => reportOf(report)),
    ...parcels.flatMap((parcel) => ownReportsIn(parcel).map((report) => reportOf(report, parcel.number))),
  ].sort(byTime);
}

function reportOf(
  { fact: kind, at, warehouseId, partial, photos, lines }: GoodsFact,
  number?: string,
): GoodsReportView {
  return {
    kind,
    at,
    warehouseId,
    ...(number !== undefined && { number }),
    ...(partial && { partial }),
    ...(photos && { photos: photos.count }),
    ...(lines && { lines: [...lines] }),
  };
}
