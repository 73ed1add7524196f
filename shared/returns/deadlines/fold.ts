import type { CaseRules } from '../case/case.ts';
import type { CaseFact } from '../case/facts.ts';
import type { GoodsFact } from '../goods/facts.ts';
import { countedByCase, countedParcels } from '../goods/fold.ts';
import { checkedAtOf, isLastCheck, receivedAtOf } from '../goods/goods.ts';
import { stockedInAtOf } from '../goods/stock-in.ts';
import { digest } from '../record/digest.ts';
import { addMillis, type Instant } from '../record/instant.ts';
import { factsNamed, type Statement } from '../record/statement.ts';
import { acknowledgeClocks } from './acknowledge-clocks.ts';
import { type Clock, type DeadlineBasis, minutes } from './clock.ts';
import type { TickFact } from './facts.ts';
import type { Deadline } from './part.ts';
import { nextStrikeOf } from './strikes.ts';

/** What the platform says of one kind of deadline, and since when it says just that. */
interface PlatformDeadline {
  readonly dueAt: Instant;
  readonly since: Instant;
}

/**
 * The case's clocks. *Overdue* is not asked here (the fold has no clock): a deadline is missed when its due tick came
 * while it was not met, or when it was met too late.
 */
export function deadlinesOf(
  basis: DeadlineBasis,
  statements: readonly Statement<CaseFact>[],
  rules: CaseRules,
): Record<string, Deadline> {
  const ticks = factsNamed(statements, 'tick').map(({ fact }) => fact);
  const clocks = [
    ...acknowledgeClocks(basis, rules),
    ...checkClocks(basis, rules),
    ...refundClock(basis, platformDeadlines(statements).get('refund'), rules),
  ];
  const running = clocks.filter((clock) => !isStopped(clock, basis));
  return Object.fromEntries(
    running.map((clock) => withTicks(basis.key, clock, ticks, rules)).map((deadline) => [deadline.id, deadline]),
  );
}

/** The platform's own latest word on each kind of deadline. Saying it again changes nothing. */
export function platformDeadlines(statements: readonly Statement<CaseFact>[]): ReadonlyMap<string, PlatformDeadline> {
  const known = new Map<string, PlatformDeadline>();
  for (const { fact, at } of factsNamed(statements, 'platform-deadline')) {
    const before = known.get(fact.kind);
    if (!fact.due) {
      known.delete(fact.kind);
    } else if (before?.dueAt !== fact.due) {
      known.set(fact.kind, { dueAt: fact.due, since: at });
    }
  }
  return known;
}

/** Received but not checked, per parcel (or for the case, where the warehouse reports by case). */
function checkClocks(basis: DeadlineBasis, rules: CaseRules): Clock[] {
  const direct = countedByCase(basis.directGoods, basis.parcels);
  const parcels = countedParcels(basis.parcels).map((parcel) => {
    const goods = parcel.state?.goods ?? [];
    return { subject: parcel.number, goods, metAt: checkedAtOf(goods) ?? checkedByCaseAt(goods, direct) };
  });
  const byCase = direct.length > 0 ? [{ subject: 'case', goods: direct, metAt: checkedAtOf(direct) }] : [];
  return [...parcels, ...byCase].flatMap(({ subject, goods, metAt }) => {
    const openedAt = receivedAtOf(goods);
    const dueAt = openedAt && addMillis(openedAt, minutes(rules.deadlines['qc-follow-up'].dueAfterMinutes));
    return openedAt && dueAt
      ? [{ kind: 'qc-follow-up' as const, subject, openedAt, dueAt, setBy: 'policy' as const, ...(metAt && { metAt }) }]
      : [];
  });
}

/** A parcel of which a warehouse says only that it came is checked by case: by the first check since then. */
function checkedByCaseAt(goods: readonly GoodsFact[], direct: readonly GoodsFact[]): Instant | undefined {
  const cameAt = receivedAtOf(goods);
  const isCounted = goods.some((fact) => (fact.lines?.length ?? 0) > 0);
  return isCounted ? undefined : direct.find((fact) => isLastCheck(fact) && cameAt && fact.at >= cameAt)?.at;
}

