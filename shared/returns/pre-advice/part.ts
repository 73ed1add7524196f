import type { Instant } from '../record/instant.ts';
import type { WarehouseStatus } from './facts.ts';

/** What a warehouse last answered to an announcement, or to its withdrawal. */
export interface Answer {
  readonly accepted: boolean;
  readonly at: Instant;
  readonly reason?: string;
}

/** What a case's record says of the warehouses that were told of it. */
export interface PreAdvicePart {
  /** By announcement id. */
  readonly preAdviceAnswers: Readonly<Record<string, Answer>>;
  readonly withdrawalAnswers: Readonly<Record<string, Answer>>;
  /** Where each warehouse stands with its order for this case. */
  readonly warehouseStatuses: Readonly<Record<string, { readonly status: WarehouseStatus; readonly at: Instant }>>;
}
