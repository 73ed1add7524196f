import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import type { Texts } from '#shared/words/locale.ts';
import { dayAfter, instantAtWall, wallTimeOf } from '../parts/wall-time.ts';

export interface SnoozeTime {
  readonly name: Texts;
  readonly until: Instant;
}

const minuteMs = 60_000;
/** When most teams go home, and begin. */
const workEnds = '18:00';
const workBegins = '09:00';

/** When to follow something up, by one click. The end of today is not offered once it is past, or nearly. */
export function snoozeTimes(now: Instant, timeZone: string): SnoozeTime[] {
  const today = wallTimeOf(now, timeZone).slice(0, 10);
  const soon = addMillis(now, 30 * minuteMs);
  const atWall = (day: string, time: string) => instantAtWall(`${day}T${time}`, timeZone);
  const times: readonly { readonly name: Texts; readonly until: Instant | undefined }[] = [
    { name: { 'zh-CN': '30 分钟后', en: 'in 30 min' }, until: soon },
    { name: { 'zh-CN': '2 小时后', en: 'in 2 h' }, until: addMillis(now, 120 * minuteMs) },
    { name: { 'zh-CN': '今天下班 18:00', en: 'today at 18:00' }, until: atWall(today, workEnds) },
    { name: { 'zh-CN': '明早 9:00', en: 'tomorrow at 9:00' }, until: atWall(dayAfter(today, 1), workBegins) },
  ];
  return times.flatMap(({ name, until }) => (until !== undefined && until >= soon ? [{ name, until }] : []));
}
