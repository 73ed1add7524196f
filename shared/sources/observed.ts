import type * as z from 'zod';
import { schemaWords } from '#shared/fault/schema-words.ts';
import type { Observed, Saying, Unread } from './source.ts';

export function notUnderstood(reason: string): Observed {
  return { kind: 'not-understood', reason };
}

export function ignored(reason: string): Observed {
  return { kind: 'ignored', reason };
}

export function saying(...sayings: readonly Saying[]): Extract<Observed, { readonly kind: 'sayings' }> {
  return { kind: 'sayings', sayings };
}

/**
 * The same where members of the message could not be read: each record that it speaks of names them on one of its facts, the details where there are
 * any, and where it is not understood for want of them, its reason does. What was named before stays named.
 *
 * @param unsettled - Members that were read and may still change: a person is told, and the message counts as read whole.
 */
export function inPart(observed: Observed, unread: readonly Unread[], unsettled: readonly Unread[] = []): Observed {
  if (observed.kind === 'not-understood' && unread.length > 0) {
    return notUnderstood(`${reasonOf(unread)}; ${observed.reason}`);
  }
  const named = [...unread, ...unsettled];
  if (observed.kind !== 'sayings' || named.length === 0) {
    return observed;
  }
  const members = listed(named.map(({ path }) => path));
  const sayings = observed.sayings.map(
    (each) => ({ ...each, facts: markOne<Saying['facts'][number]>(each.facts, members) }) as Saying,
  );
  const reasons = [observed.unread, reasonOf(unread)].filter((each) => each);
  return { ...observed, sayings, ...(reasons.length > 0 && { unread: reasons.join('; ') }) };
}

function markOne<Fact extends { readonly fact: string; readonly unread?: readonly string[] }>(
  facts: readonly Fact[],
  unread: readonly string[],
): Fact[] {
  const marked = Math.max(
    0,
    facts.findIndex(({ fact }) => fact === 'details'),
  );
  return facts.map((fact, index) =>
    index === marked ? { ...fact, unread: [...(fact.unread ?? []), ...unread] } : fact,
  );
}

/** True of a member that could not be read, by itself or with what holds it. */
export function isUnread(unread: readonly Unread[], member: string): boolean {
  return unread.some(({ path, gone = path }) => gone === member || member.startsWith(`${gone}.`));
}

/** True also of one that could be read in part only. */
export function isReadInPart(unread: readonly Unread[], member: string): boolean {
  return isUnread(unread, member) || unread.some(({ path, gone = path }) => gone.startsWith(`${member}.`));
}

/** True where a list is not all that there was: it could not be read, or one of its elements. What an element can do without takes none away. */
export function isListInPart(unread: readonly Unread[], list: string): boolean {
  const isElement = (gone: string) => gone.startsWith(`${list}.`) && !gone.slice(list.length + 1).includes('.');
  return isUnread(unread, list) || unread.some(({ path, gone = path }) => isElement(gone));
}

/** What is said of a code that the sender has not documented. */
export const noCode = 'is no code that Backhaul knows';

/** What a schema has against a value: paths and what was expected there, never the value itself. */
export function faultsOf(error: z.ZodError, root = ''): string {
  return reasonOf(
    error.issues.map(({ path, message }) => ({
      path: [root, ...path.map(String)].filter((part) => part !== '').join('.'),
      expected: schemaWords(message),
    })),
  );
}

/** Paths and what was expected there, of at most three. */
export function reasonOf(faults: readonly Unread[]): string {
  return listed(
    faults.map(({ path, expected }) => (path === '' ? `the message ${expected}` : `${path}: ${expected}`)),
  ).join('; ');
}

const mostListed = 3;

function listed(texts: readonly string[]): string[] {
  const more = texts.length > mostListed ? [`${texts.length - mostListed} more`] : [];
  return [...texts.slice(0, mostListed), ...more];
}
