import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { noWish, readWish, type Wish, writeWish } from './wish.ts';

/** What is typed goes into the address a moment later: browsers refuse to write it at every letter. */
const writtenAfterMs = 250;
const openName = 'open';

export interface WishState {
  readonly wish: Wish;
  readonly change: (changes: Partial<Wish>) => void;
  readonly clear: () => void;
  /** The case that stands open beside the list. */
  readonly openKey: string | undefined;
  readonly open: (key: string | undefined) => void;
}

/** What somebody wants to see. It stands in the address, so that a link, a reload and the way back bring it again. */
export function useWish(): WishState {
  const [at, go] = useLocation();
  const search = useAddress();
  const [wish, setWish] = useState(() => readWish(search));
  const written = useRef(search);
  useEffect(() => {
    if (search !== written.current) {
      written.current = search;
      const next = readWish(search);
      // The same wish stays the same: the list is not at its top again because a case beside it was closed.
      setWish((before) => (writeWish(before, '') === writeWish(next, '') ? before : next));
    }
  }, [search]);
  const write = useCallback(
    (next: string, isNewPlace: boolean) => {
      written.current = next;
      go(`${at}${next}`, { replace: !isNewPlace });
    },
    [at, go],
  );
  useEffect(() => {
    const next = writeWish(wish, location.search);
    if (next === writeWish(readWish(location.search), location.search)) {
      return;
    }
    const timer = setTimeout(() => write(next, false), writtenAfterMs);
    return () => clearTimeout(timer);
  }, [wish, write]);
  const open = useCallback(
    (key: string | undefined) => {
      const query = new URLSearchParams(writeWish(wish, location.search));
      const wasOpen = query.has(openName);
      query.delete(openName);
      if (key !== undefined) {
        query.set(openName, key);
      }
      // The way back closes it again.
      write(query.size > 0 ? `?${query}` : '', key !== undefined && !wasOpen);
    },
    [wish, write],
  );
  return {
    wish,
    change: useCallback((changes: Partial<Wish>) => setWish((before) => ({ ...before, ...changes })), []),
    clear: useCallback(() => setWish((before) => ({ ...noWish, sort: before.sort })), []),
    openKey: new URLSearchParams(search).get(openName) ?? undefined,
    open,
  };
}

/** As `location.search`: what the router answers is half decoded. */
function useAddress(): string {
  useSearch();
  return location.search;
}
