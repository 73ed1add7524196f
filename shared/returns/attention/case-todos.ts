import type { CaseSnapshot } from '../case/case.ts';
import type { Deadline } from '../deadlines/part.ts';
import { type Instant, instantOf } from '../record/instant.ts';
import type { Money } from '../record/money.ts';
import type { Note } from '../record/note.ts';
import { type Action, mergeTodos, type TodoTimes, todoOf } from './actions.ts';
import type { Todo } from './entry.ts';
import { clockTodo, isKnownKind, isPast } from './kind-actions.ts';
import { noteActions } from './note-actions.ts';
import { awaitedParcels, ownTodos } from './own-todos.ts';
import { amountIn, atStake } from './sums.ts';
import { isOver } from './times.ts';

type Found = { readonly action: Action } & TodoTimes;

/** All that somebody has to do about a case, whatever the time: by where it stands, by its clocks, and by its notes. */
export function caseTodos(snapshot: CaseSnapshot): Todo[] {
  const found = [
    ...ownTodos(snapshot),
    ...runningClocks(snapshot).flatMap((clock) => clockTodo(clock, snapshot) ?? []),
    ...snapshot.notes.flatMap((note) => noteTodo(note, snapshot) ?? []),
  ];
  return mergeTodos(found.map(({ action, ...times }) => todoOf(action, { ...times, ...stakeOf(action, snapshot) })));
}

/** Clocks that nothing met yet, also of what is missed and can still be done. */
export function runningClocks({ deadlines }: CaseSnapshot): Deadline[] {
  return Object.values(deadlines).filter((clock) => clock.metAt === undefined && !isPast(clock));
}

function noteTodo(note: Note, snapshot: CaseSnapshot): Found | undefined {
  const row = noteActions[note.code];
  // A record that a newer release wrote may hold a code that this one does not know.
  if (!row || isSilent(row.until, snapshot) || (note.code === 'deadline-missed' && isKnownKind(kindIn(note)))) {
    return undefined;
  }
  return refined({ action: row.action, since: row.since?.(snapshot, note) ?? beginOf(snapshot) }, snapshot);
}

function isSilent(until: 'decided' | 'over' | 'gone', snapshot: CaseSnapshot): boolean {
  const isDecided = snapshot.decision.value !== 'new';
  return until !== 'gone' && (isOver(snapshot) || (until === 'decided' && isDecided));
}

/** The detail of a missed deadline begins with its kind. */
function kindIn({ detail }: Note): string {
  return detail.split(' ', 1)[0] ?? '';
}

/** The buyer who was written to has the next word; goods that are on their way are waited for. */
function refined(found: Found, snapshot: CaseSnapshot): Found {
  if (found.action === 'contact-buyer') {
    const writtenAt = contactedAt(snapshot);
    return writtenAt ? { action: 'settle-with-buyer', since: writtenAt } : found;
  }
  return found.action === 'recover-goods' && awaitedParcels(snapshot).length > 0
    ? { ...found, action: 'await-goods' }
    : found;
}

function contactedAt({ deadlines }: CaseSnapshot): Instant | undefined {
  return Object.values(deadlines).find(({ kind, metAt }) => kind === 'exception-contact' && metAt)?.metAt;
}

function beginOf({ openedAt, updatedAt }: CaseSnapshot): Instant {
  return openedAt ?? updatedAt ?? instantOf(0);
}

function stakeOf(action: Action, snapshot: CaseSnapshot): Pick<TodoTimes, 'stake'> {
  const { out, back } = snapshot.money;
  const sums: { readonly [Name in Action]?: Money | undefined } = {
    refund: back,
    'recover-goods': out,
    'await-goods': out,
  };
  const stake = Object.hasOwn(sums, action) ? amountIn(snapshot, sums[action]) : atStake(snapshot);
  return stake === undefined ? {} : { stake };
}
