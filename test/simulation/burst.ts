import type { StandardSender } from '../simulators/standard-sender.ts';

/** One delivery of the life of a return. */
export interface Sending {
  readonly channel: string;
  readonly type: string;
  readonly data: Record<string, unknown>;
  readonly at: Date;
  readonly id: string;
}

export interface BurstCase {
  /** Sets its ids apart from those of all other runs. */
  readonly tag: string;
  readonly caseId: string;
  readonly index: number;
}

const item = { sku: 'CAP-BLUE', quantity: 2 };

export function trackingNumberOf({ tag, index }: Pick<BurstCase, 'tag' | 'index'>): string {
  return `SF${tag}${String(index).padStart(4, '0')}`;
}

/** The life of a return of two caps, from the request to their place on the shelf: three deliveries of the case, five of its parcel. */
export function sendingsOf({ tag, caseId, index }: BurstCase): Sending[] {
  const trackingNumber = trackingNumberOf({ tag, index });
  const goods = { warehouseId: 'east', trackingNumber };
  const price = { amount: 4_900, currency: 'CNY' };
  const total = { amount: 9_800, currency: 'CNY' };
  const iso = (minutes: number) => minutesAgo(minutes).toISOString();
  const scan = (stage: string, minutes: number) => ({ carrier: 'SF Express', trackingNumber, stage, at: iso(minutes) });
  const rows: readonly (readonly [string, string, number, Record<string, unknown>])[] = [
    [
      'own-store',
      'return.requested',
      400,
      {
        caseId,
        orderId: `SO-${caseId}`,
        kind: 'return',
        reason: { code: 'size' },
        lines: [{ lineId: '1', ...item, unitPrice: price }],
        refund: total,
        paid: total,
        orderState: 'delivered',
      },
    ],
    ['own-store', 'return.decided', 390, { caseId, decision: 'approved', by: 'merchant', warehouseId: 'east' }],
    ['own-store', 'return.shipped', 380, { caseId, carrier: 'SF Express', trackingNumber }],
    ['carrier-feed', 'parcel.moved', 300, scan('in-transit', 300)],
    ['carrier-feed', 'parcel.moved', 200, scan('delivered', 200)],
    [
      'wms-east',
      'parcel.received',
      150,
      { ...goods, receiptId: `REC-${trackingNumber}`, receivedAt: iso(150), lines: [item] },
    ],
    [
      'wms-east',
      'return.inspected',
      100,
      { ...goods, inspectionId: `QC-${trackingNumber}`, inspectedAt: iso(100), lines: [{ ...item, result: 'passed' }] },
    ],
    [
      'wms-east',
      'return.stocked-in',
      50,
      { ...goods, stockInId: `IN-${trackingNumber}`, at: iso(50), lines: [{ ...item, condition: 'sellable' }] },
    ],
  ];
  return rows.map(([channel, type, minutes, data], step) => ({
    channel,
    type,
    data,
    at: minutesAgo(minutes),
    id: `msg_${tag}_${index}_${step}`,
  }));
}

function minutesAgo(minutes: number): Date {
  return new Date(Date.now() - minutes * 60_000);
}

/** Sends all of them, so many at a time. @returns how many were taken. */
export async function sendAll(
  sender: Pick<StandardSender, 'send'>,
  burst: readonly Sending[],
  atOnce: number,
): Promise<number> {
  const left = [...burst];
  let taken = 0;
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const { channel, type, data, at, id } = next;
      const { status } = await sender.send(channel, type, data, { at, id });
      taken += status < 300 ? 1 : 0;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return taken;
}
