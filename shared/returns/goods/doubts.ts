import type { CaseDetails } from '../opening/facts.ts';
import type { Instant } from '../record/instant.ts';
import { compare } from '../record/statement.ts';
import type { CaseParcel, TrackingPart } from '../tracking/part.ts';
import type { GoodsFact, InspectedLine } from './facts.ts';
import { countedByCase, countedParcels } from './fold.ts';
import type { GoodsPart } from './part.ts';

/** A check, or a stock-in that stands for one, which found something that is not as it should be. */
export interface Doubt {
  readonly at: Instant;
  /** What was found: codes of findings; where the warehouse gives none, its result. */
  readonly found: readonly string[];
  /** Those of them that are findings. */
  readonly findings: readonly string[];
}

type Basis = Pick<GoodsPart, 'directGoods' | 'quality'> & TrackingPart & { readonly details: CaseDetails };

/**
 * The checks that failed, deducted, or passed with a finding, the earliest first: of the case's own goods. What the buyer sent them back for is no doubt. Where none says so and the goods failed all the same (they were
 * stocked in as defective, or a check found nothing at all), the first report that says it.
 */
export function doubtsOf({ directGoods, parcels, quality, details }: Basis): Doubt[] {
  const reports = [...countedByCase(directGoods, parcels), ...countedParcels(parcels).flatMap(ownReports)];
  const sorted = reports.toSorted((a, b) => compare(a.at, b.at));
  const doubts = sorted.flatMap((report) => doubtIn(report, details.reason?.code));
  const isConfirmed = doubts.length === 0 && sorted.some((report) => doubtIn(report).length > 0);
  if (doubts.length > 0 || quality !== 'failed' || isConfirmed) {
    return doubts;
  }
  const failed = sorted.find(isDefective) ?? sorted.find(({ fact }) => fact !== 'received');
  return failed ? [{ at: failed.at, found: ['failed'], findings: [] }] : [];
}

/** Of a parcel that cases share, only the lines of what is this case's own. */
function ownReports({ state }: CaseParcel): GoodsFact[] {
  const { goods = [], units = {}, allotment } = state ?? {};
  const isOwn = ({ sku }: { readonly sku: string }) => Object.hasOwn(units, sku) && (units[sku]?.received ?? 0) > 0;
  return allotment === 'sole'
    ? [...goods]
    : goods.map((fact) => (fact.lines ? ({ ...fact, lines: fact.lines.filter(isOwn) } as GoodsFact) : fact));
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

function isDefective(report: GoodsFact): boolean {
  return report.fact === 'stocked-in' && report.lines.some(({ condition }) => condition === 'defective');
}
