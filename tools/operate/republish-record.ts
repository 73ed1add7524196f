import type { Bus } from '#shared/publishing/publish-changes.ts';
import { publishChanges } from '#shared/publishing/publish-changes.ts';
import { type Rebuilt, rebuildCase, rebuildParcel } from '#shared/publishing/republish.ts';
import type { CaseTable, ParcelTable } from '#shared/recording/ports.ts';
import type { CaseRules } from '#shared/returns/case/case.ts';
import type { Change } from '#shared/returns/record/change.ts';
import { statesOf } from '#shared/returns/tracking/states.ts';

export type RecordName = { readonly caseKey: string } | { readonly parcel: string };

export interface Republishing {
  readonly cases: Pick<CaseTable, 'readSnapshot' | 'readObservations'>;
  readonly parcels: Pick<ParcelTable, 'readSnapshot'>;
  readonly rules: CaseRules;
  readonly merchant: string;
  /** Undefined: nothing is sent. */
  readonly bus: Bus | undefined;
  readonly print: (line: string) => void;
}

/**
 * Sends what a record last told once more, with the same event ids.
 * @throws Error where there is no such record, or the bus does not take an event.
 */
export async function republishRecord(name: RecordName, work: Republishing): Promise<void> {
  const { changes, gone } = await rebuiltOf(name, work);
  for (const change of changes) {
    work.print(describeChange(change));
  }
  for (const key of gone) {
    work.print(`not sent: ${key} (no longer so)`);
  }
  if (!work.bus) {
    work.print(`would be sent: ${changes.length}`);
    return;
  }
  const unpublishable = {
    keep: async (change: unknown, reason: string) => {
      throw new Error(`the bus does not take ${describeChange(change as Change)}: ${reason}`);
    },
  };
  const { published } = await publishChanges(changes, { merchant: work.merchant, bus: work.bus, unpublishable });
  work.print(`sent: ${published}`);
}

async function rebuiltOf(name: RecordName, { cases, parcels, rules }: Republishing): Promise<Rebuilt> {
  if ('caseKey' in name) {
    const record = await cases.readSnapshot(name.caseKey);
    return record
      ? rebuildCase(record, statesOf(await cases.readObservations(name.caseKey)), rules)
      : unknown(`case ${name.caseKey}`);
  }
  const record = await parcels.readSnapshot(name.parcel);
  return record ? rebuildParcel(record, rules.deadlines) : unknown(`parcel ${name.parcel}`);
}

function unknown(what: string): never {
  throw new Error(`There is no ${what} in this table.`);
}

function describeChange({ type, eventId, version }: Change): string {
  return `${type.padEnd(26)} ${eventId}  version ${version}`;
}
