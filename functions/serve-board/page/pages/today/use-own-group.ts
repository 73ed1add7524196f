import { useEffect, useRef } from 'react';
import { useSearchParams } from 'wouter';
import type { GroupView } from '#shared/lists/attention-view.ts';
import type { Me } from '../../data/me.ts';
import { ownGroupOf } from './own-group.ts';
import { isAsked } from './use-asked.ts';

/** Opens the list on the reader's own group where the address asks for nothing; once, so that the whole list is one click away. */
export function useOwnGroup(me: Me, groups: readonly GroupView[]): void {
  const [params, setParams] = useSearchParams();
  const own = ownGroupOf(me, groups);
  const isOpened = useRef(false);
  useEffect(() => {
    const opens = !(isOpened.current || isAsked(params));
    isOpened.current = true;
    if (own !== undefined && opens) {
      setParams((before) => new URLSearchParams([...before, ['group', own]]), { replace: true });
    }
  }, [own, params, setParams]);
}
