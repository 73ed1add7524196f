import type { CaseSnapshot } from '#shared/returns/case.ts';
import { digestOf } from '#shared/returns/digest.ts';
import type { Alias } from '#shared/returns/fact.ts';
import { linksOf } from '#shared/returns/links.ts';
import type { ParcelLink } from '#shared/returns/parcel.ts';
import type { StoredRecord } from './ports.ts';
import type { Recorder, RefoldOptions } from './recorder.ts';

/**
 * What follows from a case's record: first the link at each parcel that it names, then the parcel to the inbox;
 * first each of its names, then a look for deliveries that waited for it. Only what changed, or all of it when `again`.
 */
export async function linkCase(
  recorder: Recorder,
  before: StoredRecord<CaseSnapshot> | undefined,
  after: StoredRecord<CaseSnapshot>,
  options: RefoldOptions,
): Promise<void> {
  const known = before && !options.again ? linksOf(before.snapshot, 0) : new Map<string, ParcelLink>();
  for (const [number, link] of linksOf(after.snapshot, after.version)) {
    if (!isSame(known.get(number), link)) {
      await recorder.parcels.putLink(number, link);
      await recorder.outbound.send({ kind: 'parcel-linked', number });
    }
  }
  const named = before && !options.again ? new Set(namesOf(before.snapshot).map(textOf)) : new Set<string>();
  for (const alias of namesOf(after.snapshot).filter((each) => !named.has(textOf(each)))) {
    await recorder.aliases.putCase(alias, after.snapshot.key);
    await releaseHeld(recorder, alias);
  }
}

function isSame(a: ParcelLink | undefined, b: ParcelLink): boolean {
  return a !== undefined && digestOf({ ...a, revision: 0 }) === digestOf({ ...b, revision: 0 });
}

/** A case goes by its own id, its whole key, and whatever its sender calls it besides. */
function namesOf({ key, caseId, aliases }: CaseSnapshot): Alias[] {
  return [{ kind: 'case-id', value: caseId }, { kind: 'case-id', value: key }, ...aliases];
}

function textOf({ kind, value }: Alias): string {
  return `${kind} ${value}`;
}

async function releaseHeld(recorder: Recorder, alias: Alias): Promise<void> {
  for (const ref of await recorder.aliases.readHeld(alias)) {
    const delivery = await recorder.deliveries.read(ref);
    if (delivery) {
      await recorder.outbound.send({ kind: 'delivery', delivery });
    }
    await recorder.aliases.release(alias, ref);
  }
}
