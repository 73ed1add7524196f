import { useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { unclaimedParcels } from '#shared/lists/unclaimed.ts';
import type { ParcelEntry } from '#shared/returns/attention/entry.ts';
import { entriesOf, useRecords } from '../../data/use-records.ts';

/** All that nobody knows the case of, kept up to date with every other list; undefined while nothing is loaded. */
export function useParcels(): readonly ParcelEntry[] | undefined {
  const { data } = useRecords();
  return useMemo(() => data && unclaimedParcels(entriesOf(data)), [data]);
}

/** The number that is opened, as it stands in the address. */
export function useOpened(): readonly [number: string | undefined, open: (number: string | undefined) => void] {
  const [params, setParams] = useSearchParams();
  const open = (number: string | undefined) => setParams(number === undefined ? {} : { number });
  return [params.get('number') ?? undefined, open];
}
