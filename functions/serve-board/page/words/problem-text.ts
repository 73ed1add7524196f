import type { Problem } from '#shared/api/shapes/problem.ts';
import type { Locale } from '#shared/words/locale.ts';

/** What the API refused, in the reader's language; empty where a gateway answered that has no words. */
export function problemText(problem: Partial<Problem>, locale: Locale): string {
  return (locale === 'zh-CN' ? problem['detail-zh-CN'] : problem.detail) ?? '';
}
