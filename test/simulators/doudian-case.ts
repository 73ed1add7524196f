/** One line of an after-sales case; money in fen. */
export interface DoudianLine {
  readonly sku: string;
  readonly quantity: number;
  /** For one unit, as paid. */
  readonly priceFen: number;
  readonly title: string;
}

/** Codes of `aftersale_type` (platforms-cn.md, 2c). */
export const doudianTypes = { return: 0, refundAfterShipping: 1, refundBeforeShipping: 2, exchange: 3 } as const;

/** A case as the shop shows it from `updatedAt` on; each change makes a new one. Times in Unix seconds. */
export interface DoudianCase {
  readonly id: string;
  readonly shop: string;
  readonly orderId: string;
  readonly type: number;
  readonly status: number;
  readonly lines: readonly DoudianLine[];
  readonly reason: string;
  readonly reasonCode: number;
  readonly appliedAt: number;
  readonly updatedAt: number;
  /** 0 where nothing is awaited from anybody. */
  readonly deadlineAt: number;
  readonly askedFen: number;
  readonly refundedFen: number;
  readonly refundStatus: number;
  readonly refundedAt?: number;
  readonly dispute?: DoudianDispute;
  /** Of the merchant's return address, once the return was agreed. */
  readonly returnAddressId?: string;
  readonly returned?: DoudianReturn;
  /** The parcels in which the order went out; none are told where absent. */
  readonly sentOut?: readonly Omit<DoudianReturn, 'filledInAt'>[];
  /** The buyer has not got the goods (`got_pkg`). */
  readonly isStillOut?: true;
  /** Set where a rule of the platform, or of the merchant, agreed by itself (`auto_audit_bits`). */
  readonly agreedBy?: readonly number[];
}

export interface DoudianReturn {
  readonly trackingNumber: string;
  readonly companyCode: string;
  readonly companyName: string;
  readonly filledInAt: number;
}

export interface DoudianDispute {
  readonly openedAt: number;
  readonly settledAt?: number;
  readonly winner?: 'buyer' | 'merchant';
}

/** 0 none, 1 in progress, 2 for the buyer, 3 for the merchant. */
export function arbitrateStatusOf({ dispute }: DoudianCase): number {
  if (!dispute) {
    return 0;
  }
  return dispute.winner ? { buyer: 2, merchant: 3 }[dispute.winner] : 1;
}

/** What Backhaul should show of a case in the end. */
export interface DoudianTruth {
  readonly caseId: string;
  readonly shop: string;
  readonly orderId: string;
  /** The raw code, as text. */
  readonly status: string;
  readonly decision: 'new' | 'approved' | 'declined' | 'withdrawn';
  readonly isFinished: boolean;
  /** The one that stands. */
  readonly trackingNumber?: string;
  /** Those that it replaced, oldest first. */
  readonly replacedNumbers: readonly string[];
  readonly refundedFen: number;
  readonly isDisputed: boolean;
  /** Once a dispute was settled. */
  readonly disputeWinner?: 'buyer' | 'merchant';
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[];
  readonly updatedAtMs: number;
  readonly deadlineAtMs?: number;
}

const decisions: Readonly<Record<number, DoudianTruth['decision']>> = {
  6: 'new',
  27: 'declined',
  29: 'declined',
  28: 'withdrawn',
};
const finished = [12, 14, 28, 51, 53];

/** @param versions - All that the case ever was, oldest first. */
export function truthOf(versions: readonly DoudianCase[]): DoudianTruth {
  const latest = versions.at(-1) as DoudianCase;
  const numbers = versions.flatMap(({ returned }) => (returned ? [returned.trackingNumber] : []));
  const trackingNumber = latest.returned?.trackingNumber;
  return {
    caseId: latest.id,
    shop: latest.shop,
    orderId: latest.orderId,
    status: String(latest.status),
    decision: decisions[latest.status] ?? 'approved',
    isFinished: finished.includes(latest.status),
    ...(trackingNumber && { trackingNumber }),
    replacedNumbers: [...new Set(numbers)].filter((number) => number !== trackingNumber),
    refundedFen: latest.refundedFen,
    isDisputed: arbitrateStatusOf(latest) === 1,
    ...(latest.dispute?.winner && { disputeWinner: latest.dispute.winner }),
    lines: latest.lines.map(({ sku, quantity }) => ({ sku, quantity })),
    updatedAtMs: latest.updatedAt * 1000,
    ...(latest.deadlineAt > 0 && { deadlineAtMs: latest.deadlineAt * 1000 }),
  };
}

/** What the case was at that time; undefined before it began. */
export function versionAt(versions: readonly DoudianCase[], ms: number): DoudianCase | undefined {
  return versions.findLast(({ updatedAt }) => updatedAt * 1000 <= ms);
}
