import type { CaseSnapshot } from '../case/case.ts';
import type { Deadline } from '../deadlines/part.ts';
import type { Action, TodoTimes } from './actions.ts';

interface KindRow {
  /** What a clock of this kind waits for; undefined where that is nobody's here. */
  readonly action: (clock: Pick<Deadline, 'subject'>, snapshot: CaseSnapshot) => Action | undefined;
  /** From when it is to do: at once, or only once it opens, is near, or is due. */
  readonly from?: 'opened' | 'near' | 'due';
  /** What is missed is past help. */
  readonly endsWhenDue?: true;
}

const now = (action: Action): KindRow => ({ action: () => action });
const late = (action: Action): KindRow => ({ action: () => action, from: 'due' });

/** The platform's own kinds; any that is not here has to be answered. */
const ofPlatform: ReadonlyMap<string, Action | undefined> = new Map([
  ['decision', 'decide'],
  ['refund', 'pay'],
  ['replacement', 'send-replacement'],
  ['evidence', 'give-evidence'],
  ['dispute-evidence', 'give-evidence'],
  ['buyer-ships', undefined],
]);

/** By kind of clock. A kind that is not here is to be caught up with once it is due. */
const rows: ReadonlyMap<string, KindRow> = new Map<string, KindRow>([
  ['qc-follow-up', now('check')],
  // A platform counts the days until it pays from the first parcel on: until the goods are back, nobody has to do anything before its time is near.
  ['refund', { action: (_clock, { money }) => (money.back ? 'refund' : 'pay'), from: 'near' }],
  ['warehouse-acknowledges', late('ask-warehouse')],
  ['exception-contact', now('contact-buyer')],
  ['booking-in', now('book-in')],
  ['appeal', { ...now('appeal'), endsWhenDue: true }],
  ['replacement', now('send-replacement')],
  ['platform-decision', { action: ({ subject }) => platformAction(subject) }],
  ['greeting', late('reply')],
  ['takeover', late('reply')],
  ['first-response', late('reply')],
  ['solution', late('offer-solution')],
  ['buyer-ships', late('remind-buyer')],
  ['arrival', late('find-parcel')],
  ['stop-shipment', now('confirm-stop')],
  ['dispute-evidence', now('give-evidence')],
  ['write-up', now('write-up')],
  ['snooze', { ...now('follow-up'), from: 'opened' }],
]);

function platformAction(subject: string): Action | undefined {
  return ofPlatform.has(subject) ? ofPlatform.get(subject) : 'answer-platform';
}

/** What a clock that runs has somebody do, and since when. */
export function clockTodo(
  clock: Deadline,
  snapshot: CaseSnapshot,
): ({ readonly action: Action } & TodoTimes) | undefined {
  const { action: actionOf, from } = rowOf(clock.kind);
  const action = actionOf(clock, snapshot);
  const begin = from && { opened: clock.openedAt, near: clock.remindAt, due: clock.dueAt }[from];
  return action && { action, since: clock.openedAt, ...(begin && { from: begin }) };
}

/** Whether a clock that was missed is past help. */
export function isPast({ kind, missed }: Pick<Deadline, 'kind' | 'missed'>): boolean {
  return missed && rowOf(kind).endsWhenDue === true;
}

function rowOf(kind: string): KindRow {
  return rows.get(kind) ?? late('catch-up');
}

/** Whether the table says what a clock of a kind waits for: then a miss of it says nothing more. */
export function isKnownKind(kind: string): boolean {
  return rows.has(kind);
}

/** What is to be done by the time of a platform's clock; undefined where only the buyer has to do something. */
export function platformClockAction(kind: string, subject: string): Action | undefined {
  return kind === 'platform-decision' ? platformAction(subject) : platformAction(kind);
}
