import { parseCaseKey } from '#shared/returns/case/case-key.ts';
import type { PreAdvice } from '#shared/returns/pre-advice/events.ts';

const codes: ReadonlyMap<string, string> = new Map([
  ['taobao', 'TB'],
  ['tmall', 'TM'],
  ['jd', 'JD'],
  ['pinduoduo', 'PDD'],
]);

/** Qimen's code for the platform where the case was opened, read from the case's key at the start of the announcement's id; `OTHERS` for any that Qimen has none for. */
export function sourcePlatformCode({ announcementId }: Pick<PreAdvice, 'announcementId'>): string {
  return codes.get(parseCaseKey(announcementId)?.source ?? '') ?? 'OTHERS';
}
