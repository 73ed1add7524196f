import type { CaseView } from '#shared/api/case-view.ts';
import { pathPartOf } from '#shared/api/path-part.ts';
import type { TimelineEntry } from '#shared/api/timeline.ts';
import type { Locale } from '#shared/words/locale.ts';
import type { LocalOutputs } from '../operate/outputs.ts';
import type { Log } from '../run/progress.ts';
import { AnswerError, openApiReader } from './api-reader.ts';

/** Cases as the API tells them to an admin. It waits as long as the API cannot answer. @throws what the API refuses. */
export interface CaseReader {
  /** Undefined while there is no such case. */
  readCase(caseKey: string): Promise<CaseView | undefined>;
  readTimeline(caseKey: string, locale: Locale): Promise<readonly TimelineEntry[]>;
}

export function openCaseReader(outputs: LocalOutputs, log: Log): CaseReader {
  const api = openApiReader(outputs, log);
  return {
    readCase: async (caseKey) => await api.read<CaseView>(`cases/${pathPartOf(caseKey)}`),
    readTimeline: async (caseKey, locale) => {
      const path = `cases/${pathPartOf(caseKey)}/timeline?lang=${locale}`;
      const found = await api.read<{ readonly entries: readonly TimelineEntry[] }>(path);
      if (!found) {
        throw new AnswerError(404, `cases/${caseKey}`);
      }
      return found.entries;
    },
  };
}
