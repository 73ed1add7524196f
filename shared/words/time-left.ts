import type { Locale } from './locale.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const units = {
  'zh-CN': { day: ' 天', hour: ' 小时', minute: ' 分', between: ' ' },
  en: { day: ' d', hour: ' h', minute: ' min', between: ' ' },
} as const;

/** `3 h 20 min`, `2 d 4 h`, `12 min`: the two largest units, less than a minute as one. */
export function durationText(ms: number, locale: Locale): string {
  const { day, hour, minute, between } = units[locale];
  const whole = Math.max(1, Math.floor(ms / minuteMs)) * minuteMs;
  const parts = [
    [Math.floor(whole / dayMs), day],
    [Math.floor((whole % dayMs) / hourMs), hour],
    [whole >= dayMs ? 0 : Math.floor((whole % hourMs) / minuteMs), minute],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count}${unit}`)
    .join(between);
}

/** How long until something is due, or since when it is late. */
export function timeLeftText(dueMs: number, nowMs: number, locale: Locale): string {
  const left = durationText(Math.abs(dueMs - nowMs), locale);
  if (dueMs > nowMs) {
    return locale === 'zh-CN' ? `剩 ${left}` : `in ${left}`;
  }
  return locale === 'zh-CN' ? `已超时 ${left}` : `${left} overdue`;
}
