import type { Strike } from '../deadlines/strikes.ts';
import type { GoodsFact } from '../goods/goods-fact.ts';
import type { CaseDetails } from '../opening/details.ts';
import type { Instant } from '../record/instant.ts';
import type { Money, MoneyKind } from '../record/money.ts';
import type { Note } from '../record/note.ts';
import type { WarehouseRules } from '../warehouse/warehouse-rules.ts';
import type { Alias, By, Decision, ParcelState, WarehouseStatus } from './fact.ts';

/** One tracking number that a case ever named. */
export interface CaseParcel {
  readonly number: string;
  /** Where a carrier feed found it, else as the case states it, else by a carrier's own word. */
  readonly carrier?: string;
  readonly statedCarrier?: string;
  /** By the sender's time. */
  readonly statedAt: Instant;
  /** When we first got a statement that names it. */
  readonly knownAt?: Instant;
  /** When a warehouse first accepted an announcement of it. */
  readonly acknowledgedAt?: Instant;
  /** False once the case's latest statement replaced it; its facts are then kept and not counted. */
  readonly stands: boolean;
  /** What the parcel's own record last said. */
  readonly state?: ParcelState;
}

/** Units of one SKU within a case: `stockedIn ≤ inspected ≤ received ≤ expected + over + unexpected`. */
export interface CaseGoods {
  readonly sku: string;
  readonly expected: number;
  readonly received: number;
  /** Received beyond what the case expects of a SKU that it names. */
  readonly over: number;
  /** Expected and not come, once everything that was sent has come and was counted. */
  readonly short: number;
  /** Received of a SKU that the case does not name. */
  readonly unexpected: number;
  readonly inspected: { readonly passed: number; readonly 'passed-with-deduction': number; readonly failed: number };
  readonly stockedIn: { readonly sellable: number; readonly defective: number };
}

export interface MoneyAction {
  readonly refundId: string;
  readonly kind: MoneyKind;
  readonly amount: Money;
  readonly status: 'done' | 'failed' | 'done-by-platform';
  readonly by: By;
  readonly at: Instant;
  /** When a try at it failed, whatever came of it later. */
  readonly failedAt?: Instant;
  readonly failure?: string;
}

/** What was paid out of one kind, against its cap. `counted + over` is all that was done; `counted ≤ cap`. Minor units. */
export interface MoneySum {
  readonly kind: MoneyKind;
  readonly cap?: number;
  readonly capFrom: 'paid' | 'lines' | 'policy' | 'unknown';
  readonly counted: number;
  readonly over: number;
}

export const deadlineKinds = ['qc-follow-up', 'refund', 'warehouse-acknowledges'] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

/** One clock of a case. `id` is a hash of what opened it and when it is due, so a moved deadline has another id. */
export interface Deadline {
  readonly id: string;
  readonly kind: DeadlineKind;
  /** A tracking number, or `case`. */
  readonly subject: string;
  readonly openedAt: Instant;
  readonly remindAt: Instant;
  readonly dueAt: Instant;
  readonly setBy: 'policy' | 'platform';
  readonly metAt?: Instant;
  readonly reminded: boolean;
  /** By all that is recorded it was not met in time. */
  readonly missed: boolean;
  readonly escalation: number;
  /** Absent once it is met, or its clock has struck to its end. */
  readonly nextStrike?: Strike;
}

/** What a warehouse last answered to an announcement, or to its withdrawal. */
export interface Answer {
  readonly accepted: boolean;
  readonly at: Instant;
  readonly reason?: string;
}

export interface Dispute {
  readonly disputeId: string;
  readonly openedAt?: Instant;
  readonly closedAt?: Instant;
  readonly outcome?: string;
}

export type Quality = 'none' | 'waiting' | 'in-check' | 'passed' | 'passed-with-deduction' | 'failed';

export type Headline =
  | 'requested'
  | 'approved'
  | 'on-its-way'
  | 'received'
  | 'checked'
  | 'stocked-in'
  | 'refunded'
  | 'declined'
  | 'withdrawn'
  | 'expired'
  | 'closed';

/** The folded return record. */
export interface CaseSnapshot {
  readonly key: string;
  readonly source: string;
  readonly shop: string;
  readonly caseId: string;
  readonly openedAt?: Instant;
  /** Other names of the case at its sender. */
  readonly aliases: readonly Alias[];
  readonly details: CaseDetails;
  readonly decision: {
    readonly value: 'new' | Decision;
    readonly by?: By;
    readonly reason?: string;
    /** Since when; of `new`, when the store took an end back. */
    readonly at?: Instant;
  };
  readonly platformStatus?: { readonly status: string; readonly at: Instant };
  /** When the store closed it, while it is closed. */
  readonly closedAt?: Instant;
  /** Each closing by the sender's own time; one that is repeated without a reopening is one, as of the first time. */
  readonly closings: readonly Instant[];
  /** When it was opened again, if it is open after having been closed. */
  readonly reopenedAt?: Instant;
  readonly warehouse?: { readonly id: string; readonly by: 'store' | 'policy' | 'person' };
  readonly parcels: readonly CaseParcel[];
  /** What a warehouse reported by case, without a tracking number. */
  readonly directGoods: readonly GoodsFact[];
  readonly goods: readonly CaseGoods[];
  readonly quality: Quality;
  readonly money: { readonly actions: readonly MoneyAction[]; readonly sums: readonly MoneySum[] };
  readonly disputes: readonly Dispute[];
  readonly messages: readonly { readonly at: Instant; readonly by: string; readonly kind: string }[];
  readonly stopped?: { readonly at: Instant; readonly ok: boolean; readonly reason?: string };
  readonly replacement?: { readonly at: Instant; readonly trackingNumber?: string; readonly carrier?: string };
  readonly tickets: readonly string[];
  /** By announcement id. */
  readonly preAdviceAnswers: Readonly<Record<string, Answer>>;
  readonly withdrawalAnswers: Readonly<Record<string, Answer>>;
  /** Where each warehouse stands with its order for this case. */
  readonly warehouseStatuses: Readonly<Record<string, { readonly status: WarehouseStatus; readonly at: Instant }>>;
  /** Changes that no webhook told of, by the store's own times. */
  readonly missedWebhooks: readonly Instant[];
  readonly storeDispositions: readonly { readonly type: string; readonly quantity: number; readonly sku?: string }[];
  readonly platformDeadlines: Readonly<Record<string, Instant>>;
  /** By deadline id: a timer reads just its own. */
  readonly deadlines: Readonly<Record<string, Deadline>>;
  /** The earliest of what its clocks strike next. */
  readonly nextStrikeAt?: Instant;
  readonly headline: Headline;
  readonly notes: readonly Note[];
  /** Why a person should look: the notes' codes, each once. */
  readonly attention: readonly string[];
  readonly updatedAt?: Instant;
}

/** When a kind of deadline is due, and what happens around it. Minutes. */
export interface DeadlineRule {
  readonly dueAfterMinutes: number;
  readonly remindBeforeMinutes: number;
  readonly escalateEveryMinutes: number;
  readonly escalations: number;
}

/** What a fold needs to know beyond the facts: policy and configuration, as plain values. */
export interface CaseRules {
  readonly deadlines: Readonly<Record<DeadlineKind, DeadlineRule>>;
  /** Caps per case in minor units of the merchant's currency. */
  readonly caps: { readonly compensation: number; readonly returnFreight: number };
  readonly warehouses: Readonly<Record<string, WarehouseRules>>;
}
