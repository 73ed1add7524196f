import type { CaseAnswer, InboxMessage } from '#shared/messages/inbox-message.ts';
import type { TickFact } from '#shared/returns/deadlines/facts.ts';

const prefix = 'tick/';

/** A tick as a message of its own, so that it can come at any time and in any order; the recorder itself puts none before its time. */
export function tickMessage(caseKey: string, tick: TickFact): CaseAnswer {
  const callId = `${prefix}${tick.deadlineId}/${tick.phase}/${tick.count}`;
  return { kind: 'answered', record: { caseKey }, callId, by: 'backhaul', at: tick.at, facts: [tick] };
}

/** The case of such a message. */
export function caseOfTick(message: InboxMessage): string | undefined {
  const isTick = message.kind === 'answered' && message.callId.startsWith(prefix);
  return isTick && 'caseKey' in message.record ? message.record.caseKey : undefined;
}
