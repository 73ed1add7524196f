import { isEnded } from '../decision/ended.ts';
import type { DecisionPart } from '../decision/part.ts';
import type { Dispute } from '../disputes/slice.ts';
import type { Doubt } from '../goods/doubts.ts';
import type { MoneyPart } from '../money/part.ts';
import { earliestOf, type Instant } from '../record/instant.ts';
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
  /** When the store named a lower sum than before: from then on that is owed. */
  readonly agreedAt?: Instant;
}

interface Basis
  extends Pick<DecisionPart, 'decision' | 'closedAt'>,
    Pick<ContactPart, 'replacement' | 'messages'>,
    MoneyPart {
  readonly disputes: readonly Dispute[];
  readonly doubts: readonly Doubt[];
  readonly refundLoweredAt: Instant | undefined;
}

/**
 * A doubt is settled by what came after it: a lower sum was agreed, what is owed was paid, the exchange was sent, a dispute was judged, or the case ended. What went
 * before settles nothing: of goods that turn out to be others after the platform paid, the buyer has to be asked all the same; of a case that is closed by
 * then, a word of a person is all that can follow.
 */
export function concernOf(basis: Basis): Concern | undefined {
  const { doubts } = basis;
  const agreedAt = agreedAtOf(basis);
  const answers = answersOf(basis, agreedAt);
  const isSettled = ({ at }: Doubt) => [...answers, ...endsOf(basis, at)].some((end) => end >= at);
  const open = doubts.filter((doubt) => !isSettled(doubt));
  const [first, ...others] = open.length > 0 ? open : doubts;
  if (!first) {
    return undefined;
  }
  const answeredAt = open.length > 0 ? undefined : earliestOf(answers.filter((at) => at >= first.at));
  const isAgreed = agreedAt && doubts.every(({ at }) => at <= agreedAt);
  return {
    at: first.at,
    found: [...new Set([first, ...others].flatMap(({ found }) => found))].sort(),
    isOpen: open.length > 0,
    ...(answeredAt && { answeredAt }),
    ...(isAgreed && { agreedAt }),
  };
}

/** A store that books another sum after the money went out agreed on nothing. */
function agreedAtOf({ money: { enoughAt }, refundLoweredAt }: Basis): Instant | undefined {
  return refundLoweredAt && !(enoughAt && enoughAt <= refundLoweredAt) ? refundLoweredAt : undefined;
}

/** What settles a doubt that it comes after: another sum was agreed, all that is owed was paid, or, where that is nothing, the exchange was sent. */
function answersOf({ money, replacement }: Basis, agreedAt: Instant | undefined): Instant[] {
  const doneAt = money.owed.basis === 'nothing' ? replacement?.at : money.enoughAt;
  return [agreedAt, doneAt].filter((at) => at !== undefined);
}

function endsOf({ closedAt, decision, disputes, messages }: Basis, doubtAt: Instant): Instant[] {
  const spoken = closedAt && closedAt <= doubtAt ? messages.filter(({ by }) => by !== 'bot') : [];
  const ends = [closedAt, isEnded(decision) ? decision.at : undefined, ...disputes.map((each) => each.closedAt)];
  return [...ends, ...spoken.map(({ at }) => at)].filter((at) => at !== undefined);
}

/** Somebody has to write to the buyer. */
export function concernNotes(concern: Concern | undefined): Note[] {
  return concern?.isOpen ? [{ code: 'contact-buyer', detail: concern.found.join(', ') }] : [];
}
