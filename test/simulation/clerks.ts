import type { WmsOrder } from '../simulators/order-book.ts';
import type { Answer } from '../simulators/post-webhook.ts';
import type { QimenAnswer } from '../simulators/qimen-reports.ts';
import type { BookedUnits, DockOptions } from './dock.ts';

/** Who reports of a dock. @throws when Backhaul does not take a report. */
export interface Clerk {
  /** That a parcel came, unopened. */
  reportArrival(trackingNumber: string, at: number): Promise<void>;
  /** What was in it, by the warehouse's own SKU. */
  bookIn(order: WmsOrder, units: readonly BookedUnits[]): Promise<void>;
}

type Options = Pick<DockOptions, 'lane' | 'sender' | 'chaos' | 'random'>;

export function clerkInHangzhou({ lane: { clock, hangzhou }, ...chance }: Options): Clerk {
  return {
    reportArrival: async (expressCode, at) =>
      await twiceAtTimes(chance, async () => {
        const answer = await hangzhou.packageReport([{ expressCode, signedAt: at }], `DOCK-${expressCode}`);
        mustBeTaken(`the package report of ${expressCode}`, answer);
      }),
    bookIn: async ({ orderCode, trackingNumber: expressCode }, units) => {
      const more = { expressCode, outBizCode: `IN-${orderCode}`, at: clock.now() };
      await twiceAtTimes(chance, async () => {
        mustBeTaken(`the confirm of ${orderCode}`, await hangzhou.confirm(orderCode, confirmedLines(units), more));
      });
    },
  };
}

function confirmedLines(units: readonly BookedUnits[]) {
  return units.flatMap(({ sku: itemCode, sellable, defective }) => {
    const line = { itemCode, planQty: sellable + defective };
    const sound = { ...line, inventoryType: 'ZP' as const, actualQty: sellable };
    const broken = { ...line, inventoryType: 'CC' as const, actualQty: defective };
    return defective > 0 ? [sound, broken] : [sound];
  });
}

export function clerkInNorth({ lane: { clock }, sender, ...chance }: Options): Clerk {
  const report = async (type: string, id: string, data: Record<string, unknown>) =>
    await twiceAtTimes(chance, async () => {
      const answer = await sender.send('wms-north', type, { warehouseId: 'north', ...data }, { id });
      mustBeTaken(`${type} ${id}`, answer);
    });
  return {
    reportArrival: async (trackingNumber, at) => {
      const receiptId = `DOCK-${trackingNumber}`;
      const receivedAt = new Date(at).toISOString();
      await report('parcel.received', receiptId, { trackingNumber, receiptId, receivedAt });
    },
    bookIn: async ({ orderCode, trackingNumber }, units) => {
      const at = new Date(clock.now()).toISOString();
      const counted = units.map(({ sku, sellable, defective }) => ({ sku, quantity: sellable + defective }));
      const [receiptId, inspectionId, stockInId] = ['R', 'I', 'S'].map((letter) => `${letter}-${orderCode}`) as [
        string,
        string,
        string,
      ];
      const receipt = { receiptId, receivedAt: at, lines: counted };
      await report('parcel.received', receiptId, { trackingNumber, ...receipt });
      const checked = linesBy(units, { sellable: { result: 'passed' }, defective: { result: 'failed' } });
      await report('return.inspected', inspectionId, { trackingNumber, inspectionId, inspectedAt: at, lines: checked });
      const stocked = linesBy(units, { sellable: { condition: 'sellable' }, defective: { condition: 'defective' } });
      await report('return.stocked-in', stockInId, { trackingNumber, stockInId, at, lines: stocked });
    },
  };
}

type Word = Readonly<Record<string, string>>;

function linesBy(units: readonly BookedUnits[], words: { readonly sellable: Word; readonly defective: Word }) {
  return units.flatMap(({ sku, sellable, defective }) =>
    [
      { sku, quantity: sellable, ...words.sellable },
      { sku, quantity: defective, ...words.defective },
    ].filter(({ quantity }) => quantity > 0),
  );
}

/** The same report again, as a sender does that did not hear the answer: it must count once. */
async function twiceAtTimes({ chaos, random }: Pick<Options, 'chaos' | 'random'>, report: () => Promise<void>) {
  await report();
  if (random(1_000_000) < chaos * 1_000_000) {
    await report();
  }
}

function mustBeTaken(what: string, answer: QimenAnswer | Answer): void {
  const isTaken = 'body' in answer ? answer.status >= 200 && answer.status < 300 : answer.flag === 'success';
  if (!isTaken) {
    throw new Error(
      `${what} was not taken: it was answered ${answer.status}${'flag' in answer ? `, ${answer.flag}` : ''}`,
    );
  }
}
