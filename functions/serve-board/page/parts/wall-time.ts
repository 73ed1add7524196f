import { type Instant, instantOf, millisOf } from '#shared/returns/record/instant.ts';
import { formatTime } from '#shared/words/wording.ts';

/** `2026-03-10T17:00` by the clocks of the zone, as inputs of the browser have it. */
export function wallTimeOf(at: Instant, timeZone: string): string {
  return formatTime(at, timeZone).slice(0, 16).replace(' ', 'T');
}

/** The moment at which the clocks of a zone show a time; undefined where the text is none. Of an hour that a change of clocks leaves out, one beside it. */
export function instantAtWall(wall: string, timeZone: string): Instant | undefined {
  const asIfUtc = Date.parse(`${wall}Z`);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall) || Number.isNaN(asIfUtc)) {
    return undefined;
  }
  const offsetAt = (ms: number) => Date.parse(`${wallTimeOf(instantOf(ms), timeZone)}Z`) - ms;
  // The second look is right where the clocks changed between the two.
  const near = asIfUtc - offsetAt(asIfUtc);
  return instantOf(asIfUtc - offsetAt(near));
}

/** `17:00` of today, else `3/11 09:00`; of another year with it. */
export function shortTime(at: Instant, now: Instant, timeZone: string): string {
  const [wall, today] = [wallTimeOf(at, timeZone), wallTimeOf(now, timeZone)];
  const time = wall.slice(11);
  if (wall.slice(0, 10) === today.slice(0, 10)) {
    return time;
  }
  const day = wall.slice(5, 10).replace('-', '/').replace(/^0/, '');
  return wall.slice(0, 4) === today.slice(0, 4) ? `${day} ${time}` : `${wall.slice(0, 4)}/${day} ${time}`;
}

/** So many whole days from a day of the calendar. @param day - `2026-03-10` */
export function dayAfter(day: string, count: number): string {
  return instantOf(millisOf(`${day}T00:00:00.000Z` as Instant) + count * 86_400_000).slice(0, 10);
}
