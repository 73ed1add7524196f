import type { CaseDetails } from '../opening/facts.ts';
import { firstWhen } from '../record/first-when.ts';
import { type Instant, latestOf } from '../record/instant.ts';
import { byTime } from '../record/statement.ts';
import type { TrackingPart } from '../tracking/part.ts';
import type { GoodsFact, InspectedLine } from './facts.ts';
import { countedByCase, countedParcels, isChecked } from './fold.ts';
import { isLastCheck, isWholeCount } from './goods.ts';
import { everyParcelAt, ownReportsIn } from './of-parcel.ts';
import type { CaseGoods, GoodsPart } from './part.ts';
import { completeUnits, inspectedOf, reportedUnits } from './units.ts';

/** Something about the goods is not as it should be, by a check, a count, or a stock-in that stands for a check. */
export interface Doubt {
  readonly at: Instant;
  /** What was found: codes of findings; where the warehouse gives none, its result, and of goods that did not come `missing`. */
  readonly found: readonly string[];
  /** Those of them that are findings of a warehouse. */
  readonly findings: readonly string[];
}

type Basis = Pick<GoodsPart, 'directGoods' | 'goods' | 'quality'> & TrackingPart & { readonly details: CaseDetails };

/**
 * What calls for the buyer, the earliest first: checks of the case's own goods that failed, deducted, or passed with a finding; goods that are missing once all that came was looked at; and goods that
 * failed though no check says so. What the buyer sent them back for is no doubt, as far as that is what failed.
 */
export function doubtsOf(basis: Basis): Doubt[] {
  const { directGoods, parcels, quality, goods, details } = basis;
  const direct = countedByCase(directGoods, parcels);
  const counted = countedParcels(parcels);
  const own = [...direct, ...counted.flatMap(ownReportsIn)].sort(byTime);
  const doubts = [
    ...own.flatMap((report) => doubtIn(report, details.reason?.code)),
    ...(isChecked(quality) ? missingIn(basis, direct) : []),
    ...(quality === 'failed' ? unsaidIn(goods, own) : []),
  ];
  if (doubts.length > 0 || quality !== 'failed' || goods.some((each) => inspectedOf(each) > 0)) {
    return doubts.sort(byTime);
  }
  const whole = [...direct, ...counted.flatMap(({ state }) => state?.goods ?? [])].sort(byTime);
  return doubtAt(whole.find(({ fact }) => fact !== 'received')?.at, 'failed');
}

/** Of what nobody named a finding. */
function doubtAt(at: Instant | undefined, found: string): Doubt[] {
  return at ? [{ at, found: [found], findings: [] }] : [];
}

/** Expected goods that did not come: since all was counted, and what came was checked. */
function missingIn({ goods, parcels, directGoods }: Basis, direct: readonly GoodsFact[]): Doubt[] {
  if (goods.every(({ short }) => short === 0)) {
    return [];
  }
  const standing = parcels.filter(({ stands }) => stands);
  const reports = [direct, ...standing.map(({ state }) => state?.goods ?? [])];
  const checks = reports.map((each) => each.find(isLastCheck)?.at);
  return doubtAt(latestOf([everyParcelAt(standing, directGoods, isWholeCount), ...checks]), 'missing');
}

/** Goods that were booked in as defective beyond what any check looked at: since the first report by which they were. */
function unsaidIn(goods: readonly CaseGoods[], own: readonly GoodsFact[]): Doubt[] {
  const failed = new Set(goods.filter(({ inspected }) => inspected.failed > 0).map(({ sku }) => sku));
  const isUnsaid = (reports: readonly GoodsFact[]) =>
    [...reportedUnits(reports)].some(
      ([sku, units]) => failed.has(sku) && completeUnits(units).inspected.failed > units.inspected.failed,
    );
  return isUnsaid(own) ? doubtAt(firstWhen(own, isUnsaid)?.at, 'failed') : [];
}

/** @param reason - Why the buyer sends them back: a check that finds just that says that the buyer is right. */
function doubtIn(report: GoodsFact, reason?: string): Doubt[] {
  const found = report.fact === 'inspected' ? report.lines.filter(isDoubtful) : [];
  const lines = found.filter(({ finding }) => reason === undefined || finding !== reason);
  if (lines.length === 0) {
    return [];
  }
  const findings = lines.flatMap(({ finding }) => finding ?? []);
  return [{ at: report.at, findings, found: lines.map(({ finding, result }) => finding ?? result) }];
}

function isDoubtful({ result, finding, quantity }: InspectedLine): boolean {
  return quantity > 0 && (result !== 'passed' || finding !== undefined);
}
