import type { Ledger, LedgerOrder, StandingOrder } from '#shared/calling-out/ports.ts';
import type { PreAdvice } from '#shared/returns/pre-advice/events.ts';
import { type Instant, instantOf } from '#shared/returns/record/instant.ts';

export const caseKey = 'doudian:4400123:R1';

/** `count` seconds after the beginning. */
export function second(count: number): Instant {
  return instantOf(Date.UTC(2026, 2, 1) + count * 1000);
}

export function adviceOf(id: string, fields: Partial<PreAdvice> = {}): PreAdvice {
  return {
    announcementId: `${caseKey}/${id}`,
    warehouseId: 'hangzhou',
    trackingNumber: 'SF100',
    caseId: 'R1',
    shop: '4400123',
    lines: [{ sku: 'SKU-RED-M', quantity: 1 }],
    check: ['quantity', 'condition'],
    returnAddress: { country: 'CN', region: '浙江省', city: '杭州市', line: '示例路 1 号' },
    ...fields,
  };
}

export function orderOf(id: string, state: LedgerOrder['state'], fields: Partial<StandingOrder> = {}): LedgerOrder {
  const { advice = adviceOf(id), ...others } = fields;
  const named = { orderCode: `BH-${id}`, at: second(0), ...others };
  return state === 'cancelled'
    ? { ...named, state, trackingNumber: advice.trackingNumber }
    : { ...named, state, advice };
}

/** A ledger of version 1, its orders by the short ids of their announcements. */
export function ledgerOf(orders: Readonly<Record<string, LedgerOrder>>): Ledger {
  const named = Object.entries(orders).map(([id, order]) => [`${caseKey}/${id}`, order] as const);
  return { version: 1, orders: Object.fromEntries(named) };
}
