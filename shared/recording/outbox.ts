import type { OutboxMessage } from '#shared/messages/inbox-message.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { Alias } from '#shared/returns/case/fact.ts';
import type { ParcelSnapshot } from '#shared/returns/parcel/parcel.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { caseMessages } from './case-outbox.ts';
import { parcelMessages } from './parcel-outbox.ts';

/**
 * What must follow from one version of a record, by name only: what a message holds stands in the snapshot beside it. Written out for each of
 * many cases, it would outgrow the item.
 */
export interface Outbox {
  /** Numbers of parcels to which the case says something new. */
  readonly links?: readonly string[];
  /** By which the case goes from now on. */
  readonly names?: readonly Alias[];
  /** When clocks of the case strike before long. */
  readonly strikes?: readonly Instant[];
  /** Keys of cases to which the state of the parcel is news. */
  readonly states?: readonly string[];
}

/** A version of a record as it was written. */
export interface WrittenVersion {
  readonly snapshot: CaseSnapshot | ParcelSnapshot;
  readonly version: number;
  readonly outbox?: Outbox;
}

/** The messages that must follow from a version. */
export function outboxMessages({ snapshot, version, outbox }: WrittenVersion): OutboxMessage[] {
  if (!outbox) {
    return [];
  }
  return 'caseId' in snapshot ? caseMessages(snapshot, version, outbox) : parcelMessages(snapshot, version, outbox);
}
