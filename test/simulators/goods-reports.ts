import type { Item } from './goods.ts';
import type { StandardSender } from './standard-sender.ts';

/** Which parcel, what was in it by the warehouse's own codes, and when. */
export interface Report {
  readonly trackingNumber: string;
  readonly items: readonly Item[];
  readonly at: Date;
  /** Several reports of one kind on one parcel are told apart by it. */
  readonly nth?: number;
}

export interface CheckReport extends Report {
  /** Passed where not given. */
  readonly result?: 'passed' | 'passed-with-deduction' | 'failed';
  /** A code of what was found. */
  readonly finding?: string;
}

export interface StockReport extends Report {
  /** Sellable where not given. */
  readonly condition?: 'sellable' | 'defective';
}

/** What a warehouse tells of the goods by Standard Webhooks. @throws where it is not taken. */
export interface GoodsReports {
  /** Goods reach the dock, and are counted there; without items they are not counted. */
  receive(report: Report): Promise<void>;
  inspect(report: CheckReport): Promise<void>;
  stockIn(report: StockReport): Promise<void>;
}

export interface GoodsReportsOptions {
  readonly sender: Pick<StandardSender, 'tell'>;
  /** The channel by which it speaks. */
  readonly channel: string;
  readonly warehouseId: string;
}

export function createGoodsReports({ sender, channel, warehouseId }: GoodsReportsOptions): GoodsReports {
  const tell = async (type: string, data: Record<string, unknown>) =>
    await sender.tell(channel, type, { warehouseId, ...data });
  const idOf = (prefix: string, { trackingNumber, nth = 1 }: Report) =>
    `${prefix}-${trackingNumber}${nth > 1 ? `-${nth}` : ''}`;
  return {
    receive: async (report) => {
      const { trackingNumber, items, at } = report;
      const data = { trackingNumber, receiptId: idOf('REC', report), receivedAt: at.toISOString() };
      await tell('parcel.received', { ...data, ...(items.length > 0 && { lines: items }) });
    },
    inspect: async (report) => {
      const { trackingNumber, items, at, result = 'passed', finding } = report;
      const lines = items.map((item) => ({ ...item, result, ...(finding && { finding }) }));
      const data = { trackingNumber, inspectionId: idOf('QC', report), inspectedAt: at.toISOString(), lines };
      await tell('return.inspected', data);
    },
    stockIn: async (report) => {
      const { trackingNumber, items, at, condition = 'sellable' } = report;
      const lines = items.map((item) => ({ ...item, condition }));
      await tell('return.stocked-in', { trackingNumber, stockInId: idOf('IN', report), at: at.toISOString(), lines });
    },
  };
}

/** A parcel, and the carrier by a name of its own. */
export interface ScannedParcel {
  readonly trackingNumber: string;
  readonly carrier: string;
}

/** A carrier's scan by Standard Webhooks. `id` is the delivery's: given twice, it is the same one. @throws where it is not taken. */
export type Scan = (parcel: ScannedParcel, stage: string, at: Date, id?: string) => Promise<void>;

export function createScans(sender: Pick<StandardSender, 'tell'>): Scan {
  return async (parcel, stage, at, id) => {
    const data = { ...parcel, stage, at: at.toISOString(), place: 'Qingpu, Shanghai' };
    await sender.tell('carrier-feed', 'parcel.moved', data, id ? { id } : {});
  };
}
