import type { CaseView } from '#shared/api/case-view.ts';

import type { TimelineEntry } from '#shared/api/timeline.ts';
import type { Locale } from '#shared/words/locale.ts';
import type { LocalOutputs } from '../operate/outputs.ts';
import type { Log } from '../run/progress.ts';
import { AnswerError, openApiReader, whatOf } from './api-reader.ts';

/** Cases as the API tells them to an admin. It waits as long as the API cannot answer. @throws what the API refuses. */
export interface CaseReader {
  /** Undefined while there is no such case. */
  readCase(caseKey: string): Promise<CaseView | undefined>;
  readTimeline(caseKey: string, locale: Locale): Promise<readonly TimelineEntry[]>;
}

export function openCaseReader(outputs: LocalOutputs, log: Log): CaseReader {
  const api = openApiReader(outputs, log);
  return {
    readCase: async (key) => await api.read('showCase', { path: { key } }),
    readTimeline: async (key, lang) => {
      const ask = { path: { key }, query: { lang } };
      const found = await api.read('showTimeline', ask);
      if (!found) {
        throw new AnswerError(404, whatOf('showTimeline', ask));
      }
      return found.entries;
    },
  };
}
