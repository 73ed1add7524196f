import type { Wms } from '../simulators/wms.ts';
import type { Item } from './own-store.ts';
import type { Scene } from './scene.ts';

/** Which parcel, what was in it by the warehouse's own codes, and when. */
export interface Report {
  readonly trackingNumber: string;
  readonly items: readonly Item[];
  readonly at: Date;
}

/** Goods reach the dock, and are counted there. */
export async function receive(scene: Scene, wms: Wms, { trackingNumber, items, at }: Report): Promise<void> {
  const data = { trackingNumber, receiptId: `REC-${trackingNumber}`, receivedAt: at.toISOString(), lines: items };
  await scene.accepted(wms.report('parcel.received', data));
}

export async function inspect(scene: Scene, wms: Wms, { trackingNumber, items, at }: Report): Promise<void> {
  const lines = items.map((item) => ({ ...item, result: 'passed' }));
  const data = { trackingNumber, inspectionId: `QC-${trackingNumber}`, inspectedAt: at.toISOString(), lines };
  await scene.accepted(wms.report('return.inspected', data));
}

export async function stockIn(scene: Scene, wms: Wms, { trackingNumber, items, at }: Report): Promise<void> {
  const lines = items.map((item) => ({ ...item, condition: 'sellable' }));
  const data = { trackingNumber, stockInId: `IN-${trackingNumber}`, at: at.toISOString(), lines };
  await scene.accepted(wms.report('return.stocked-in', data));
}

/** A carrier's scan. `id` is the delivery's: given twice, it is the same one. */
export async function scan(
  scene: Scene,
  parcel: { readonly trackingNumber: string; readonly carrier: string },
  stage: string,
  at: Date,
  id?: string,
): Promise<void> {
  const data = { ...parcel, stage, at: at.toISOString(), place: 'Qingpu, Shanghai' };
  await scene.accepted(scene.world.sender.send('carrier-feed', 'parcel.moved', data, id ? { id } : {}));
}
