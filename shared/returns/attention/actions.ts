import type { Party } from '../deadlines/clock.ts';
import { type AttentionGroup, attentionGroups, type Todo } from './entry.ts';

interface ActionRow {
  readonly group: AttentionGroup;
  readonly waitsOn: Party;
}

/** What can have to be done, in which group of the list, and for whom it waits. Within a group the first row goes first. */
export const actions = {
  'compare-with-store': { group: 'store-differs', waitsOn: 'team' },
  'give-evidence': { group: 'grade-c', waitsOn: 'team' },
  'settle-dispute': { group: 'grade-c', waitsOn: 'team' },
  appeal: { group: 'grade-c', waitsOn: 'team' },
  'contact-buyer': { group: 'exception-contact', waitsOn: 'team' },
  'settle-with-buyer': { group: 'exception-contact', waitsOn: 'buyer' },
  decide: { group: 'to-decide', waitsOn: 'team' },
  reply: { group: 'response', waitsOn: 'team' },
  'offer-solution': { group: 'response', waitsOn: 'team' },
  refund: { group: 'goods-back-money-not-out', waitsOn: 'merchant' },
  'recover-goods': { group: 'money-out-goods-not-back', waitsOn: 'buyer' },
  'await-goods': { group: 'money-out-goods-not-back', waitsOn: 'carrier' },
  'book-in': { group: 'at-warehouse', waitsOn: 'warehouse' },
  check: { group: 'at-warehouse', waitsOn: 'warehouse' },
  'stock-in': { group: 'at-warehouse', waitsOn: 'warehouse' },
  'stop-again': { group: 'stop-not-confirmed', waitsOn: 'team' },
  'confirm-stop': { group: 'stop-not-confirmed', waitsOn: 'warehouse' },
  'find-case': { group: 'unclaimed', waitsOn: 'team' },
  'await-store': { group: 'awaiting-store', waitsOn: 'platform' },
  'write-up': { group: 'write-up', waitsOn: 'team' },
  'follow-up': { group: 'other', waitsOn: 'team' },
  'answer-platform': { group: 'other', waitsOn: 'team' },
  'pay-again': { group: 'other', waitsOn: 'merchant' },
  pay: { group: 'other', waitsOn: 'merchant' },
  'send-replacement': { group: 'other', waitsOn: 'merchant' },
  allot: { group: 'other', waitsOn: 'team' },
  'find-parcel': { group: 'other', waitsOn: 'carrier' },
  'check-money': { group: 'other', waitsOn: 'merchant' },
  'fix-number': { group: 'other', waitsOn: 'team' },
  'fix-pre-advice': { group: 'other', waitsOn: 'team' },
  'ask-warehouse': { group: 'other', waitsOn: 'warehouse' },
  'clear-goods': { group: 'other', waitsOn: 'warehouse' },
  'look-at-store': { group: 'other', waitsOn: 'team' },
  'look-at-other-case': { group: 'other', waitsOn: 'team' },
  'expect-parcel': { group: 'other', waitsOn: 'carrier' },
  'follow-parcel': { group: 'other', waitsOn: 'team' },
  'remind-buyer': { group: 'other', waitsOn: 'buyer' },
  'look-at-message': { group: 'other', waitsOn: 'team' },
  'catch-up': { group: 'other', waitsOn: 'team' },
} as const satisfies Readonly<Record<string, ActionRow>>;

export type Action = keyof typeof actions;
export const actionCodes = Object.keys(actions) as Action[];

/** When something began to be to do, and what of it depends on the time and on money. */
export type TodoTimes = Pick<Todo, 'since' | 'from' | 'stake'>;

export function todoOf(action: Action, { since, from, stake }: TodoTimes): Todo {
  const { group, waitsOn } = actions[action];
  return {
    group,
    action,
    waitsOn,
    since,
    ...(from !== undefined && { from }),
    ...(stake !== undefined && stake > 0 && { stake }),
  };
}

/** What a newer release calls an action that this one does not know is to be looked at all the same. */
export function actionNamed(code: string): Action {
  return Object.hasOwn(actions, code) ? (code as Action) : 'catch-up';
}

const ranks = new Map(actionCodes.map((code, index) => [code as string, index]));

/** By group, then by row. */
export function compareTodos(a: Todo, b: Todo): number {
  const byGroup = attentionGroups.indexOf(a.group) - attentionGroups.indexOf(b.group);
  return byGroup || (ranks.get(a.action) ?? 0) - (ranks.get(b.action) ?? 0);
}

/** One of each action: since the first of them, for the largest sum, and from the first time at which one of them counts. */
export function mergeTodos(todos: readonly Todo[]): Todo[] {
  const merged = [...Map.groupBy(todos, ({ action }) => action)].map(([action, [first, ...more]]) =>
    more.reduce((sum, each) => todoOf(actionNamed(action), bothTimes(sum, each)), first as Todo),
  );
  return merged.sort(compareTodos);
}

function bothTimes(a: Todo, b: Todo): TodoTimes {
  const from = a.from && b.from && (a.from < b.from ? a.from : b.from);
  return {
    since: a.since < b.since ? a.since : b.since,
    stake: Math.max(a.stake ?? 0, b.stake ?? 0),
    ...(from && { from }),
  };
}
