import type { Deadline } from '#shared/returns/deadlines/part.ts';
import { isNear } from '#shared/returns/deadlines/strikes.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { StoredRecord } from './ports.ts';

type Clocked = Pick<
  StoredRecord<{ readonly deadlines?: Readonly<Record<string, Deadline>> }>,
  'snapshot' | 'writtenAt'
>;

/** Each moment at which a clock strikes before long, and that was not so near when the record was written before. */
export function newStrikes(after: Clocked, before: Clocked | undefined): Instant[] {
  const known = before ? nearStrikes(before) : new Map<string, Instant>();
  const fresh = [...nearStrikes(after)].filter(([name]) => !known.has(name)).map(([, at]) => at);
  return [...new Set(fresh)];
}

/** By deadline and strike. */
function nearStrikes({ snapshot: { deadlines = {} }, writtenAt }: Clocked): ReadonlyMap<string, Instant> {
  const strikes = Object.values(deadlines).flatMap(({ id, nextStrike }): [string, Instant][] =>
    nextStrike && writtenAt && isNear(nextStrike.at, writtenAt)
      ? [[`${id} ${nextStrike.phase} ${nextStrike.count} ${nextStrike.at}`, nextStrike.at]]
      : [],
  );
  return new Map(strikes);
}
