import type { TimeOutRow } from '#shared/returns/deadlines/time-out.ts';
import type { CaseKind } from '#shared/returns/opening/facts.ts';
import { allTimeOuts } from './all-time-outs.ts';

const bySource: ReadonlyMap<string, readonly TimeOutRow[]> = new Map(Object.entries(allTimeOuts));

const notKnown: TimeOutRow = { does: 'unknown', isVerified: false, basis: 'nothing is known of it' };

/** What a platform does when a deadline that it set has passed; `kind` is the platform's own. The first row that fits. */
export function timeOutOf(source: string, kind: string, caseKind?: CaseKind): TimeOutRow {
  const rows = bySource.get(source) ?? [];
  return rows.find((row) => isOf(row, kind, caseKind)) ?? notKnown;
}

function isOf(row: TimeOutRow, kind: string, caseKind: CaseKind | undefined): boolean {
  const isCase = row.caseKinds === undefined || (caseKind !== undefined && row.caseKinds.includes(caseKind));
  return isCase && (row.kind === undefined || row.kind === kind);
}
