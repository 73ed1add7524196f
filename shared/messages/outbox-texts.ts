import { type Instant, millisOf } from '#shared/returns/record/instant.ts';
import { toQueueText } from './encode-message.ts';
import type { OutboxMessage } from './inbox-message.ts';
import type { QueueText } from './queue-text.ts';

/** The longest that SQS holds a message back; one that is to come later comes, and is hidden until then. */
const longestDelaySeconds = 900;

/** What follows from records, for the queues that it goes to: strikes are held back until their time. */
export function outboxTexts(
  messages: readonly OutboxMessage[],
  now: Instant,
): { readonly inbox: readonly QueueText[]; readonly strikes: readonly QueueText[] } {
  const inbox: QueueText[] = [];
  const strikes: QueueText[] = [];
  for (const message of messages) {
    const text = toQueueText(message);
    if (message.kind === 'strike') {
      strikes.push({ text, delaySeconds: delayUntil(message.at, now) });
    } else {
      inbox.push({ text });
    }
  }
  return { inbox, strikes };
}

function delayUntil(at: Instant, now: Instant): number {
  const seconds = Math.ceil((millisOf(at) - millisOf(now)) / 1000);
  return Math.min(longestDelaySeconds, Math.max(0, seconds));
}
