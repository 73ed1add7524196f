const eightHoursMs = 8 * 3_600_000;

/** What clocks in China show: `yyyy-MM-dd HH:mm:ss`. */
export function chinaClockText(ms: number): string {
  return new Date(ms + eightHoursMs).toISOString().slice(0, 19).replace('T', ' ');
}

/** The other way round; NaN for what is no such text. */
export function readChinaClock(text: string): number {
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text) ? Date.parse(`${text.replace(' ', 'T')}+08:00`) : Number.NaN;
}
