import * as z from 'zod';
import { partitions } from '#shared/store/keys.ts';

const notice = z.object({
  detail: z.object({
    metadata: z.object({ caseKey: z.string().min(1), eventId: z.string().regex(/^[0-9a-f]{32}$/) }),
    data: z.object({
      deadlineId: z.string().regex(/^[A-Za-z0-9_-]{1,80}$/),
      remindAt: z.iso.datetime(),
      dueAt: z.iso.datetime(),
      escalateEverySeconds: z.int().min(1),
      escalations: z.int().min(0),
    }),
  }),
});

export interface DeadlineNoticeMessage {
  readonly caseKey: string;
  /** Of the event that asks for the clock. */
  readonly eventId: string;
  readonly data: z.infer<typeof notice>['detail']['data'];
}

/**
 * Reads *Deadline Opened* or *Deadline Moved* as EventBridge puts it into a queue.
 * @throws for a text that is no such event; it goes to the dead letters.
 */
export function readNotice(text: string): DeadlineNoticeMessage {
  const { metadata, data } = notice.parse(JSON.parse(text)).detail;
  return { ...metadata, data };
}

/** What the `DeadlineTimer` state machine gets: where to look, and when. */
export function executionInputOf({ caseKey, data }: DeadlineNoticeMessage): Readonly<Record<string, string | number>> {
  return { pk: partitions.case(caseKey), caseKey, ...data };
}
