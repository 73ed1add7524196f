import { type Candidate, candidatesFor, mostCandidates } from '#shared/returns/attention/candidates.ts';
import type { CaseEntry, Entry, ParcelEntry } from '#shared/returns/attention/entry.ts';
import { compare } from '#shared/returns/record/statement.ts';
import type { PhoneTails } from './ports.ts';

/** Parcels that no case counts, the longest waiting first. */
export function unclaimedParcels(entries: readonly Entry[]): ParcelEntry[] {
  return entries
    .filter((entry) => entry.record === 'parcel' && entry.isOpen)
    .map((entry) => entry as ParcelEntry)
    .sort((a, b) => compare(a.since, b.since) || compare(a.number, b.number));
}

/** Looks at so many phones: each is a read of what is known of a person. */
const mostPhones = 2 * mostCandidates;

export interface Unclaimed {
  readonly parcel: ParcelEntry;
  readonly candidates: readonly Candidate[];
}

/**
 * One unclaimed parcel with the cases that it may belong to. Undefined where no list holds it.
 *
 * @param phoneTail - As it is written on the parcel, where somebody read it there; of the phones that are known only whether they end so comes out.
 */
export async function unclaimedParcel(
  number: string,
  { entries, phones }: { readonly entries: readonly Entry[]; readonly phones: PhoneTails },
  phoneTail?: string,
): Promise<Unclaimed | undefined> {
  const parcel = unclaimedParcels(entries).find((each) => each.number === number);
  if (!parcel) {
    return undefined;
  }
  const cases = entries.filter((entry) => entry.record === 'case').map((entry) => entry as CaseEntry);
  const tail = tailIn(phoneTail);
  const ranked = candidatesFor(parcel, cases);
  if (!tail) {
    return { parcel, candidates: ranked };
  }
  const asked = [...ranked.map(({ entry }) => entry.key), ...awaiting(cases)];
  const keys = [...new Set(asked)].slice(0, mostPhones);
  return { parcel, candidates: candidatesFor(parcel, cases, await phones.casesWithTail(tail, keys)) };
}

/** Cases whose goods are under way, without a number by which they would have been found. */
function awaiting(cases: readonly CaseEntry[]): string[] {
  return cases.filter(({ headline, numbers }) => headline === 'approved' && numbers.length === 0).map(({ key }) => key);
}

/** Four digits, as platforms and carriers show them. */
function tailIn(text: string | undefined): string | undefined {
  const digits = (text ?? '').replace(/\D/g, '');
  return digits.length >= 4 ? digits.slice(-4) : undefined;
}
