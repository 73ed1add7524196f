import type { ContactPart } from '../contact/slice.ts';
import { endedAtOf } from '../decision/ended.ts';
import type { DecisionPart } from '../decision/part.ts';
import { earliestOf, type Instant } from '../record/instant.ts';
import { compare } from '../record/statement.ts';
import type { TrackingPart } from '../tracking/part.ts';
import type { Work } from '../work/part.ts';
import type { Wait } from './clock.ts';

interface Basis
  extends Pick<ContactPart, 'messages' | 'buyerWrote'>,
    Pick<DecisionPart, 'decision' | 'closedAt'>,
    TrackingPart {
  readonly answers: readonly Instant[];
  readonly work?: Pick<Work, 'snooze'>;
}

/**
 * When it was the buyer's turn: since they were asked for something, or a person put the case off until they answer. It is over once they write or state a
 * number, or the decision changes.
 */
export function waitsOf(basis: Basis): Wait[] {
  const over = oversOf(basis);
  const waits = asksOf(basis).map(({ from, until }): Wait => {
    const to = earliestOf([until, ...over.filter((at) => at >= from)]);
    return { from, ...(to && { to }) };
  });
  return waits.filter(({ from, to }) => from !== to).sort((a, b) => compare(a.from, b.from));
}

interface Ask {
  readonly from: Instant;
  readonly until?: Instant;
}

function asksOf({ messages, work }: Basis): Ask[] {
  const { snooze } = work ?? {};
  const putOff = snooze?.reason === 'waits-for-buyer' ? [{ from: snooze.at, until: snooze.until }] : [];
  return [...messages.filter(({ asksBuyer }) => asksBuyer).map(({ at }): Ask => ({ from: at })), ...putOff];
}

function oversOf(basis: Basis): Instant[] {
  const { buyerWrote = [], parcels, answers, decision } = basis;
  const numbers = parcels.filter(({ isOutbound }) => !isOutbound).map(({ statedAt }) => statedAt);
  const times = [...buyerWrote, ...numbers, ...answers, decision.at, endedAtOf(basis)];
  return times.filter((at) => at !== undefined);
}
