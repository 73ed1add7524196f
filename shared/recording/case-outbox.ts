import { canonicalNumber } from '#shared/identifiers/tracking-number.ts';
import type { OutboxMessage } from '#shared/messages/inbox-message.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { CaseName } from '#shared/returns/opening/facts.ts';
import type { ParcelLink } from '#shared/returns/parcel/parcel.ts';
import { digestOf } from '#shared/returns/record/digest.ts';
import { linksOf, withdrawnLink } from '#shared/returns/tracking/links.ts';
import { newStrikes } from './near-strikes.ts';
import type { Outbox, SiblingCall } from './outbox.ts';
import type { StoredRecord } from './ports.ts';

type StoredCase = Pick<StoredRecord<CaseSnapshot>, 'snapshot' | 'version' | 'writtenAt'>;

/**
 * What follows from a case: its word to each parcel that it names, the names under which somebody may wait for it, its near strikes, and that other cases of
 * its order look again.
 */
export function caseOutbox(
  after: StoredCase,
  before: StoredCase | undefined,
  whole: boolean,
  siblings: readonly SiblingCall[] = [],
): Outbox | undefined {
  const known = whole ? undefined : before;
  const links = [...newLinks(after, known), ...numbersGone(after, before)];
  const [names, strikes] = [newNames(after, known), newStrikes(after, known)];
  const outbox = {
    ...(links.length > 0 && { links }),
    ...(names.length > 0 && { names }),
    ...(siblings.length > 0 && { siblings }),
    ...(strikes.length > 0 && { strikes }),
  };
  return Object.keys(outbox).length === 0 ? undefined : outbox;
}

/** The same as messages. */
export function caseMessages(
  snapshot: CaseSnapshot,
  version: number,
  { links = [], names = [], siblings = [], strikes = [] }: Outbox,
): OutboxMessage[] {
  const caseKey = snapshot.key;
  const linkOf = linksOf(snapshot, version);
  return [
    ...links.map((number): OutboxMessage => {
      const link = linkOf.get(number) ?? withdrawnLink(snapshot, version);
      return { kind: 'parcel-linked', number, link };
    }),
    ...(names.length > 0 ? [{ kind: 'named' as const, caseKey, aliases: names }] : []),
    ...siblings.map((each): OutboxMessage => ({ kind: 'sibling', ...each, of: caseKey })),
    ...strikes.map((at) => ({ kind: 'strike' as const, caseKey, at })),
  ];
}

function newLinks(after: StoredCase, before: StoredCase | undefined): string[] {
  const known = before ? linksOf(before.snapshot, before.version) : new Map<string, ParcelLink>();
  return [...linksOf(after.snapshot, after.version)]
    .filter(([number, link]) => !isSame(known.get(number), link))
    .map(([number]) => number);
}

/** Numbers that the case names no more at all. What stands under a label goes on counting for its number. */
function numbersGone({ snapshot }: StoredCase, before: StoredCase | undefined): string[] {
  const named = new Set(snapshot.parcels.map(({ number }) => number));
  const numbers = (before?.snapshot.parcels ?? []).map(({ number }) => number);
  return numbers.filter((number) => !named.has(number) && !named.has(canonicalNumber(number)));
}

function isSame(a: ParcelLink | undefined, b: ParcelLink): boolean {
  return a !== undefined && digestOf({ ...a, revision: 0 }) === digestOf({ ...b, revision: 0 });
}

function newNames(after: StoredCase, before: StoredCase | undefined): CaseName[] {
  const known = new Set(before ? namesOf(before.snapshot).map(textOf) : []);
  return namesOf(after.snapshot).filter((name) => !known.has(textOf(name)));
}

/** In UTF-16 units: what is longer fits into no key, and nobody searches for it. */
const longestBuyerRef = 200;

/** A case goes by its own id, its whole key, and whatever its sender calls it besides; it is found by its buyer, too. */
function namesOf({ key, caseId, aliases, details: { buyerRef = '' } }: CaseSnapshot): CaseName[] {
  const isFindable = buyerRef !== '' && buyerRef.length <= longestBuyerRef;
  const buyer: CaseName[] = isFindable ? [{ kind: 'buyer', value: buyerRef }] : [];
  return [{ kind: 'case-id', value: caseId }, { kind: 'case-id', value: key }, ...aliases, ...buyer];
}

function textOf({ kind, value }: CaseName): string {
  return `${kind} ${value}`;
}
