import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { Locale } from '#shared/api/locale.ts';
import { renderTimeline } from '#shared/api/render-timeline.ts';
import type { TimelineEntry } from '#shared/api/timeline-entry.ts';
import { fetchDemoToken } from '../demo-token.ts';
import type { LocalOutputs } from '../outputs.ts';
import { localClient } from '../read-outputs.ts';

export interface TimelineReader {
  /** The case's life as lines of text, as the API tells it to an admin. */
  read(caseKey: string): Promise<readonly string[]>;
}

export async function openTimelines(outputs: LocalOutputs, locale: Locale, timeZone: string): Promise<TimelineReader> {
  const client = new CognitoIdentityProviderClient(localClient(outputs));
  const token = await fetchDemoToken(client, { ...outputs, role: 'admin' });
  return {
    read: async (caseKey) => {
      const url = `${outputs.apiUrl}/cases/${encodeURIComponent(caseKey)}/timeline?lang=${locale}`;
      const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
      if (!response.ok) {
        throw new Error(`the API answered ${response.status} for the timeline of ${caseKey}`);
      }
      const { entries } = (await response.json()) as { entries: readonly TimelineEntry[] };
      return renderTimeline(entries, locale, timeZone);
    },
  };
}
