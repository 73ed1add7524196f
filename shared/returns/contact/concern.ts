import { endedAtOf, isEnded } from '../decision/ended.ts';
import type { DecisionPart } from '../decision/part.ts';
import type { Dispute } from '../disputes/slice.ts';
import type { Doubt } from '../goods/doubts.ts';
import type { MoneyPart } from '../money/part.ts';
import { earliestOf, type Instant, latestOf } from '../record/instant.ts';
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
  /** Since when what is owed is to be paid all the same: the store named a lower sum than before, or a dispute was judged for the buyer. */
  readonly payableAt?: Instant;
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
 * before settles nothing: of goods that turn out to be others after the platform paid, the buyer has to be asked all the same; of a case that had ended by
 * then, a word of a person is all that can follow.
 */
export function concernOf(basis: Basis): Concern | undefined {
  const { doubts } = basis;
  const answers = answersOf(basis);
  const isSettled = ({ at }: Doubt) => [...answers, ...endsOf(basis, at)].some((end) => end >= at);
  const open = doubts.filter((doubt) => !isSettled(doubt));
  const [first, ...others] = open.length > 0 ? open : doubts;
  if (!first) {
    return undefined;
  }
  const answeredAt = open.length > 0 ? undefined : earliestOf(answers.filter((at) => at >= first.at));
  const payableAt = payableAtOf(basis);
  return {
    at: first.at,
    found: [...new Set([first, ...others].flatMap(({ found }) => found))].sort(),
    isOpen: open.length > 0,
    ...(answeredAt && { answeredAt }),
    ...(payableAt && { payableAt }),
  };
}

/** A store that books another sum after the money went out agreed on nothing. */
function agreedAtOf({ money: { enoughAt }, refundLoweredAt }: Basis): Instant | undefined {
  return refundLoweredAt && !(enoughAt && enoughAt <= refundLoweredAt) ? refundLoweredAt : undefined;
}

/**
 * What settles a doubt that it comes after: another sum was agreed, a dispute was judged, all that is owed was paid, or, where that is nothing, the exchange was
 * sent.
 */
function answersOf(basis: Basis): Instant[] {
  const { money, replacement, disputes } = basis;
  const doneAt = money.owed.basis === 'nothing' ? replacement?.at : money.enoughAt;
  const judged = [...judgedFor('buyer', disputes), ...judgedFor('merchant', disputes)];
  return [agreedAtOf(basis), doneAt, ...judged].filter((at) => at !== undefined);
}

/** Of a dispute that ended otherwise, as one that was taken back, nobody knows what it means for the goods. */
function judgedFor(party: 'buyer' | 'merchant', disputes: readonly Dispute[]): Instant[] {
  return disputes.flatMap(({ closedAt, outcome }) => (closedAt && outcome === party ? closedAt : []));
}

/** By what came after all doubts, and after the last judgement for the merchant. */
function payableAtOf(basis: Basis): Instant | undefined {
  const { doubts, disputes } = basis;
  const lastAgainst = latestOf(judgedFor('merchant', disputes));
  const said = [agreedAtOf(basis), ...judgedFor('buyer', disputes)].filter((at) => at !== undefined);
  const standing = said.filter((each) => doubts.every(({ at }) => at <= each) && !(lastAgainst && lastAgainst >= each));
  return earliestOf(standing);
}

function endsOf(basis: Basis, doubtAt: Instant): Instant[] {
  const { closedAt, decision, messages } = basis;
  const endedAt = endedAtOf(basis);
  const spoken = endedAt && endedAt <= doubtAt ? messages.filter(({ by }) => by !== 'bot') : [];
  const ends = [closedAt, isEnded(decision) ? decision.at : undefined];
  return [...ends, ...spoken.map(({ at }) => at)].filter((at) => at !== undefined);
}

/** Somebody has to write to the buyer. */
export function concernNotes(concern: Concern | undefined): Note[] {
  return concern?.isOpen ? [{ code: 'contact-buyer', detail: concern.found.join(', ') }] : [];
}
