import { canonicalNumber } from '#shared/identifiers/tracking-number.ts';
import type { CaseTable, ParcelTable } from './ports.ts';

interface Tables {
  readonly cases: Pick<CaseTable, 'readSnapshot' | 'erasePersonalData'>;
  readonly parcels: Pick<ParcelTable, 'erasePersonalData'>;
}

/**
 * Erases what is known of people in a case, and in each parcel that it names: the links to pictures of its goods. What is said later of any of them is
 * not kept. Another case that names one of these parcels loses its pictures, too.
 * @returns the numbers of those parcels.
 */
export async function erasePerson({ cases, parcels }: Tables, caseKey: string): Promise<readonly string[]> {
  const stored = await cases.readSnapshot(caseKey);
  const named = (stored?.snapshot.parcels ?? []).map(({ number }) => number);
  const numbers = [...new Set([...named, ...named.map(canonicalNumber)])];
  for (const number of numbers) {
    await parcels.erasePersonalData(number);
  }
  await cases.erasePersonalData(caseKey);
  return numbers;
}
