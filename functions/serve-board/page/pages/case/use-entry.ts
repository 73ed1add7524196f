import { type Entry, entryIdOf } from '#shared/returns/attention/entry.ts';
import { useRecords } from '../../data/use-records.ts';

/** How lists show the case: undefined where none does, since it is done; `loading` until that is known. */
export function useEntry(caseKey: string): Entry | 'loading' | undefined {
  const { data } = useRecords();
  return data ? data.entries.get(entryIdOf({ record: 'case', key: caseKey } as Entry)) : 'loading';
}
