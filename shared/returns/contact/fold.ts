import type { CaseSnapshot } from '../case/case.ts';
import type { CaseFact } from '../case/facts.ts';
import type { Dispute } from '../disputes/part.ts';
import type { Note } from '../record/note.ts';
import { compare, factsNamed, type Statement } from '../record/statement.ts';

type Contacts = Pick<
  CaseSnapshot,
  | 'disputes'
  | 'messages'
  | 'stopped'
  | 'replacement'
  | 'tickets'
  | 'storeDispositions'
  | 'platformStatus'
  | 'warehouseStatuses'
  | 'missedWebhooks'
>;

/** What was said and done around the case: disputes, messages, tickets, how warehouses stand with it, the store's own bookings. */
export function contactsOf(statements: readonly Statement<CaseFact>[]): Contacts {
  const stopped = factsNamed(statements, 'shipment-stopped').at(-1);
  const replacement = factsNamed(statements, 'replacement-shipped').at(-1);
  const status = factsNamed(statements, 'platform-status').at(-1);
  return {
    disputes: disputesOf(statements),
    messages: messagesOf(statements),
    tickets: [...new Set(factsNamed(statements, 'ticket-linked').map(({ fact }) => fact.url))].sort(compare),
    warehouseStatuses: statusesOf(statements),
    missedWebhooks: [...new Set(factsNamed(statements, 'webhook-missed').map(({ claimedAt }) => claimedAt))].sort(),
    storeDispositions: factsNamed(statements, 'store-disposition').at(-1)?.fact.dispositions ?? [],
    ...(stopped && {
      stopped: { at: stopped.at, ok: stopped.fact.ok, ...(stopped.fact.reason && { reason: stopped.fact.reason }) },
    }),
    ...(replacement && { replacement: replacementOf(replacement) }),
    ...(status && { platformStatus: { status: status.fact.status, at: status.at } }),
  };
}

function replacementOf({
  fact,
  at,
}: Statement<Extract<CaseFact, { readonly fact: 'replacement-shipped' }>>): NonNullable<CaseSnapshot['replacement']> {
  return {
    at,
    ...(fact.trackingNumber && { trackingNumber: fact.trackingNumber }),
    ...(fact.carrier && { carrier: fact.carrier }),
  };
}

function disputesOf(statements: readonly Statement<CaseFact>[]): Dispute[] {
  const byId = new Map<string, Dispute>();
  for (const { fact, at } of factsNamed(statements, 'disputed', 'dispute-closed')) {
    const known = byId.get(fact.disputeId) ?? { disputeId: fact.disputeId };
    const word =
      fact.fact === 'disputed' ? { openedAt: at } : { closedAt: at, ...(fact.outcome && { outcome: fact.outcome }) };
    byId.set(fact.disputeId, { ...known, ...word });
  }
  return [...byId.values()].sort((a, b) => compare(a.disputeId, b.disputeId));
}

function messagesOf(statements: readonly Statement<CaseFact>[]): CaseSnapshot['messages'] {
  const messages = factsNamed(statements, 'message-sent').map(({ fact, at }) => ({ at, by: fact.by, kind: fact.kind }));
  const distinct = new Map(messages.map((each) => [`${each.at} ${each.by} ${each.kind}`, each]));
  return [...distinct].sort(([a], [b]) => compare(a, b)).map(([, message]) => message);
}

function statusesOf(statements: readonly Statement<CaseFact>[]): CaseSnapshot['warehouseStatuses'] {
  const latest = new Map(
    factsNamed(statements, 'warehouse-status').map(({ fact, at }) => [fact.warehouseId, { status: fact.status, at }]),
  );
  return Object.fromEntries([...latest].sort(([a], [b]) => compare(a, b)));
}

/** Contacts that a person should look at: an open dispute. */
export function contactNotes({ disputes }: Contacts): Note[] {
  return disputes
    .filter((dispute) => !dispute.closedAt)
    .map((dispute): Note => ({ code: 'disputed', detail: dispute.disputeId }));
}
