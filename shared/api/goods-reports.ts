import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { GoodsFact, InspectedLine } from '#shared/returns/goods/facts.ts';
import { countedByCase } from '#shared/returns/goods/fold.ts';
import { byTime } from '#shared/returns/record/statement.ts';
import type { Value } from '#shared/returns/record/values.ts';
import type { CaseParcel } from '#shared/returns/tracking/part.ts';
import type { goodsReport } from './shapes/goods-report.ts';

export type GoodsReportView = Value<typeof goodsReport>;

type Basis = Pick<CaseSnapshot, 'directGoods' | 'parcels'>;

/** What warehouses reported of the case and its parcels, the earliest first. A case keeps no more of it (kept-case.ts). */
export function goodsReportsOf({ directGoods, parcels }: Basis): GoodsReportView[] {
  return [
    ...countedByCase(directGoods, parcels).map((report) => reportOf(report)),
    ...parcels.flatMap(reportsOfParcel),
  ].sort(byTime);
}

/** What is known of a number that nobody can attribute belongs to no case; of one that is divided, what was found of other cases' goods does not. */
function reportsOfParcel({ number, state }: CaseParcel): GoodsReportView[] {
  const { allotment, goods = [], units = {} } = state ?? {};
  const isOwn = ({ sku }: InspectedLine) => allotment !== 'divided' || Object.hasOwn(units, sku);
  return allotment === 'not-attributed' ? [] : goods.map((report) => reportOf(report, number, isOwn));
}

function reportOf(
  report: GoodsFact,
  number?: string,
  isOwn: (line: InspectedLine) => boolean = () => true,
): GoodsReportView {
  const { fact: kind, at, warehouseId, partial, photos } = report;
  const isUncounted = report.fact === 'received' && (report.lines ?? []).length === 0;
  return {
    kind,
    at,
    warehouseId,
    ...(number !== undefined && { number }),
    ...(partial && { partial }),
    ...(isUncounted && { uncounted: true }),
    ...(photos && { photos: photos.count }),
    ...(report.fact === 'inspected' && { found: report.lines.filter(isDoubtful).filter(isOwn) }),
  };
}

function isDoubtful({ result, finding }: InspectedLine): boolean {
  return result !== 'passed' || finding !== undefined;
}
