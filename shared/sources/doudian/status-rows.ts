import type { Decision } from '#shared/returns/decision/facts.ts';

/** What `after_sale_type` 0 to 8 says (platforms-cn.md, 2). 4 and 5 are cancelled orders, for which there is no kind. */
export const types = {
  returnAndRefund: 0,
  refundAfterShipping: 1,
  refundBeforeShipping: 2,
  exchange: 3,
  priceProtection: 6,
  resend: 7,
  repair: 8,
} as const;

/** What must happen until `status_deadline`. */
export const deadlineKinds = ['decision', 'buyer-ships', 'replacement', 'refund'] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

interface StatusRow {
  readonly decision?: Decision;
  /** True: the case is closed; false: it is open; absent: a refused case, which the buyer may open again. */
  readonly isClosed?: boolean;
  readonly deadline?: DeadlineKind;
}

/** `after_sale_status`. What is not here is kept as the platform's status, and no more is made of it. */
const rows: ReadonlyMap<number, StatusRow> = new Map<number, StatusRow>([
  [6, { isClosed: false, deadline: 'decision' }],
  [7, { decision: 'approved', isClosed: false, deadline: 'buyer-ships' }],
  [8, { decision: 'approved', isClosed: false, deadline: 'replacement' }],
  [11, { decision: 'approved', isClosed: false, deadline: 'refund' }],
  // 13 as some rows have it.
  [3, { decision: 'approved', isClosed: false }],
  [13, { decision: 'approved', isClosed: false }],
  [12, { decision: 'approved', isClosed: true }],
  [14, { decision: 'approved', isClosed: true }],
  [27, { decision: 'declined' }],
  [29, { decision: 'declined' }],
  // Taken back by the buyer or timed out, which of the two is not told. Either way no goods are to be expected.
  [28, { decision: 'withdrawn', isClosed: true }],
  [51, { isClosed: true }],
  [53, { isClosed: true }],
]);

const moneyOnly: ReadonlySet<number | undefined> = new Set([
  types.refundAfterShipping,
  types.refundBeforeShipping,
  types.priceProtection,
]);
const withReplacement: ReadonlySet<number | undefined> = new Set([types.exchange, types.repair, types.resend]);

/** What a status means for a case of this type; undefined for an unknown one. */
export function statusRowOf(status: number, type: number | undefined): StatusRow | undefined {
  if (status === 6 && moneyOnly.has(type)) {
    return { isClosed: false, deadline: 'refund' };
  }
  // Of goods sent anew nothing comes back, so *waiting for the merchant to ship* is where such a case begins.
  if (status === 8 && type === types.resend) {
    return { isClosed: false, deadline: 'replacement' };
  }
  const row = rows.get(status);
  return row?.deadline === 'refund' && withReplacement.has(type) ? { ...row, deadline: 'replacement' } : row;
}
