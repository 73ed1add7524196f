import type { DecisionPart } from '../decision/part.ts';
import type { Doubt } from '../goods/doubts.ts';
import type { MoneyPart } from '../money/part.ts';
import type { Instant } from '../record/instant.ts';
import type { Note } from '../record/note.ts';
import type { ContactPart } from './slice.ts';

/** Something is wrong with the goods, and the buyer has to be asked before anything else. */
export interface Concern {
  /** Since the check that found it. */
  readonly at: Instant;
  readonly found: readonly string[];
  /** Nothing settled it yet. */
  readonly isOpen: boolean;
  /** When it was settled by something else than the end of the case. */
  readonly answeredAt?: Instant;
  /** When the store named another sum than before: from then on that is owed. */
  readonly agreedAt?: Instant;
}

interface Basis extends Pick<DecisionPart, 'decision' | 'closedAt'>, Pick<ContactPart, 'replacement'>, MoneyPart {
  readonly doubts: readonly Doubt[];
  readonly refundChangedAt: Instant | undefined;
}

/**
 * A doubt is settled by what came after it: another sum was agreed, what is owed was paid, the exchange was sent, or the case ended. What went before settles
 * nothing: of goods that turn out to be others after the platform paid, the buyer has to be asked all the same.
 */
export function concernOf(basis: Basis): Concern | undefined {
  const { doubts, refundChangedAt } = basis;
  const answers = answersOf(basis);
  const ends = endsOf(basis);
  const isSettled = ({ at }: Doubt) => [...answers, ...ends].some((end) => end >= at);
  const open = doubts.filter((doubt) => !isSettled(doubt));
  const [first, ...others] = open.length > 0 ? open : doubts;
  if (!first) {
    return undefined;
  }
  const answeredAt = open.length > 0 ? undefined : answers.filter((at) => at >= first.at).sort()[0];
  const isAgreed = refundChangedAt && doubts.every(({ at }) => at <= refundChangedAt);
  return {
    at: first.at,
    found: [...new Set([first, ...others].flatMap(({ found }) => found))].sort(),
    isOpen: open.length > 0,
    ...(answeredAt && { answeredAt }),
    ...(isAgreed && { agreedAt: refundChangedAt }),
  };
}

/** What settles a doubt that it comes after: another sum was agreed, all that is owed was paid, or, where that is nothing, the exchange was sent. */
function answersOf({ money, replacement, refundChangedAt }: Basis): Instant[] {
  const doneAt = money.owed.basis === 'nothing' ? replacement?.at : money.enoughAt;
  return [refundChangedAt, doneAt].filter((at) => at !== undefined);
}

function endsOf({ closedAt, decision }: Basis): Instant[] {
  const isEnded = decision.value !== 'new' && decision.value !== 'approved';
  return [closedAt, isEnded ? decision.at : undefined].filter((at) => at !== undefined);
}

/** Somebody has to write to the buyer. */
export function concernNotes(concern: Concern | undefined): Note[] {
  return concern?.isOpen ? [{ code: 'contact-buyer', detail: concern.found.join(', ') }] : [];
}
