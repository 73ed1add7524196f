import type { RecordStrike } from '#shared/clocks/ports.ts';
import { millisOf } from '#shared/returns/record/instant.ts';
import { partitions } from '#shared/store/keys.ts';

/**
 * The name of the execution that waits for a strike: one that was started is not started twice, though Step Functions keeps a name for 90 days.
 * A strike that moves (a policy may change when it reminds) has another name. At most 80 characters.
 */
export function executionNameOf({ deadlineId, strike: { phase, count, at } }: RecordStrike): string {
  return `${deadlineId}-${phase}-${count}-${Math.floor(millisOf(at) / 1000).toString(36)}`;
}

/** What the `DeadlineTimer` state machine gets: how long to wait, and where to look then. */
export function executionInputOf({
  record,
  deadlineId,
  strike: { at },
}: RecordStrike): Readonly<Record<string, string>> {
  const pk = 'parcel' in record ? partitions.parcel(record.parcel) : partitions.case(record.caseKey);
  return { pk, ...record, deadlineId, at };
}
