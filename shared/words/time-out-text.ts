import type { TimeOutRow } from '#shared/returns/deadlines/time-out.ts';
import type { Locale } from './locale.ts';
import { timeOutWords } from './time-out-words.ts';

const notVerified = { 'zh-CN': '（未核实）', en: ' (not verified)' };

/** With a mark where nothing of the platform's own says so. */
export function timeOutText({ does, isVerified }: Pick<TimeOutRow, 'does' | 'isVerified'>, locale: Locale): string {
  return `${timeOutWords[does][locale]}${isVerified || does === 'unknown' ? '' : notVerified[locale]}`;
}
