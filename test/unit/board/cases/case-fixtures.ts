import type { CaseEntry } from '#shared/returns/attention/entry.ts';
import { type CaseRow, rowOf } from '../../../../functions/serve-board/page/pages/cases/case-row.ts';
import type { Looker } from '../../../../functions/serve-board/page/pages/cases/row-tests.ts';
import { caseEntry, lookedAt } from '../../../memory/entries.ts';

export const looker: Looker = { names: ['me'], now: lookedAt, timeZone: 'Asia/Shanghai' };

export function row(caseId: string, fields: Partial<CaseEntry> = {}): CaseRow {
  return rowOf(caseEntry(caseId, fields));
}

export function idsOf(rows: readonly CaseRow[]): string[] {
  return rows.map(({ entry }) => entry.caseId);
}
