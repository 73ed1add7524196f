import { earliestOf, type Instant } from '../record/instant.ts';
import type { Money } from '../record/money.ts';
import { compare } from '../record/statement.ts';
import { type AttentionGroup, attentionGroups, type Entry, entryIdOf, type Todo } from './entry.ts';
import { type Horizon, horizons, horizonsAt } from './horizon.ts';
import { type Moments, momentsAt, openTodos } from './in-force.ts';
import { isInView, type View, type Viewer } from './views.ts';

export interface Looking {
  readonly now: Instant;
  /** The merchant's, by which today ends. */
  readonly timeZone: string;
  readonly viewer?: Viewer | undefined;
  /** `all` where not given. */
  readonly view?: View | undefined;
  /** Only what is in this group. */
  readonly group?: AttentionGroup | undefined;
}

export interface AttentionItem {
  readonly entry: Entry;
  /** What is to do first. */
  readonly todo: Todo;
  /** All that is to do now, that one among it. */
  readonly todos: readonly Todo[];
  readonly horizon: Horizon;
  /** The earlier of the platform's time and ours. */
  readonly dueAt?: Instant;
  /** Minor units; the largest of what is at stake. */
  readonly stake: number;
}

export interface GroupCount {
  readonly group: AttentionGroup;
  readonly count: number;
  /** What is at stake in it, by currency. */
  readonly sums: readonly Money[];
}

export interface AttentionList {
  /** In the order in which to take them up. */
  readonly items: readonly AttentionItem[];
  /** Of all that is in the view, whatever the group; each group once, in the order of the list. */
  readonly groups: readonly GroupCount[];
}

/**
 * The attention list: first what the store says otherwise, then less than 2 hours, less than 8, today, later; within each the larger sum first, then the shorter time.
 * What only waits for the store's word is counted, and shown where its group is asked for.
 *
 * @param entries - Those that the viewer may see.
 */
export function attentionOf(entries: readonly Entry[], looking: Looking): AttentionList {
  const { now, timeZone, viewer, view = 'all', group } = looking;
  const [moments, horizonOf] = [momentsAt(now), horizonsAt(now, timeZone)];
  const own = entries.filter((entry) => isInView(entry, view, viewer));
  const inView = own.flatMap((entry) => itemOf(entry, moments, horizonOf));
  const shown = inView.filter(({ todos }) =>
    group ? todos.some((todo) => todo.group === group) : todos.some((todo) => todo.group !== 'awaiting-store'),
  );
  const items = shown.map((item) => (group ? withFirst(item, group) : item)).sort(compareItems);
  return { items, groups: countsOf(inView) };
}

/** An entry in the list, if it belongs there now. */
function itemOf(entry: Entry, moments: Moments, horizonOf: (dueAt: Instant | undefined) => Horizon): AttentionItem[] {
  const todos = entry.isOpen ? openTodos(entry, moments) : [];
  const [todo] = todos;
  if (!todo) {
    return [];
  }
  const dueAt = earliestOf([entry.platform?.dueAt, entry.own?.dueAt]);
  const stake = Math.max(0, ...todos.map((each) => each.stake ?? 0));
  return [{ entry, todo, todos, horizon: horizonOf(dueAt), ...(dueAt && { dueAt }), stake }];
}

/** In a list of one group, what is to do for it goes first. */
function withFirst(item: AttentionItem, group: AttentionGroup): AttentionItem {
  return { ...item, todo: item.todos.find((todo) => todo.group === group) ?? item.todo };
}

/** What differs goes before all else. */
function rankOf({ todo, horizon }: AttentionItem): number {
  return todo.group === 'store-differs' ? -1 : horizons.indexOf(horizon);
}

function compareItems(a: AttentionItem, b: AttentionItem): number {
  return (
    rankOf(a) - rankOf(b) ||
    b.stake - a.stake ||
    compare(a.dueAt ?? '~', b.dueAt ?? '~') ||
    compare(a.todo.since, b.todo.since) ||
    compare(entryIdOf(a.entry), entryIdOf(b.entry))
  );
}

function countsOf(items: readonly AttentionItem[]): GroupCount[] {
  return attentionGroups.map((group) => {
    const own = items.flatMap(({ entry, todos }) => {
      const todo = todos.find((each) => each.group === group);
      return todo ? [{ entry, todo }] : [];
    });
    return { group, count: own.length, sums: sumsOf(own) };
  });
}

function sumsOf(own: readonly { readonly entry: Entry; readonly todo: Todo }[]): Money[] {
  const sums = new Map<string, number>();
  for (const { entry, todo } of own) {
    const currency = entry.record === 'case' ? entry.currency : undefined;
    if (currency && todo.stake) {
      sums.set(currency, (sums.get(currency) ?? 0) + todo.stake);
    }
  }
  return [...sums].sort(([a], [b]) => compare(a, b)).map(([currency, amount]) => ({ amount, currency }));
}
