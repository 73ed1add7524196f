import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { StoryLine } from '#shared/returns/case/story.ts';
import { quietKinds } from '#shared/returns/deadlines/kinds.ts';
import type { Deadline } from '#shared/returns/deadlines/part.ts';
import type { GoodsFact } from '#shared/returns/goods/facts.ts';
import { goodsIdOf } from '#shared/returns/goods/goods.ts';

/** What a reader of the story, or of the record, takes a case to be. */
interface Reading {
  readonly decision: unknown;
  readonly closed: boolean;
  readonly numbers: readonly string[];
  readonly goods: Readonly<Record<string, unknown>>;
  readonly refunds: Readonly<Record<string, unknown>>;
  readonly deadlines: Readonly<Record<string, unknown>>;
}

type Line<Code extends StoryLine['code']> = Extract<StoryLine, { readonly code: Code }>;

function linesOf<Code extends StoryLine['code']>(story: readonly StoryLine[], ...codes: readonly Code[]): Line<Code>[] {
  return story.filter((line): line is Line<Code> => (codes as readonly string[]).includes(line.code));
}

/** By the last line of each thing. Of deadlines only those that the record has: what went before them is a story, too. */
export function readingOfStory(story: readonly StoryLine[], { deadlines }: CaseSnapshot): Reading {
  return {
    decision: decisionIn(story),
    closed: linesOf(story, 'closed', 'reopened').at(-1)?.code === 'closed',
    numbers: numbersIn(story),
    goods: Object.fromEntries(
      linesOf(story, 'received', 'inspected', 'stocked-in').map(({ values: { id, number, report } }) => [
        `${number ?? 'case'} ${id}`,
        contentOf(report),
      ]),
    ),
    refunds: refundsIn(story),
    deadlines: Object.fromEntries(
      Object.values(deadlines).map((each) => [each.id, readingOfDeadline(each, deadlineIn(story, each.id))]),
    ),
  };
}

export function readingOfRecord({ decision, closedAt, parcels, directGoods, money, deadlines }: CaseSnapshot): Reading {
  const { value, reason, by } = decision;
  const attributed = parcels.filter(({ state }) => state?.allotment !== 'not-attributed');
  const goods = [
    ...directGoods.map((fact) => ['case', fact] as const),
    ...attributed.flatMap(({ number, state }) => (state?.goods ?? []).map((fact) => [number, fact] as const)),
  ];
  return {
    decision: { value, ...(reason && { reason }), ...(by && { by: { role: by } }) },
    closed: closedAt !== undefined,
    numbers: parcels
      .filter(({ stands, isOutbound }) => stands && !isOutbound)
      .map(({ number }) => number)
      .sort(),
    goods: Object.fromEntries(goods.map(([place, fact]) => [`${place} ${goodsIdOf(fact)}`, contentOf(fact)])),
    refunds: Object.fromEntries(
      money.actions.map(({ refundId, kind, amount, status, by }) => [
        refundId,
        { kind, amount, outcome: status === 'failed' ? 'failed' : 'done', by: { role: by } },
      ]),
    ),
    deadlines: Object.fromEntries(Object.values(deadlines).map((each) => [each.id, readingOfDeadline(each, each)])),
  };
}

/** Of the lines, which a case keeps only in part, just what is wrong with them. */
function contentOf(report: GoodsFact): unknown {
  const { fact, partial } = report;
  const lines =
    report.fact === 'inspected' ? report.lines.filter((line) => line.result !== 'passed' || line.finding) : [];
  return { fact, lines, partial };
}

function decisionIn(story: readonly StoryLine[]): unknown {
  const last = linesOf(story, 'decided', 'reopened')
    .filter((line) => line.code === 'decided' || line.values.undecided)
    .at(-1);
  if (last?.code !== 'decided') {
    return { value: 'new' };
  }
  const { decision, reason } = last.values;
  return { value: decision, ...(reason && { reason }), by: last.by };
}

function numbersIn(story: readonly StoryLine[]): string[] {
  const standing = new Set<string>();
  for (const { values } of linesOf(story, 'tracking')) {
    for (const number of values.gone) {
      standing.delete(number);
    }
    for (const { number } of values.added) {
      standing.add(number);
    }
  }
  return [...standing].sort();
}

/** A payment that went through once is paid, whatever failed before or after. */
function refundsIn(story: readonly StoryLine[]): Reading['refunds'] {
  const lines = linesOf(story, 'refund').map(({ by, values: { refundId, kind, amount, outcome } }) => ({
    refundId,
    told: { kind, amount, outcome, by },
  }));
  const sorted = lines.toSorted((a, b) => Number(a.told.outcome === 'done') - Number(b.told.outcome === 'done'));
  return Object.fromEntries(sorted.map(({ refundId, told }) => [refundId, told]));
}

interface Standing {
  readonly dueAt?: Deadline['dueAt'] | undefined;
  readonly metAt?: Deadline['metAt'] | undefined;
  readonly missed: boolean;
}

/** Of a quiet kind the story tells a miss, and nothing of what was met in time. */
function readingOfDeadline({ kind }: Pick<Deadline, 'kind'>, { dueAt, metAt, missed }: Standing): unknown {
  return quietKinds.includes(kind) ? { missed } : { dueAt, metAt, missed };
}

function deadlineIn(story: readonly StoryLine[], id: string): Standing {
  const own = story.filter((line) => 'deadlineId' in line.values && line.values.deadlineId === id);
  const breach = linesOf(own, 'deadline-missed', 'deadline-breach-withdrawn').at(-1);
  return {
    dueAt: linesOf(own, 'deadline-opened')[0]?.values.dueAt,
    metAt: linesOf(own, 'deadline-met')[0]?.at,
    missed: breach?.code === 'deadline-missed',
  };
}
