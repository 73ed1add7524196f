import type { HourCounts } from '#shared/counting/ports.ts';
import { Fault } from '#shared/fault/fault.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import { foldRevision } from '#shared/returns/record/fold-revision.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { Observer } from '#shared/sources/source.ts';
import type {
  AliasTable,
  CaseTable,
  DeliveryTable,
  OrderTable,
  Outbound,
  ParcelTable,
  PolicySource,
  SightingTable,
} from './ports.ts';

/** What a record is read from, folded by and written to. */
export interface RecordWriter {
  readonly cases: CaseTable;
  readonly parcels: ParcelTable;
  readonly orders: OrderTable;
  readonly policy: PolicySource;
  readonly merchant: Merchant;
  readonly now: () => Instant;
}

/** All that recording works with. */
export interface Recorder extends RecordWriter {
  readonly deliveries: DeliveryTable;
  readonly aliases: AliasTable;
  readonly sightings: SightingTable;
  readonly outbound: Outbound;
  readonly observerOf: (source: string) => Observer | undefined;
  /** The inbox has more than it can do: what it holds may meet a deadline that seems missed. */
  readonly isInboxBehind: () => Promise<boolean>;
  /** Counts what came, for the health of sources; in memory, so that no message waits for it. Absent where nobody counts. */
  readonly count?: (counts: HourCounts) => void;
}

/** Beyond this many lost races in a row the message is given back to the queue. */
export const mostTries = 30;

/** @throws Fault `newer-fold` when the stored record may not be touched by this version of the fold. */
export function refuseNewerFold(before: { readonly foldRevision: number } | undefined, record: string): void {
  if (before && before.foldRevision > foldRevision) {
    const what = `${record} was folded by revision ${before.foldRevision}, this is ${foldRevision}`;
    throw new Fault('newer-fold', what, { advice: 'finish the deployment' });
  }
}
