import { actionNamed, todoOf } from '#shared/returns/attention/actions.ts';
import type { EntryClock, EntryWork, Todo } from '#shared/returns/attention/entry.ts';
import { shortPerson } from '#shared/returns/attention/short-person.ts';
import { type Instant, instantOf, millisOf } from '#shared/returns/record/instant.ts';
import type { Assignee } from '#shared/returns/work/part.ts';

/** Numbers as short texts; what is not there is empty. */
export function packNumber(value: number | undefined): string {
  return value === undefined ? '' : value.toString(36);
}

export function unpackNumber(text: string | undefined): number | undefined {
  return text ? Number.parseInt(text, 36) : undefined;
}

/** To the millisecond. */
export function packTime(at: Instant | undefined): string {
  return at === undefined ? '' : packNumber(millisOf(at));
}

export function unpackTime(text: string | undefined): Instant | undefined {
  const millis = unpackNumber(text);
  return millis === undefined ? undefined : instantOf(millis);
}

/** `action since from stake`. Group and whom it waits for follow from the action. */
export function packTodo({ action, since, from, stake }: Todo): string {
  return [action, packTime(since), packTime(from), packNumber(stake)].join(' ').trimEnd();
}

export function unpackTodo(text: string): Todo {
  const [action = '', since, from, stake] = text.split(' ');
  const [fromAt, sum] = [unpackTime(from), unpackNumber(stake)];
  return todoOf(actionNamed(action), {
    since: unpackTime(since) ?? instantOf(0),
    ...(fromAt && { from: fromAt }),
    ...(sum !== undefined && { stake: sum }),
  });
}

/** Bytes. */
const longestSubject = 32;

/** `kind due subject`; what is longer than any platform's own name for a clock is left out. */
export function packClock({ kind, subject = '', dueAt }: EntryClock): string {
  const name = Buffer.byteLength(JSON.stringify(subject)) <= longestSubject + 2 ? subject : '';
  return [kind, packTime(dueAt), name].join(' ').trimEnd();
}

export function unpackClock(text: string): EntryClock {
  const [kind, due, ...words] = text.split(' ');
  const [dueAt, subject] = [unpackTime(due), words.join(' ')];
  return { kind: kind as EntryClock['kind'], ...(subject && { subject }), ...(dueAt && { dueAt }) };
}

/** Members in a fixed order, each by its letter. */
export interface PackedWork {
  readonly o?: string;
  readonly t?: string;
  readonly f?: string;
  readonly l?: string;
  readonly z?: string;
  readonly h?: string;
  readonly n?: number;
  readonly u?: string;
}

export function packWork({ owner, team, offered, flag, snooze, handled, notes, touchedAt }: EntryWork): PackedWork {
  return {
    ...(owner && { o: `${packTime(owner.since)} ${shortPerson(owner.person)}` }),
    ...(team && { t: team }),
    ...(offered && { f: `${packTime(offered.at)} ${packAssignee(offered.to)}` }),
    ...(flag && { l: flag }),
    ...(snooze && { z: `${packTime(snooze.until)} ${snooze.reason}` }),
    ...(handled && { h: `${packTime(handled.at)} ${handled.state} ${handled.did}` }),
    ...(notes > 0 && { n: notes }),
    ...(touchedAt && { u: packTime(touchedAt) }),
  };
}

export function unpackWork({ o, t, f, l, z, h, n = 0, u }: PackedWork = {}): EntryWork {
  const touchedAt = unpackTime(u);
  return {
    ...(o && { owner: ownerIn(o) }),
    ...(t && { team: t }),
    ...(f && { offered: offeredIn(f) }),
    ...(l && { flag: l as NonNullable<EntryWork['flag']> }),
    ...(z && { snooze: snoozeIn(z) }),
    ...(h && { handled: handledIn(h) }),
    notes: n,
    ...(touchedAt && { touchedAt }),
  };
}

function ownerIn(text: string): NonNullable<EntryWork['owner']> {
  const [since, person = ''] = text.split(' ');
  return { person, since: unpackTime(since) ?? instantOf(0) };
}

function offeredIn(text: string): NonNullable<EntryWork['offered']> {
  const [at, to = ''] = text.split(' ');
  return { at: unpackTime(at) ?? instantOf(0), to: unpackAssignee(to) };
}

/** A person or a team, told apart by the first letter. */
function packAssignee(to: Assignee): string {
  return 'person' in to ? `p${shortPerson(to.person)}` : `t${to.team}`;
}

function unpackAssignee(text: string): Assignee {
  const name = text.slice(1);
  return text.startsWith('t') ? { team: name } : { person: name };
}

function snoozeIn(text: string): NonNullable<EntryWork['snooze']> {
  const [until, reason] = text.split(' ');
  return {
    until: unpackTime(until) ?? instantOf(0),
    reason: reason as NonNullable<EntryWork['snooze']>['reason'],
  };
}

function handledIn(text: string): NonNullable<EntryWork['handled']> {
  const [at, state, did] = text.split(' ');
  return { at: unpackTime(at) ?? instantOf(0), state, did } as NonNullable<EntryWork['handled']>;
}
