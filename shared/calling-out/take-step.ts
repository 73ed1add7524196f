import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import type { CallResult } from '#shared/warehouses/connector.ts';
import { answeredAfterAll, answerOf, namingOf, noAnswerOf } from './answer.ts';
import { callWarehouse, readCallSecrets } from './call-warehouse.ts';
import type { Addressee, Delivering } from './delivering.ts';
import { isTimeToTell, isToldUnclear } from './ledger-orders.ts';
import type { Step } from './next-step.ts';
import type { Ledger } from './ports.ts';
import { type Begun, beginStep, leaveOpen, type Settled, settleStep } from './write-ledger.ts';

/**
 * Nobody else calls for so long after a write of ours. The function may run no longer than this: whoever holds a lease does no more
 * once it has ended, or is frozen and finds by its own clock that it has.
 */
export const leaseMs = 60_000;
/** What a WMS may still do after we gave up waiting for it: nobody calls it about that number before. */
export const quietMs = 15_000;

export type StepResult =
  /** Answered, and the answer is in the inbox. The ledger is the one to go on with; its next write carries the answer. */
  | { readonly kind: 'settled'; readonly ledger: Ledger }
  /** The ledger is written. */
  | { readonly kind: 'unknown'; readonly reason: string; readonly ledger: Ledger; readonly quietUntil: Instant }
  /** Somebody else wrote the ledger: the lease is theirs. */
  | { readonly kind: 'lost' };

/** First the record hears by which name the WMS will know it, and the ledger what will be said; then the WMS hears it; then the record hears the answer. */
export async function takeStep(
  parts: Delivering,
  addressee: Addressee,
  ledger: Ledger,
  step: Step,
): Promise<StepResult> {
  const { caseKey, warehouse, holder } = addressee;
  const secrets = await readCallSecrets(parts, addressee, step);
  if (!Object.hasOwn(ledger.orders, step.announcementId)) {
    await parts.send(namingOf(placeOf(addressee), step, parts.now()));
  }
  const until = addMillis(parts.now(), leaseMs);
  const begun = beginStep(ledger, step, { by: holder, until }, parts.now());
  if ((await parts.ledgers.writeLedger(caseKey, warehouse.id, begun.ledger)) === 'lost') {
    return { kind: 'lost' };
  }
  const result = await callWarehouse(parts, addressee, step, { ...secrets, until });
  return result.kind === 'unknown'
    ? await leave(parts, addressee, { step, begun, result })
    : await settle(parts, addressee, { step, begun, result });
}

interface Called<Result extends CallResult> {
  readonly step: Step;
  readonly begun: Begun;
  readonly result: Result;
}

/** First the ledger counts it, then the record hears of it, so that a clear answer later finds the count and takes that back. */
async function leave(
  { ledgers, send, now }: Delivering,
  addressee: Addressee,
  { step, begun, result: { reason } }: Called<Extract<CallResult, { readonly kind: 'unknown' }>>,
): Promise<StepResult> {
  const { caseKey, warehouse, holder } = addressee;
  const at = now();
  const quietUntil = addMillis(at, quietMs);
  const { ledger, order } = leaveOpen(begun, step, { by: holder, until: quietUntil });
  if ((await ledgers.writeLedger(caseKey, warehouse.id, ledger)) === 'lost') {
    return { kind: 'lost' };
  }
  if (isTimeToTell(order)) {
    await send(noAnswerOf(placeOf(addressee), step, at));
  }
  return { kind: 'unknown', reason, ledger, quietUntil };
}

async function settle(
  { send, now }: Delivering,
  addressee: Addressee,
  { step, begun, result }: Called<Settled>,
): Promise<StepResult> {
  const at = now();
  await send(answerOf(placeOf(addressee), step, result, at));
  const ledger = settleStep(begun, step, result, at);
  if (isToldUnclear(begun.order) && !Object.values(ledger.orders).some(isToldUnclear)) {
    await send(answeredAfterAll(placeOf(addressee), step, result, at));
  }
  return { kind: 'settled', ledger };
}

function placeOf({ caseKey, warehouse }: Addressee): { readonly caseKey: string; readonly warehouseId: string } {
  return { caseKey, warehouseId: warehouse.id };
}
