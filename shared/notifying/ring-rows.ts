import type { Entry, Todo } from '#shared/returns/attention/entry.ts';
import type { NoticeClass, NoticeLevel } from '#shared/returns/attention/notice-class.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import { minutesBetween } from './local-time.ts';

/** What makes somebody's telephone ring. */
export interface Occasion {
  readonly since: Instant;
  readonly dueAt?: Instant;
}

export interface RingRow {
  readonly class: NoticeClass;
  readonly occasionOf: (entry: Entry, now: Instant) => Occasion | undefined;
}

const soonMinutes = 120;
const lastMinutes = 30;
/** What ran out before is shown and not told: nothing can be done about it any more. */
const longestLateMinutes = 24 * 60;
const stopMinutes = 30;

/** Each level of a record's rings: when it rings. */
export const ringRows: Readonly<Record<Exclude<NoticeLevel, 'silent-source'>, RingRow>> = {
  'half-hour': {
    class: 'platform',
    occasionOf: ({ platform, work }, now) => {
      const dueAt = platform?.dueAt;
      const left = dueAt && minutesBetween(now, dueAt);
      if (left === undefined || left > lastMinutes || left <= -longestLateMinutes) {
        return undefined;
      }
      const since = addMillis(dueAt as Instant, -lastMinutes * 60_000);
      return work.touchedAt !== undefined && work.touchedAt >= since ? undefined : { since, dueAt: dueAt as Instant };
    },
  },
  'two-hours': {
    class: 'platform',
    occasionOf: ({ platform, work }, now) => {
      const dueAt = platform?.dueAt;
      const left = dueAt && minutesBetween(now, dueAt);
      const isSoon = left !== undefined && left <= soonMinutes && left > lastMinutes;
      return dueAt && isSoon && !work.owner ? { since: addMillis(dueAt, -soonMinutes * 60_000), dueAt } : undefined;
    },
  },
  exception: {
    class: 'exception',
    // Whoever wrote to the buyer waits for the answer.
    occasionOf: (entry, now) =>
      unknownTodo(entry, now, ({ group, waitsOn }) => group === 'exception-contact' && waitsOn !== 'buyer'),
  },
  dispute: {
    class: 'grade-c',
    occasionOf: (entry, now) => unknownTodo(entry, now, ({ group }) => group === 'grade-c'),
  },
  stop: {
    class: 'stop',
    occasionOf: (entry, now) => {
      const todo = unknownTodo(entry, now, ({ group }) => group === 'stop-not-confirmed');
      return todo && minutesBetween(todo.since, now) >= stopMinutes ? todo : undefined;
    },
  },
  'late-check': {
    class: 'late-check',
    occasionOf: (entry, now) => {
      const { own, work } = entry;
      const dueAt = own?.kind === 'qc-follow-up' ? own.dueAt : undefined;
      const isMissed = dueAt !== undefined && dueAt <= now && hasTodo(entry, 'at-warehouse');
      return isMissed && !(work.owner && work.owner.since >= dueAt) ? { since: dueAt, dueAt } : undefined;
    },
  },
};

function hasTodo({ todos }: Entry, group: Todo['group']): boolean {
  return todos.some((todo) => todo.group === group);
}

/** What is to do and in time for nobody; but for what its owner took with open eyes. */
function unknownTodo(
  { todos, work }: Entry,
  now: Instant,
  isMeant: (todo: Todo) => boolean,
): Pick<Todo, 'since'> | undefined {
  const todo = todos.find((each) => isMeant(each) && (each.from ?? each.since) <= now);
  const isKnown = todo && work.owner && work.owner.since >= todo.since;
  return todo && !isKnown ? { since: todo.since } : undefined;
}
