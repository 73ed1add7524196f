import type { CaseRules } from '../case/case.ts';
import { dayNumberOf } from '../record/local-day.ts';
import type { Note } from '../record/note.ts';
import type { CaseLine } from './facts.ts';
import type { OpeningPart } from './slice.ts';

/** Reasons that need none: the buyer sends goods back because of the buyer. */
const reasons: readonly (string | undefined)[] = [
  'changed-mind',
  'colour-preference',
  'size-fit',
  'wrong-order',
  'no-reason',
];

type Rules = Pick<CaseRules, 'noReason' | 'timeZone'>;

/**
 * The lines of a return without a reason that was asked for too late, or of goods that never go back without one. Counted at the buyer's application; the day
 * after signing is the first, by the merchant's calendar. Where nobody knows when the goods were signed for, nothing is said.
 */
export function noReasonNotes({ openedAt, details }: OpeningPart, { noReason, timeZone }: Rules): Note[] {
  const { kind, reason, deliveredAt, lines = [] } = details;
  if (kind !== 'return' || !reasons.includes(reason?.code) || !openedAt || !deliveredAt) {
    return [];
  }
  const day = dayNumberOf(openedAt, timeZone) - dayNumberOf(deliveredAt, timeZone);
  const isOutside = (days: number) => days === 0 || day > days;
  const outside = lines.filter((line) => isOutside(daysOf(line, noReason))).map(({ lineId }) => lineId);
  const subjects = lines.length === 0 && isOutside(noReason.days) ? ['case'] : outside;
  return subjects.length > 0 ? [{ code: 'outside-no-reason-window', detail: subjects.sort().join(', ') }] : [];
}

/** The item's own word goes first. */
function daysOf({ noReasonDays, category }: CaseLine, { days, exemptCategories }: Rules['noReason']): number {
  const isExempt = category !== undefined && exemptCategories.includes(category);
  return noReasonDays ?? (isExempt ? 0 : days);
}
