import type { ReadHint } from '#shared/recording/inbox.ts';

interface Group<Outcome> {
  hint: ReadHint;
  answer?: Promise<Outcome>;
}

/**
 * Makes hints of one case that come together one: of the latest change that has a time of its own, and missed only if each of them was.
 * They join while the first is prepared. Once the read begins, a hint starts one of its own: what it tells of may not show in that read.
 * Where the answer fails it fails for all of them, so that all come again.
 */
export function joinHints<Access, Outcome>(
  prepare: (first: ReadHint) => Promise<Access>,
  read: (hint: ReadHint, access: Access) => Promise<Outcome>,
): (hint: ReadHint) => Promise<Outcome | { readonly outcome: 'joined' }> {
  const gathering = new Map<string, Group<Outcome>>();
  return async (hint) => {
    const key = [hint.source, hint.shop, hint.caseId].join(' ');
    const group = gathering.get(key);
    if (group) {
      group.hint = joinedOf(group.hint, hint);
      await group.answer;
      return { outcome: 'joined' };
    }
    const own: Group<Outcome> = { hint };
    gathering.set(key, own);
    own.answer = prepare(hint)
      .finally(() => gathering.delete(key))
      .then((access) => read(own.hint, access));
    return await own.answer;
  };
}

function joinedOf(one: ReadHint, other: ReadHint): ReadHint {
  const { missed, ...latest } = isLater(other, one) ? other : one;
  return { ...latest, ...(one.missed && other.missed && { missed: true }) };
}

/** A store can be held to a time that it named, to that of a receipt it cannot. */
function isLater(one: ReadHint, other: ReadHint): boolean {
  const [isExact, isOtherExact] = [!one.atReceipt, !other.atReceipt];
  return isExact === isOtherExact ? one.at > other.at : isExact;
}
