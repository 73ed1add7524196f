import type { Statement } from '../record/statement.ts';
import { isNews, type LineOf, type Memory, placeOf } from '../record/story.ts';
import type { Expected, GoodsFact } from './facts.ts';
import { goodsIdOf } from './goods.ts';

/** A report of a warehouse: under which id, of which number (none where it reports by case), and whether an earlier line told it otherwise. */
interface Report {
  readonly id: string;
  readonly number?: string;
  readonly corrected: boolean;
}
type ReportOf<Name extends GoodsFact['fact']> = Report & {
  readonly report: Extract<GoodsFact, { readonly fact: Name }>;
};

export interface GoodsLines {
  readonly received: ReportOf<'received'>;
  readonly inspected: ReportOf<'inspected'>;
  readonly 'stocked-in': ReportOf<'stocked-in'>;
  /** A warehouse expects the parcel, whoever told it. */
  readonly expected: { readonly number: string } & Pick<Expected, 'orderCode' | 'lines'>;
}

type ReportLines = Pick<GoodsLines, GoodsFact['fact']>;

/** Each receipt, check and stock-in; again where its report was corrected. */
export function goodsStory(statements: readonly Statement<GoodsFact>[], number?: string): LineOf<ReportLines>[] {
  const said: Memory = new Map();
  return statements.flatMap((statement) => {
    const report = statement.fact;
    const id = goodsIdOf(report);
    const corrected = said.has(id);
    if (!isNews(said, id, [report.lines ?? [], report.partial])) {
      return [];
    }
    const values = { id, corrected, report, ...(number && { number }) };
    const by = { role: 'warehouse', name: report.warehouseId } as const;
    return [{ ...placeOf(statement, by), code: report.fact, values } as LineOf<ReportLines>];
  });
}

type ExpectedStatement = Statement<Expected & { readonly fact: 'expected' }>;

/** Again only where the warehouse says something else of its order. */
export function expectedStory(
  statements: readonly ExpectedStatement[],
  number: string,
): LineOf<Pick<GoodsLines, 'expected'>>[] {
  const said: Memory = new Map();
  return statements.flatMap((statement) => {
    const { warehouseId, orderCode, lines } = statement.fact;
    if (!isNews(said, `${warehouseId}/${orderCode ?? ''}`, lines ?? [])) {
      return [];
    }
    const values = { number, ...(orderCode && { orderCode }), ...(lines && { lines }) };
    return [{ ...placeOf(statement, { role: 'warehouse', name: warehouseId }), code: 'expected', values }];
  });
}
