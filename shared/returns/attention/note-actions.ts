import type { CaseSnapshot } from '../case/case.ts';
import { earliestOf, type Instant, latestOf } from '../record/instant.ts';
import type { Note, NoteCode } from '../record/note.ts';
import type { Action } from './actions.ts';
import { goodsReportsOf, paidAtOf } from './times.ts';

interface NoteRow {
  readonly action: Action;
  /** Until then it calls a person: the decision, the case's end, or only its own going. */
  readonly until: 'decided' | 'over' | 'gone';
  /** Since when it is so; where that is not known, since the case was opened. */
  readonly since?: (snapshot: CaseSnapshot, note: Note) => Instant | undefined;
}

type Since = NonNullable<NoteRow['since']>;

const cameAt: Since = (snapshot) => goodsReportsOf(snapshot)[0]?.at;
const paidAt: Since = (snapshot) => paidAtOf(snapshot);
const answeredAt: Since = ({ preAdviceAnswers, withdrawalAnswers }) =>
  latestOf([...Object.values(preAdviceAnswers), ...Object.values(withdrawalAnswers)].map(({ at }) => at));
const parcelAt: Since = ({ parcels }, { detail }) => {
  const parcel = parcels.find(({ number }) => detail.includes(number));
  return parcel?.state?.untrackedSince ?? parcel?.state?.movedAt ?? parcel?.statedAt;
};

/** What each note has somebody do: one new note is one more line here. */
export const noteActions: Readonly<Record<NoteCode, NoteRow>> = {
  'fact-not-understood': { action: 'look-at-message', until: 'over' },
  'message-in-part': { action: 'look-at-message', until: 'over' },
  'time-in-future': { action: 'look-at-message', until: 'over' },
  'checked-more-than-received': { action: 'clear-goods', until: 'over', since: cameAt },
  'goods-over': { action: 'clear-goods', until: 'over', since: cameAt },
  'goods-unexpected': { action: 'clear-goods', until: 'over', since: cameAt },
  'goods-short': { action: 'clear-goods', until: 'over', since: cameAt },
  'goods-awaiting-allotment': { action: 'allot', until: 'gone', since: cameAt },
  'goods-on-replaced-number': { action: 'fix-number', until: 'over', since: parcelAt },
  'parcel-not-attributed': { action: 'fix-number', until: 'over', since: parcelAt },
  'allotment-exceeds-goods': { action: 'allot', until: 'gone', since: cameAt },
  'money-over-cap': { action: 'check-money', until: 'gone', since: paidAt },
  'money-in-other-currency': { action: 'check-money', until: 'over', since: paidAt },
  'unknown-warehouse': { action: 'fix-pre-advice', until: 'over' },
  'warehouse-differs': { action: 'ask-warehouse', until: 'over', since: cameAt },
  'pre-advice-held': { action: 'fix-pre-advice', until: 'over', since: parcelAt },
  'carrier-unmapped': { action: 'fix-pre-advice', until: 'over', since: parcelAt },
  'pre-advice-refused': { action: 'fix-pre-advice', until: 'over', since: answeredAt },
  'withdrawal-refused': { action: 'ask-warehouse', until: 'gone', since: answeredAt },
  'announcement-unknown': { action: 'ask-warehouse', until: 'over', since: answeredAt },
  'announcement-differs': { action: 'ask-warehouse', until: 'over', since: parcelAt },
  'not-announced': { action: 'ask-warehouse', until: 'over', since: cameAt },
  'warehouse-exception': {
    action: 'ask-warehouse',
    until: 'over',
    since: ({ warehouseStatuses = {} }) => latestOf(Object.values(warehouseStatuses).map(({ at }) => at)),
  },
  'parcel-untracked': { action: 'follow-parcel', until: 'over', since: parcelAt },
  'parcel-sent-back': { action: 'find-parcel', until: 'over', since: parcelAt },
  'tracking-unreadable': { action: 'fix-number', until: 'over' },
  'store-behind': { action: 'look-at-store', until: 'over', since: ({ updatedAt }) => updatedAt },
  'number-used-before': { action: 'fix-number', until: 'over', since: parcelAt },
  'outbound-number-typed': { action: 'fix-number', until: 'over', since: parcelAt },
  'outbound-comes-back': { action: 'expect-parcel', until: 'over', since: parcelAt },
  'number-on-several-cases': { action: 'fix-number', until: 'over', since: parcelAt },
  'line-in-other-case': { action: 'look-at-other-case', until: 'over' },
  'line-over-paid': { action: 'check-money', until: 'gone', since: paidAt },
  'contact-buyer': { action: 'contact-buyer', until: 'gone', since: cameAt },
  'paid-after-end': { action: 'check-money', until: 'gone', since: paidAt },
  'money-out-goods-not-back': { action: 'recover-goods', until: 'gone', since: paidAt },
  'cap-not-compared': { action: 'check-money', until: 'over', since: paidAt },
  'not-decided-goods-on-the-way': { action: 'decide', until: 'decided' },
  'outside-no-reason-window': { action: 'decide', until: 'decided' },
  'deadline-missed': {
    action: 'catch-up',
    until: 'gone',
    since: ({ deadlines }) =>
      earliestOf(Object.values(deadlines).map(({ missed, dueAt }) => (missed ? dueAt : undefined))),
  },
  disputed: {
    action: 'settle-dispute',
    until: 'gone',
    since: ({ disputes }) => earliestOf(disputes.map(({ openedAt, closedAt }) => (closedAt ? undefined : openedAt))),
  },
};
