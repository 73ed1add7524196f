import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import type { DeliveryOutcome, KeptItem, StoredRecord } from '#shared/recording/ports.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { TickFact } from '#shared/returns/deadlines/facts.ts';
import { isTimed } from '#shared/returns/deadlines/part.ts';
import { goodsIdOf } from '#shared/returns/goods/goods.ts';
import { digestOf } from '#shared/returns/record/digest.ts';
import type { Simulation } from './simulation.ts';
import { tickMessage } from './tick-message.ts';

/** All that may not depend on the order of arrival: without versions, revisions, told memory, the policy's own acts, and orders that a case was once on. */
export function recordsOf({ table }: Simulation): Record<string, unknown> {
  const rows = Object.entries(table.dump()).filter(
    ([name, row]) => !name.includes(' / ACT#') && !name.includes(' / OBS#parcel:') && !isGone(name, row),
  );
  return Object.fromEntries(rows.map(([name, row]) => [name, stripped(name, row as Record<string, unknown>)]));
}

function isGone(name: string, row: unknown): boolean {
  return name.startsWith('ORDER#') && (row as KeptItem).item.lines.length === 0;
}

function stripped(name: string, row: Record<string, unknown>): unknown {
  if (name.endsWith(' / SNAPSHOT')) {
    return row.snapshot;
  }
  if (name.startsWith('DELIVERY#')) {
    // Which of several names a delivery waits for may be told of one or the other.
    return (row.outcome as DeliveryOutcome).outcome;
  }
  const { revision: _revision, ...rest } = row;
  return rest;
}

/**
 * The names of all that happened and was told, record by record; reminders left out, which pass. Of goods only those that are the case's in the end:
 * who heard earlier of others was told since that they do not count.
 */
export function happeningsOf({ table }: Simulation): string[] {
  return Object.entries(table.dump())
    .filter(([name]) => name.endsWith(' / SNAPSHOT'))
    .flatMap(([name, row]) => {
      const told = Object.entries((row as StoredRecord<unknown>).told).filter(([, entry]) => !entry.change);
      const own = ownGoodsOf((row as StoredRecord<{ readonly parcels?: CaseSnapshot['parcels'] }>).snapshot);
      return told
        .filter(([key]) => !key.includes('approaching/') && (!/^goods\/(?!case\/)/.test(key) || own.has(key)))
        .map(([key]) => `${name}: ${key}`);
    })
    .sort();
}

/** What came under its numbers and is a case's in the end, by the keys under which it is told. */
export function ownGoodsOf({ parcels = [] }: { readonly parcels?: CaseSnapshot['parcels'] }): ReadonlySet<string> {
  return new Set(
    parcels.flatMap(({ number, state }) => (state?.goods ?? []).map((fact) => `goods/${number}/${goodsIdOf(fact)}`)),
  );
}

/** One text for records and happenings, to compare many. */
export function outcomeOf(simulation: Simulation): string {
  return digestOf([recordsOf(simulation), happeningsOf(simulation)]);
}

export function casesOf({ table }: Simulation): StoredRecord<CaseSnapshot>[] {
  return Object.entries(table.dump())
    .filter(([name]) => name.startsWith('CASE#') && name.endsWith(' / SNAPSHOT'))
    .map(([, row]) => row as StoredRecord<CaseSnapshot>);
}

/** What the clocks of the cases as they stand would strike: reminder, due time, escalations. */
export function ticksOf(simulation: Simulation): InboxMessage[] {
  return casesOf(simulation).flatMap(({ snapshot }) =>
    Object.values(snapshot.deadlines)
      .filter(isTimed)
      .flatMap(({ id: deadlineId, remindAt, dueAt }) => {
        const ticks: TickFact[] = [
          { fact: 'tick', deadlineId, phase: 'reminder', count: 0, at: remindAt },
          { fact: 'tick', deadlineId, phase: 'due', count: 0, at: dueAt },
          { fact: 'tick', deadlineId, phase: 'escalation', count: 1, at: dueAt },
          { fact: 'tick', deadlineId, phase: 'escalation', count: 2, at: dueAt },
        ];
        return ticks.map((tick) => tickMessage(snapshot.key, tick));
      }),
  );
}
