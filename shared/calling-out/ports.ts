import type { PreAdvice } from '#shared/returns/pre-advice/events.ts';
import type { Instant } from '#shared/returns/record/instant.ts';

/**
 * What one WMS was told of one case, and what it answered: one item `CALL#<case key> / <warehouse>`. It is the claim of every outward call:
 * an order is in it as `creating` before the WMS hears of it, so that after a crash it is known what may have been said.
 */
export interface Ledger {
  /** Grows by one with each write; 0 while there is none. */
  readonly version: number;
  /** Who may call now, and until when; nobody else calls before that. */
  readonly lease?: { readonly by: string; readonly until: Instant };
  /** By announcement id. Never taken out: an order code is used for one announcement only. */
  readonly orders: Readonly<Record<string, LedgerOrder>>;
}

interface NamedOrder {
  readonly orderCode: string;
  /** The WMS's own number, once it gave one. */
  readonly orderId?: string;
  /** When it got into this state. */
  readonly at: Instant;
}

export interface StandingOrder extends NamedOrder {
  /**
   * `creating` and `cancelling`: called, or about to be, and not answered. `in-doubt`: refused, but only when it was asked again, and
   * the call before that may have been done; it is cancelled like one that was created.
   */
  readonly state: 'creating' | 'created' | 'refused' | 'in-doubt' | 'cancelling' | 'cancel-refused';
  /** What was announced; the same again when the call is repeated. */
  readonly advice: PreAdvice;
  /** How many calls in a row, in this state, nobody knows the outcome of. */
  readonly unclear?: number;
}

/** Nothing is said of it any more, so that of what was announced only the number is kept. */
export interface CancelledOrder extends NamedOrder {
  readonly state: 'cancelled';
  readonly trackingNumber: string;
}

export type LedgerOrder = StandingOrder | CancelledOrder;

export interface LedgerTable {
  readLedger(caseKey: string, warehouseId: string): Promise<Ledger>;
  /** Only if the stored version is still `ledger.version - 1`. */
  writeLedger(caseKey: string, warehouseId: string, ledger: Ledger): Promise<'written' | 'lost'>;
}
