import type { StoredRecord } from '#shared/recording/ports.ts';
import type { CaseRules, CaseSnapshot } from '#shared/returns/case/case.ts';
import { wholeCase } from '#shared/returns/case/kept-case.ts';
import { caseTellings, tellerOf } from '#shared/returns/case/tell-case.ts';
import type { DeadlineRules } from '#shared/returns/deadlines/kinds.ts';
import { deadlineTellings } from '#shared/returns/deadlines/tell.ts';
import type { ParcelSnapshot } from '#shared/returns/parcel/parcel.ts';
import { parcelTellerOf, parcelTellings } from '#shared/returns/parcel/tell-parcel.ts';
import type { Change, ToldEntry } from '#shared/returns/record/change.ts';
import { changeOf, heardOf, type Teller, type Telling } from '#shared/returns/record/tell.ts';
import type { ParcelState } from '#shared/returns/tracking/facts.ts';

/** What a record last told, ready to be sent again under the same event ids. */
export interface Rebuilt {
  readonly changes: readonly Change[];
  /** Happenings that were told and that the record no longer shows (a reminder of a deadline that was met since): they are not sent. */
  readonly gone: readonly string[];
}

/**
 * Rebuilds every event that a case last told. Values come as they were told; happenings are told anew from the record, so that they
 * have the same id and the data of today, with the record's present version and time where the first ones are not kept.
 *
 * @param states - The latest word of each of its parcels.
 */
export function rebuildCase(
  record: StoredRecord<CaseSnapshot>,
  states: readonly ParcelState[],
  rules: CaseRules,
): Rebuilt {
  const { told, version } = record;
  const snapshot = wholeCase(record.snapshot, states);
  const tellings = [...caseTellings(snapshot, told), ...deadlineTellings(snapshot, told, rules.deadlines)];
  return rebuild(record, tellerOf(snapshot, version), tellings);
}

/** The same of a parcel. */
export function rebuildParcel(record: StoredRecord<ParcelSnapshot>, rules: DeadlineRules): Rebuilt {
  const { snapshot, told, version } = record;
  const tellings = [...parcelTellings(snapshot, told), ...deadlineTellings(snapshot, told, rules)];
  return rebuild(record, parcelTellerOf(snapshot, version), tellings);
}

function rebuild(record: StoredRecord<unknown>, teller: Teller, tellings: readonly Telling[]): Rebuilt {
  const happenings = new Map(tellings.filter(({ mode }) => mode === 'once').map((telling) => [telling.key, telling]));
  const latest = new Map(record.changes.map((change) => [change.eventId, change]));
  const changes: Change[] = [];
  const gone: string[] = [];
  for (const [key, kept] of Object.entries(record.told)) {
    const entry = heardOf(kept);
    if (!entry) {
      continue;
    }
    const telling = happenings.get(key);
    const change = entry.change ?? (telling && changeOf(teller, telling, entry.times));
    if (!change) {
      gone.push(key);
    } else if (!isReplaced(entry)) {
      changes.push(latest.get(change.eventId) ?? change);
    }
  }
  return { changes: changes.sort((a, b) => a.version - b.version), gone };
}

/** An announcement that another one stands for: to send it again would tell the warehouse of a parcel that it should forget. */
function isReplaced({ hash, change }: ToldEntry): boolean {
  return hash === '' && (change?.type === 'Return Tracking Assigned' || change?.type === 'Return Tracking Replaced');
}
