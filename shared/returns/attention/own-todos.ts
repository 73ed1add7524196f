import type { CaseSnapshot } from '../case/case.ts';
import { isBack } from '../goods/back.ts';
import { earliestOf, type Instant, latestOf } from '../record/instant.ts';
import type { CaseParcel } from '../tracking/part.ts';
import { standingParcels } from '../tracking/standing.ts';
import type { Action } from './actions.ts';
import { isOver, lastReportAt } from './times.ts';

/** Since when something is to do by the case's own state; undefined where it is not. */
type SinceOf = (snapshot: CaseSnapshot) => Instant | undefined;

/** What follows from where the case stands, without any note or clock. */
const rows: Readonly<Partial<Record<Action, SinceOf>>> = {
  // What was paid for is decided, whoever did it.
  decide: ({ decision, closedAt, openedAt, money }) =>
    decision.value === 'new' && closedAt === undefined && money.enoughAt === undefined
      ? (decision.at ?? openedAt)
      : undefined,
  'pay-again': (snapshot) =>
    isUnpaid(snapshot)
      ? latestOf(snapshot.money.actions.map(({ status, failedAt }) => (status === 'failed' ? failedAt : undefined)))
      : undefined,
  refund: (snapshot) => (snapshot.money.back ? (refundOpenedAt(snapshot) ?? lastReportAt(snapshot)) : undefined),
  pay: (snapshot) => (isPlainRefund(snapshot) ? snapshot.decision.at : undefined),
  'stock-in': (snapshot) =>
    snapshot.headline === 'checked' && !snapshot.attention.includes('contact-buyer')
      ? lastReportAt(snapshot)
      : undefined,
  'send-replacement': (snapshot) =>
    isGoingOn(snapshot) && snapshot.details.kind === 'exchange' && !snapshot.replacement && isBack(snapshot)
      ? lastReportAt(snapshot)
      : undefined,
  'stop-again': (snapshot) =>
    snapshot.stopped?.ok === false && !isOver(snapshot) && lastReportAt(snapshot) === undefined
      ? snapshot.stopped.at
      : undefined,
  'find-parcel': (snapshot) =>
    earliestOf(strayParcels(snapshot).map(({ state, statedAt }) => state?.movedAt ?? statedAt)),
};

/** What is to do by the case's own state, each since when. */
export function ownTodos(snapshot: CaseSnapshot): { readonly action: Action; readonly since: Instant }[] {
  return (Object.entries(rows) as [Action, SinceOf][]).flatMap(([action, sinceOf]) => {
    const since = sinceOf(snapshot);
    return since ? [{ action, since }] : [];
  });
}

/** Parcels of the case that stand and have not come to a warehouse. */
export function awaitedParcels({ parcels }: CaseSnapshot): CaseParcel[] {
  return standingParcels(parcels).filter(({ state }) => state?.receivedAt === undefined);
}

/** That goods which went out turned round is their way home. */
function strayParcels(snapshot: CaseSnapshot): CaseParcel[] {
  const isAwaited = isGoingOn(snapshot) || snapshot.money.out !== undefined;
  return isAwaited
    ? awaitedParcels(snapshot).filter(({ state, isOutbound }) => (state?.sides.length ?? 0) > 0 && !isOutbound)
    : [];
}

function isGoingOn(snapshot: CaseSnapshot): boolean {
  return snapshot.decision.value === 'approved' && !isOver(snapshot);
}

function isUnpaid({ money }: CaseSnapshot): boolean {
  return money.owed.basis !== 'nothing' && money.enoughAt === undefined;
}

/** Agreed to, and no goods are to come before the money goes out. */
function isPlainRefund(snapshot: CaseSnapshot): boolean {
  const { details, parcels } = snapshot;
  const isWithoutGoods = details.kind === 'refund-only' && standingParcels(parcels).length === 0;
  return isGoingOn(snapshot) && isUnpaid(snapshot) && isWithoutGoods;
}

function refundOpenedAt({ deadlines }: CaseSnapshot): Instant | undefined {
  return earliestOf(
    Object.values(deadlines).map(({ kind, metAt, openedAt }) => (kind === 'refund' && !metAt ? openedAt : undefined)),
  );
}
