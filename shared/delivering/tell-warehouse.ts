import { addMillis, type Instant } from '#shared/returns/instant.ts';
import type { Addressee, Delivering } from './delivering.ts';
import { nextStep, type Step } from './next-step.ts';
import type { Ledger } from './ports.ts';
import { takeStep } from './take-step.ts';
import { wantedAdvices } from './wanted.ts';
import { isHeld, releaseLease } from './write-ledger.ts';

export type TellOutcome =
  /** The WMS expects what the record says; `known` where nothing had to be said. */
  | { readonly outcome: 'told' | 'known'; readonly calls: number }
  /** There is more to say than one message may take time for. */
  | { readonly outcome: 'more'; readonly calls: number }
  /** Somebody else is at it. */
  | { readonly outcome: 'held'; readonly calls: number }
  | { readonly outcome: 'unknown'; readonly calls: number; readonly reason: string };

const mostCalls = 20;
/** No call is begun when so much time is gone, so that the last one ends before the function's own limit. */
const budgetMs = 40_000;

/**
 * Tells one WMS of one case until it expects what the record says. The record is read again after each answer, so what changed while
 * we called is told at once.
 */
export async function tellWarehouse(parts: Delivering, addressee: Addressee): Promise<TellOutcome> {
  const { caseKey, warehouse } = addressee;
  const startedAt = parts.now();
  let ledger = await parts.ledgers.readLedger(caseKey, warehouse.id);
  if (isHeld(ledger, parts.now())) {
    return { outcome: 'held', calls: 0 };
  }
  for (let calls = 0; ; calls += 1) {
    const step = await findStep(parts, addressee, ledger);
    if (!step || isSpent(calls, startedAt, parts.now())) {
      return await finish(parts, addressee, ledger, { calls, isDone: !step });
    }
    const result = await takeStep(parts, addressee, ledger, step);
    if (result.kind === 'unknown') {
      return { outcome: 'unknown', calls: calls + 1, reason: result.reason };
    }
    if (result.kind === 'lost') {
      return { outcome: 'held', calls };
    }
    ledger = result.ledger;
  }
}

/** A case without a record has nothing to tell; what a WMS was told is never taken back for want of one. */
async function findStep(
  { readRecord }: Delivering,
  { caseKey, warehouse }: Addressee,
  ledger: Ledger,
): Promise<Step | undefined> {
  const record = await readRecord(caseKey);
  return record && nextStep(wantedAdvices(record.told, warehouse.id), ledger);
}

function isSpent(calls: number, startedAt: Instant, now: Instant): boolean {
  return calls >= mostCalls || now > addMillis(startedAt, budgetMs);
}

/** Writes the last answer and gives up the lease; where nothing was said there is neither. */
async function finish(
  { ledgers }: Delivering,
  { caseKey, warehouse }: Addressee,
  ledger: Ledger,
  { calls, isDone }: { readonly calls: number; readonly isDone: boolean },
): Promise<TellOutcome> {
  if (calls > 0 && (await ledgers.writeLedger(caseKey, warehouse.id, releaseLease(ledger))) === 'lost') {
    return { outcome: 'held', calls };
  }
  if (!isDone) {
    return { outcome: 'more', calls };
  }
  return { outcome: calls > 0 ? 'told' : 'known', calls };
}
