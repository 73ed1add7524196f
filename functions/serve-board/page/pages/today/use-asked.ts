import { useCallback } from 'react';
import { useSearchParams } from 'wouter';
import { type AttentionGroup, attentionGroups } from '#shared/returns/attention/entry.ts';
import { type View, views } from '#shared/returns/attention/views.ts';

/** What the address asks for. */
export interface InAddress {
  readonly view: View;
  readonly group?: AttentionGroup | undefined;
  /** The record whose drawer is open. */
  readonly open?: string | undefined;
}

/** What the list shows stands in the address: a reload and the way back keep it. */
export function useAsked(): readonly [InAddress, (changes: Partial<InAddress>) => void] {
  const [params, setParams] = useSearchParams();
  const asked = readAddress(params);
  const change = useCallback(
    (changes: Partial<InAddress>) => {
      setParams((before) => withChanges(before, changes), { replace: !isStep(params, changes) });
    },
    [params, setParams],
  );
  return [asked, change];
}

const names = ['view', 'group', 'open'] as const;

export function readAddress(params: URLSearchParams): InAddress {
  const [view, group, open] = names.map((name) => params.get(name));
  return {
    view: views.find((each) => each === view) ?? 'all',
    group: attentionGroups.find((each) => each === group),
    open: open ?? undefined,
  };
}

/** Whether it says anything of what the list is to show. */
export function isAsked(params: URLSearchParams): boolean {
  return names.some((name) => params.has(name));
}

/** Whether the way back leads to what was before: to another view or group, or to the list under what opened over it; not from one drawer to the last. */
export function isStep(params: URLSearchParams, changes: Partial<InAddress>): boolean {
  return 'open' in changes ? changes.open !== undefined && !params.has('open') : true;
}

function withChanges(before: URLSearchParams, changes: Partial<InAddress>): URLSearchParams {
  const after = new URLSearchParams(before);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') {
      after.delete(name);
    } else {
      after.set(name, value);
    }
  }
  return after;
}
