import { useEffect, useMemo, useRef } from 'react';
import type { Me } from '../data/use-me.ts';
import { useNow } from '../data/use-now.ts';
import { entriesOf, useRecords } from '../data/use-records.ts';
import { armDing, ding } from './ding.ts';
import { newlyUrgent, type Rung, ringFor, urgentOf } from './urgent.ts';
import { isMuted } from './use-mute.ts';

const storedAs = 'rung';

/** How many of mine are urgent; sounds once when one more is. */
export function useUrgent({ person, listedAs = '', teams, merchant: { timeZone } }: Me): number {
  const { data } = useRecords();
  const now = useNow();
  const urgent = useMemo(
    () =>
      urgentOf(entriesOf(data), { viewer: person ? { names: [person, listedAs], teams } : undefined, now, timeZone }),
    [data, now, person, listedAs, teams, timeZone],
  );
  const before = useRef<ReadonlySet<string> | undefined>(undefined);
  useEffect(() => armDing(), []);
  useEffect(() => {
    if (!data) {
      return;
    }
    ringOnce(newlyUrgent(before.current, urgent));
    before.current = urgent;
  }, [data, urgent]);
  return urgent.size;
}

function ringOnce(ids: readonly string[]): void {
  if (ids.length === 0) {
    return;
  }
  const { rings, rung } = ringFor(ids, readRung(), Date.now());
  localStorage.setItem(storedAs, JSON.stringify(rung));
  if (rings && !isMuted()) {
    ding();
  }
}

function readRung(): Rung {
  try {
    return JSON.parse(localStorage.getItem(storedAs) ?? '{}') ?? {};
  } catch {
    return {};
  }
}
