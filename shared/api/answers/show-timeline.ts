import type { Merchant } from '#shared/merchant/merchant.ts';
import { answeringOfCase } from '../answering.ts';
import { showTimeline as contract } from '../contract/show-timeline.ts';
import { type ApiReads, readTimelineRecord } from '../read-timeline-record.ts';
import { timelineOf } from '../timeline.ts';

interface Needs extends ApiReads {
  readonly merchant: Pick<Merchant, 'channels' | 'warehouses' | 'timeZone' | 'locale'>;
}

export const showTimeline = answeringOfCase(contract, async (needs: Needs, { record, query }) => {
  const { merchant } = needs;
  const whole = await readTimelineRecord(needs, record);
  const entries = timelineOf(whole, { locale: query.lang ?? merchant.locale, merchant });
  return { reply: { caseKey: record.snapshot.key, entries } };
});
