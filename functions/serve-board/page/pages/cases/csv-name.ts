import type { Instant } from '#shared/returns/record/instant.ts';
import { formatTime } from '#shared/words/wording.ts';

interface NameOf {
  readonly merchant: string;
  readonly what: string;
  readonly now: Instant;
  readonly timeZone: string;
}

/** `demo-售后单-2026-03-10-1200.csv`, by the merchant's clocks; without what file systems forbid. */
export function csvName({ merchant, what, now, timeZone }: NameOf): string {
  const [day = '', time = ''] = formatTime(now, timeZone).split(' ');
  const parts = [merchant, what, day, time.slice(0, 5).replace(':', '')];
  return `${parts.map((part) => part.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-').trim()).join('-')}.csv`;
}
