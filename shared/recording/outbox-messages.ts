import type { OutboxMessage } from '#shared/messages/inbox-message.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { ParcelSnapshot } from '#shared/returns/parcel/parcel.ts';
import { caseMessages } from './case-outbox.ts';
import type { Outbox } from './outbox.ts';
import { parcelMessages } from './parcel-outbox.ts';

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
