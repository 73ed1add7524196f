import type { FactOf } from '../record/fact.ts';
import type { Instant } from '../record/instant.ts';
import { compare, type Statement } from '../record/statement.ts';
import type { contactFacts } from './facts.ts';

/** That the buyer was written to; never what. */
export interface Message {
  readonly at: Instant;
  readonly by: 'bot' | 'ai' | 'person';
  /** What it was about, in the sender's code. */
  readonly kind: string;
  readonly supervised?: true;
  readonly asksBuyer?: true;
}

type Sent = Statement<FactOf<Pick<typeof contactFacts, 'message-sent'>>>;

/** Each message once, the earliest first. */
export function messagesOf(statements: readonly Sent[]): Message[] {
  const messages = statements.map(({ fact, at }): Message => {
    const { by, kind, supervised, asksBuyer } = fact;
    return { at, by, kind, ...(supervised && { supervised }), ...(asksBuyer && { asksBuyer }) };
  });
  const distinct = new Map(messages.map((each) => [`${each.at} ${each.by} ${each.kind}`, each]));
  return [...distinct].sort(([a], [b]) => compare(a, b)).map(([, message]) => message);
}

/** A person wrote it, or an AI for which one answers. */
export function isPersonal({ by, supervised }: Message): boolean {
  return by === 'person' || (by === 'ai' && supervised === true);
}

type Received = Statement<FactOf<Pick<typeof contactFacts, 'message-received'>>>;

/** The first of each row of the buyer's messages: what follows before anybody answered says no more. */
export function buyerWroteAt(received: readonly Received[], messages: readonly Message[]): Instant[] {
  const first: Instant[] = [];
  for (const at of received.map((each) => each.at).sort()) {
    const last = first.at(-1);
    if (!last || messages.some((message) => message.at > last && message.at <= at)) {
      first.push(at);
    }
  }
  return first;
}
