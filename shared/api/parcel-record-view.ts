import type { StoredParcel } from './answering.ts';
import type { Sight } from './caller.ts';
import { canSee } from './caller.ts';
import { caseKeysIn } from './case-keys.ts';
import type { ParcelRecord } from './shapes/parcel-record.ts';

const shown = ['carrier', 'movedAt', 'receivedAt', 'unclaimedSince', 'candidates', 'work', 'updatedAt'] as const;

/** A parcel for people and tools. Of the cases that name it, those that the caller may see. */
export function parcelRecordViewOf({ version, snapshot }: StoredParcel, sight: Sight): ParcelRecord {
  const { number, stage, sides, cases, unclaimed } = snapshot;
  const own = cases.filter((key) => caseKeysIn(key).some((each) => canSee(sight, each)));
  const known = shown.flatMap((name) => (snapshot[name] === undefined ? [] : [[name, snapshot[name]]]));
  return { number, version, stage, sides, cases: own, unclaimed, ...Object.fromEntries(known) };
}
