import type { Note } from '../record/note.ts';
import type { TrackingPart } from '../tracking/part.ts';
import type { DecisionPart } from './part.ts';

/** The buyer sent goods, and nobody decided on the request: no warehouse is told of them until then. */
export function waitingNotes({ decision, closedAt, parcels }: DecisionPart & TrackingPart): Note[] {
  const isWaiting = decision.value === 'new' && closedAt === undefined;
  return parcels
    .filter(({ stands }) => isWaiting && stands)
    .map(({ number }): Note => ({ code: 'not-decided-goods-on-the-way', detail: number }));
}
