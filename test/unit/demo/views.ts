import type { CaseView, DeadlineView, ParcelView } from '#shared/api/case-view.ts';
import type { CaseGoods } from '#shared/returns/goods/part.ts';
import { type Instant, instantOf } from '#shared/returns/record/instant.ts';
import type { Money } from '#shared/returns/record/money.ts';
import type { NoteCode } from '#shared/returns/record/note.ts';

const hourMs = 3_600_000;

/** So many hours after midnight. */
export function hour(hours: number): Instant {
  return instantOf(hours * hourMs);
}

export const noonMs = 12 * hourMs;

/** An approved return of one cap, as the API answers, but for what is given. */
export function viewOf(more: Partial<CaseView> = {}): CaseView {
  return {
    key: 'standard:main:RMA-1',
    source: 'standard',
    shop: 'main',
    caseId: 'RMA-1',
    version: 1,
    kind: 'return',
    headline: 'approved',
    headlineText: { 'zh-CN': '', en: '' },
    decision: { value: 'approved' },
    lines: [],
    goods: [],
    reports: [],
    quality: 'none',
    parcels: [],
    preAdvices: [],
    warehouseStatuses: {},
    money: { actions: [], sums: [], owed: { basis: 'unknown' } },
    deadlines: [],
    platformDeadlines: {},
    attention: [],
    disputes: [],
    tickets: [],
    ...more,
  };
}

export function parcel(more: Partial<ParcelView> = {}): ParcelView {
  return { number: 'SF1', statedAt: hour(1), stands: true, ...more };
}

export function deadline(more: Partial<DeadlineView> = {}): DeadlineView {
  return {
    deadlineId: 'd1',
    kind: 'refund',
    subject: 'case',
    openedAt: hour(1),
    remindAt: hour(10),
    dueAt: hour(14),
    setBy: 'policy',
    reminded: false,
    missed: false,
    escalation: 0,
    overdue: false,
    ...more,
  };
}

export function paid(more: Partial<CaseView['money']['actions'][number]> = {}): CaseView['money'] {
  const action = {
    refundId: 'RF-1',
    kind: 'goods-refund',
    amount: cny(9_900),
    status: 'done',
    by: 'merchant',
    at: hour(11),
  } as const;
  const isDone = more.status !== 'failed';
  return {
    actions: [{ ...action, ...more }],
    sums: [],
    owed: { basis: 'unknown' },
    ...(isDone && { enoughAt: hour(11) }),
  };
}

export function cny(amount: number): Money {
  return { amount, currency: 'CNY' };
}

/** Of one SKU, as far as is given. */
export function units(more: Partial<CaseGoods>): CaseGoods {
  const inspected = { passed: 0, 'passed-with-deduction': 0, failed: 0 };
  const stockedIn = { sellable: 0, defective: 0 };
  return { sku: 'CAP-BLUE', expected: 1, received: 0, over: 0, short: 0, unexpected: 0, inspected, stockedIn, ...more };
}

export function attention(...codes: readonly NoteCode[]): CaseView['attention'] {
  return codes.map((code) => ({ code, text: { 'zh-CN': `因为${code}`, en: `because ${code}` }, about: [] }));
}
