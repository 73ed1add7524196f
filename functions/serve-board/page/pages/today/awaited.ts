import type { Entry } from '#shared/returns/attention/entry.ts';
import { todosInForce } from '#shared/returns/attention/in-force.ts';
import { isInView, type View, type Viewer } from '#shared/returns/attention/views.ts';
import { earliestOf, type Instant } from '#shared/returns/record/instant.ts';
import type { Money } from '#shared/returns/record/money.ts';
import { compare } from '#shared/returns/record/statement.ts';

/** What somebody did in a store, of which the store has said nothing yet: it is out of the list, and not over. */
export interface Awaited {
  readonly count: number;
  /** When the first of it is due, and what is at stake in that one. */
  readonly dueAt?: Instant;
  readonly stake?: Money;
}

interface Looking {
  readonly now: Instant;
  readonly viewer: Viewer;
  readonly view: View;
}

export function awaitedOf(entries: readonly Entry[], { now, viewer, view }: Looking): Awaited {
  const own = entries.filter(
    (entry) =>
      entry.work.handled?.state === 'awaited' &&
      isInView(entry, view, viewer) &&
      todosInForce(entry, now).some(({ group }) => group === 'awaiting-store'),
  );
  const [nearest] = own
    .flatMap((entry) => {
      const dueAt = earliestOf([entry.platform?.dueAt, entry.own?.dueAt]);
      return dueAt ? [{ entry, dueAt }] : [];
    })
    .sort((a, b) => compare(a.dueAt, b.dueAt));
  const stake = nearest && stakeOf(nearest.entry);
  return { count: own.length, ...(nearest && { dueAt: nearest.dueAt }), ...(stake && { stake }) };
}

function stakeOf(entry: Entry): Money | undefined {
  const currency = entry.record === 'case' ? entry.currency : undefined;
  const amount = Math.max(0, ...entry.todos.map(({ stake }) => stake ?? 0));
  return currency && amount > 0 ? { amount, currency } : undefined;
}
