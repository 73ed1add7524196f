import type { ContactPart } from '../contact/slice.ts';
import { endedAtOf } from '../decision/ended.ts';
import type { DecisionPart } from '../decision/part.ts';
import { earliestOf, type Instant } from '../record/instant.ts';
import { compare } from '../record/statement.ts';
import type { TrackingPart } from '../tracking/part.ts';
import type { PutOff } from '../work/put-off.ts';
import type { Wait } from './clock.ts';

interface Basis
  extends Pick<ContactPart, 'messages' | 'buyerWrote'>,
    Pick<DecisionPart, 'decision' | 'closedAt'>,
    TrackingPart {
  readonly answers: readonly Instant[];
  readonly putOff: readonly PutOff[];
}

/**
 * When it was the buyer's turn: since they were asked for something, or a person put the case off until they answer. It is over once they write or state a
 * number, or the decision changes.
 */
export function waitsOf(basis: Basis): Wait[] {
  const over = oversOf(basis);
  const asked = basis.messages.filter(({ asksBuyer }) => asksBuyer).map(({ at }) => ({ from: at, until: undefined }));
  const waits = [...asked, ...basis.putOff].map(({ from, until }): Wait => {
    const to = earliestOf([until, ...over.filter((at) => at >= from)]);
    return { from, ...(to && { to }) };
  });
  return waits.filter(({ from, to }) => from !== to).sort((a, b) => compare(a.from, b.from));
}

function oversOf(basis: Basis): Instant[] {
  const { buyerWrote = [], parcels, answers, decision } = basis;
  const numbers = parcels.filter(({ isOutbound }) => !isOutbound).map(({ statedAt }) => statedAt);
  const times = [...buyerWrote, ...numbers, ...answers, decision.at, endedAtOf(basis)];
  return times.filter((at) => at !== undefined);
}
