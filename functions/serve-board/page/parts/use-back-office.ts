import { useCallback } from 'react';
import type { Entry } from '#shared/returns/attention/entry.ts';
import { useMe } from '../data/use-me.ts';
import { backOfficeUrl } from './back-office.ts';
import { useCopy } from './use-copy.ts';

/** The number that people paste into a back office: of a case its own, of a parcel that of its label. */
export function numberOf(entry: Entry): string {
  return entry.record === 'case' ? entry.caseId : entry.number;
}

export interface BackOffice {
  readonly link: (entry: Entry) => string | undefined;
  /** Copies the number, and opens the page of the case there, where the merchant's file says which it is. */
  readonly open: (entry: Entry) => void;
}

export function useBackOffice(): BackOffice {
  const me = useMe();
  const copy = useCopy();
  const link = useCallback(
    (entry: Entry) => (entry.record === 'case' ? backOfficeUrl(me?.backOffice[entry.source], entry) : undefined),
    [me],
  );
  const open = useCallback(
    (entry: Entry) => {
      void copy(numberOf(entry));
      const url = link(entry);
      if (url) {
        window.open(url, '_blank', 'noopener');
      }
    },
    [copy, link],
  );
  return { link, open };
}
