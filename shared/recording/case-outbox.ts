import type { CaseSnapshot } from '#shared/returns/case.ts';
import { digestOf } from '#shared/returns/digest.ts';
import type { Alias } from '#shared/returns/fact.ts';
import type { Instant } from '#shared/returns/instant.ts';
import { linksOf } from '#shared/returns/links.ts';
import type { ParcelLink } from '#shared/returns/parcel.ts';
import { isNear } from '#shared/returns/strikes.ts';
import type { OutboxMessage } from './inbox.ts';
import type { StoredRecord } from './ports.ts';

type StoredCase = Pick<StoredRecord<CaseSnapshot>, 'snapshot' | 'version' | 'writtenAt'>;

/** What follows from a case: its word to each parcel that it names, the names under which somebody may wait for it, and its near strikes. */
export function caseOutbox(after: StoredCase, before: StoredCase | undefined, whole: boolean): OutboxMessage[] {
  const known = whole ? undefined : before;
  return [...linkMessages(after, known), ...nameMessages(after, known), ...strikeMessages(after, known)];
}

function linkMessages(after: StoredCase, before: StoredCase | undefined): OutboxMessage[] {
  const known = before ? linksOf(before.snapshot, before.version) : new Map<string, ParcelLink>();
  return [...linksOf(after.snapshot, after.version)]
    .filter(([number, link]) => !isSame(known.get(number), link))
    .map(([number, link]) => ({ kind: 'parcel-linked', number, link }));
}

function isSame(a: ParcelLink | undefined, b: ParcelLink): boolean {
  return a !== undefined && digestOf({ ...a, revision: 0 }) === digestOf({ ...b, revision: 0 });
}

function nameMessages(after: StoredCase, before: StoredCase | undefined): OutboxMessage[] {
  const known = new Set(before ? namesOf(before.snapshot).map(textOf) : []);
  const aliases = namesOf(after.snapshot).filter((alias) => !known.has(textOf(alias)));
  return aliases.length === 0 ? [] : [{ kind: 'named', caseKey: after.snapshot.key, aliases }];
}

/** A case goes by its own id, its whole key, and whatever its sender calls it besides. */
function namesOf({ key, caseId, aliases }: CaseSnapshot): Alias[] {
  return [{ kind: 'case-id', value: caseId }, { kind: 'case-id', value: key }, ...aliases];
}

function textOf({ kind, value }: Alias): string {
  return `${kind} ${value}`;
}

/** One message for each moment at which a clock strikes before long, and that was not so near when the record was written before. */
function strikeMessages(after: StoredCase, before: StoredCase | undefined): OutboxMessage[] {
  const known = before ? nearStrikes(before) : new Map<string, Instant>();
  const fresh = [...nearStrikes(after)].filter(([name]) => !known.has(name)).map(([, at]) => at);
  return [...new Set(fresh)].map((at) => ({ kind: 'strike', caseKey: after.snapshot.key, at }));
}

/** By deadline and strike. */
function nearStrikes({ snapshot, writtenAt }: StoredCase): ReadonlyMap<string, Instant> {
  const strikes = Object.values(snapshot.deadlines).flatMap(({ id, nextStrike }): [string, Instant][] =>
    nextStrike && writtenAt && isNear(nextStrike.at, writtenAt)
      ? [[`${id} ${nextStrike.phase} ${nextStrike.count} ${nextStrike.at}`, nextStrike.at]]
      : [],
  );
  return new Map(strikes);
}