/** The buyer's money: due some time after stock-in, or by the platform's own deadline where that is earlier. */
function refundClock(basis: DeadlineBasis, platform: PlatformDeadline | undefined, rules: CaseRules): Clock[] {
  const due = refundDue(basis, platform, rules);
  const metAt = basis.money.actions.find((action) => action.kind === 'goods-refund' && action.status !== 'failed')?.at;
  return due ? [{ kind: 'refund', subject: 'case', ...due, ...(metAt && { metAt }) }] : [];
}

type Due = Pick<Clock, 'openedAt' | 'dueAt' | 'setBy'>;

function refundDue(basis: DeadlineBasis, platform: PlatformDeadline | undefined, rules: CaseRules): Due | undefined {
  const byPolicy = refundDueByPolicy(basis, rules);
  if (platform && (!byPolicy || platform.dueAt <= byPolicy.dueAt)) {
    return { openedAt: platform.since, dueAt: platform.dueAt, setBy: 'platform' };
  }
  return byPolicy;
}

/** Goods that are exchanged or sent anew are owed no money. */
function refundDueByPolicy(basis: DeadlineBasis, rules: CaseRules): Due | undefined {
  const isOwed = basis.details.kind !== 'exchange' && basis.details.kind !== 'reship';
  const openedAt = isOwed ? stockInOf(basis) : undefined;
  return (
    openedAt && {
      openedAt,
      dueAt: addMillis(openedAt, minutes(rules.deadlines.refund.dueAfterMinutes)),
      setBy: 'policy',
    }
  );
}

function stockInOf({ details, directGoods, parcels }: DeadlineBasis): Instant | undefined {
  const counted = countedParcels(parcels).flatMap(({ state }) => state?.goods ?? []);
  return stockedInAtOf(details, [...countedByCase(directGoods, parcels), ...counted]);
}

/** A case that ended before the deadline was due stops its clock; one that ended later does not undo a miss. */
function isStopped(clock: Clock, basis: DeadlineBasis): boolean {
  const isOver = basis.decision.value !== 'approved' && basis.decision.value !== 'new';
  const endedAt = [basis.closedAt, isOver ? basis.decision.at : undefined].filter((at) => at !== undefined).sort()[0];
  return endedAt !== undefined && endedAt <= clock.dueAt && !clock.metAt;
}

function withTicks(caseKey: string, clock: Clock, ticks: readonly TickFact[], rules: CaseRules): Deadline {
  // A platform's deadline is the same one however often it is said, and whatever else happens.
  const opening = clock.setBy === 'platform' ? 'platform' : clock.openedAt;
  const id = `${clock.kind}-${digest(caseKey, clock.kind, clock.subject, opening, clock.dueAt)}`;
  const own = ticks.filter((tick) => tick.deadlineId === id);
  const isMetInTime = clock.metAt !== undefined && clock.metAt <= clock.dueAt;
  const isDue = own.some((tick) => tick.phase !== 'reminder') || (clock.metAt !== undefined && !isMetInTime);
  const rule = rules.deadlines[clock.kind];
  const remind = addMillis(clock.dueAt, -minutes(rule.remindBeforeMinutes));
  const times = { ...clock, remindAt: remind < clock.openedAt ? clock.openedAt : remind };
  const nextStrike = nextStrikeOf(times, own, rule);
  return {
    id,
    ...times,
    reminded: own.some((tick) => tick.phase === 'reminder' && !(clock.metAt && clock.metAt <= tick.at)),
    missed: isDue && !isMetInTime,
    escalation: isMetInTime
      ? 0
      : Math.max(0, ...own.filter((tick) => tick.phase === 'escalation').map((tick) => tick.count)),
    ...(nextStrike && { nextStrike }),
  };
}
