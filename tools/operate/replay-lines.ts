import type { Replayed } from './replay-delivery.ts';

/** What came of a delivery that was read anew, for a person; ids and names of facts only. */
export function replayLines({ ref, before, after, changes, isPending }: Replayed): string[] {
  const name = `${ref.source}/${ref.channel}/${ref.id}`;
  if (!after) {
    return [`${name}: is not kept, or no more`];
  }
  const outcome = before === after.outcome ? after.outcome : `${before ?? 'nothing'} → ${after.outcome}`;
  const state = isPending ? `${outcome}, not recorded yet` : outcome;
  const isRead = after.outcome === 'applied' || after.outcome === 'in-part';
  const isSame = isRead && changes.length === 0 && !isPending;
  return [
    `${name}: ${state}${after.reason ? ` (${after.reason})` : ''}${isSame ? '; says the same' : ''}`,
    ...changes.map((change) => `   ${change}`),
  ];
}
