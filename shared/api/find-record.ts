import { canonicalNumber } from '#shared/identifiers/tracking-number.ts';
import type { CaseTable, ParcelTable } from '#shared/recording/ports.ts';
import type { StoredCase, StoredParcel } from './answering.ts';
import { canSee, canSeeParcel, type Sight } from './caller.ts';
import type { CaseKey } from './case-keys.ts';
import { formsOf } from './path-forms.ts';

/** The case that a path means, if the caller may see it. @param keys - What the path may stand for. */
export async function findCase(
  cases: Pick<CaseTable, 'readSnapshot'>,
  keys: readonly CaseKey[],
  sight: Sight,
): Promise<StoredCase | undefined> {
  for (const { key } of keys.filter((each) => canSee(sight, each))) {
    const record = await cases.readSnapshot(key);
    if (record) {
      return record;
    }
  }
  return undefined;
}

/** A label as it was scanned, too; no item's key holds more. */
const form = /^[^\p{Cc}\p{Cs}]{1,128}$/u;

/** The parcel that a path means, if the caller may see it: by its number, or, as an earlier release kept some, by its whole label. */
export async function findParcel(
  parcels: Pick<ParcelTable, 'readSnapshot'>,
  part: string,
  sight: Sight,
): Promise<StoredParcel | undefined> {
  const texts = formsOf(part).filter((text) => form.test(text));
  for (const number of new Set(texts.flatMap((text) => [canonicalNumber(text), text]))) {
    const record = await parcels.readSnapshot(number);
    if (record && canSeeParcel(sight, record.snapshot)) {
      return record;
    }
  }
  return undefined;
}
