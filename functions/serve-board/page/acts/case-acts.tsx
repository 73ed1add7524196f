import { useRecords } from '../data/use-records.ts';
import { ActsBar } from './acts-bar.tsx';

/** The acts of a case that is open; of one that is done there are none. */
export function CaseActs({ caseKey }: { readonly caseKey: string }) {
  const entry = useRecords().data?.entries.get(`case ${caseKey}`);
  return entry ? <ActsBar entry={entry} /> : null;
}
