import { horizons, horizonsAt } from '#shared/returns/attention/horizon.ts';
import { momentsAt, openTodos } from '#shared/returns/attention/in-force.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { CaseRow } from './case-row.ts';
import { huntFor, huntTest } from './hunt.ts';
import type { FilterName, RowTests } from './sift-rows.ts';
import type { FlagChoice, Wish } from './wish.ts';

export interface Looker {
  /** By which lists name whoever looks. */
  readonly names: readonly string[];
  readonly now: Instant;
  readonly timeZone: string;
}

type Test = ((row: CaseRow) => boolean) | undefined;

/** What a wish asks of a row, filter by filter; a filter that asks nothing has no test. */
const testsFor: Readonly<Record<FilterName, (wish: Wish, looker: Looker) => Test>> = {
  text: ({ text }) => huntTest(huntFor(text)),
  shop: ({ shops }) => isAmong(shops, ({ shop }) => shop),
  kind: ({ kinds }) => isAmong(kinds, ({ entry }) => entry.kind ?? ''),
  reason: ({ reasons }) => isAmong(reasons, ({ reason }) => reason),
  owner: ownerTest,
  flag: ({ flags }) => isAmong<FlagChoice>(flags, ({ entry }) => entry.work.flag ?? 'none'),
  money: moneyTest,
  waits: waitsTest,
  time: timeTest,
};

/** @param foundElsewhere - Ids of what the API found for the text: by a buyer's reference or a former number, which no row holds. */
export function rowTests(wish: Wish, looker: Looker, foundElsewhere: ReadonlySet<string> = new Set()): RowTests {
  const entries = Object.entries(testsFor).flatMap(([name, testFor]) => {
    const test = testFor(wish, looker);
    return test ? [[name, test] as const] : [];
  });
  const tests: RowTests = Object.fromEntries(entries);
  const { text } = tests;
  return text ? { ...tests, text: (row) => foundElsewhere.has(row.id) || text(row) } : tests;
}

function isAmong<Value extends string>(wanted: readonly Value[], codeOf: (row: CaseRow) => Value): Test {
  if (wanted.length === 0) {
    return undefined;
  }
  const values = new Set(wanted);
  return (row) => values.has(codeOf(row));
}

function ownerTest({ owner }: Wish, { names }: Looker): Test {
  if (owner === 'anyone') {
    return undefined;
  }
  return owner === 'nobody'
    ? ({ entry }) => entry.work.owner === undefined
    : ({ entry }) => entry.work.owner !== undefined && names.includes(entry.work.owner.person);
}

/** What has no sum is in no span of sums. */
function moneyTest({ from, to }: Wish): Test {
  if (from === undefined && to === undefined) {
    return undefined;
  }
  const [least, most] = [from ?? 0, to ?? Number.POSITIVE_INFINITY];
  return ({ asked }) => asked !== undefined && asked >= least && asked <= most;
}

/** By what is to do first now; what is snoozed waits for nobody. */
function waitsTest({ waitsOn }: Wish, { now }: Looker): Test {
  if (waitsOn.length === 0) {
    return undefined;
  }
  const moments = momentsAt(now);
  return ({ entry }) => {
    const [todo] = entry.isOpen ? openTodos(entry, moments) : [];
    return todo !== undefined && waitsOn.includes(todo.waitsOn);
  };
}

/** What is due within two hours is due within eight, too. */
function timeTest({ time }: Wish, { now, timeZone }: Looker): Test {
  if (time === undefined) {
    return undefined;
  }
  const horizonOf = horizonsAt(now, timeZone);
  const last = horizons.indexOf(time);
  return ({ entry: { platform } }) =>
    platform?.dueAt !== undefined && horizons.indexOf(horizonOf(platform.dueAt)) <= last;
}
