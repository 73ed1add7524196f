import type { GoodsReports, Report } from '../simulators/goods-reports.ts';
import { later, minuteMs } from './times.ts';

/** Received, checked and stocked in, five minutes apart. The receipt is told last, so that no check counts as late that happened in time. */
export async function bookIn(warehouse: GoodsReports, report: Report): Promise<void> {
  const { at } = report;
  await warehouse.inspect({ ...report, at: later(at, 5 * minuteMs) });
  await warehouse.stockIn({ ...report, at: later(at, 10 * minuteMs) });
  await warehouse.receive(report);
}
