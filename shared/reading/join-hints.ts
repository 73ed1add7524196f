import type { ReadHint } from '#shared/messages/inbox-message.ts';

/** Hints of one case that come together are one: of the latest change that has a time of its own, and missed only if each of them was. There must be at least one. */
export function joinHints(hints: readonly ReadHint[]): ReadHint {
  return hints.reduce(joinedOf);
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
