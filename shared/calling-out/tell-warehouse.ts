import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import type { Addressee, Delivering } from './delivering.ts';
import { nextStep, type Step } from './next-step.ts';
import type { Ledger } from './ports.ts';
import { takeStep } from './take-step.ts';
import { wantedAdvices } from './wanted.ts';
import { isHeld, moveLease, releaseLease } from './write-ledger.ts';

/** What came of the calls of one message. */
export type CallsOutcome =
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

/** Calls of this message that nobody knows the outcome of. */
interface Unclear {
  /** Of these numbers nothing more is said now: what was called may still take effect. */
  readonly numbers: ReadonlySet<string>;
  readonly reason: string;
  readonly quietUntil: Instant;
}

/**
 * Tells one WMS of one case until it expects what the record says. The record is read again after each answer, so what changed while
 * we called is told at once. A number whose call has no clear outcome is passed over, and the others are told all the same.
 */
export async function tellWarehouse(parts: Delivering, addressee: Addressee): Promise<CallsOutcome> {
  const { caseKey, warehouse } = addressee;
  const startedAt = parts.now();
  let ledger = await parts.ledgers.readLedger(caseKey, warehouse.id);
  if (isHeld(ledger, parts.now())) {
    return { outcome: 'held', calls: 0 };
  }
  let unclear: Unclear | undefined;
  for (let calls = 0; ; calls += 1) {
    const step = await findStep(parts, addressee, ledger, unclear?.numbers);
    if (!step || isSpent(calls, startedAt, parts.now())) {
      return await finish(parts, addressee, ledger, { calls, isDone: !step, unclear });
    }
    const result = await takeStep(parts, addressee, ledger, step);
    if (result.kind === 'lost') {
      return { outcome: 'held', calls };
    }
    ledger = result.ledger;
    unclear = result.kind === 'unknown' ? unclearAfter(unclear, step, result) : unclear;
  }
}

function unclearAfter(
  before: Unclear | undefined,
  { order }: Step,
  { reason, quietUntil }: Pick<Unclear, 'reason' | 'quietUntil'>,
): Unclear {
  return { numbers: new Set([...(before?.numbers ?? []), order.advice.trackingNumber]), reason, quietUntil };
}

/** A case without a record has nothing to tell; what a WMS was told is never taken back for want of one. */
async function findStep(
  { readRecord }: Delivering,
  { caseKey, warehouse }: Addressee,
  ledger: Ledger,
  passedOver?: ReadonlySet<string>,
): Promise<Step | undefined> {
  const record = await readRecord(caseKey);
  return record && nextStep(wantedAdvices(record.told, warehouse.id), ledger, passedOver);
}

function isSpent(calls: number, startedAt: Instant, now: Instant): boolean {
  return calls >= mostCalls || now > addMillis(startedAt, budgetMs);
}

interface End {
  readonly calls: number;
  readonly isDone: boolean;
  readonly unclear: Unclear | undefined;
}

/** Writes the last answer and gives up the lease, at once or when nothing can take effect late; where nothing was said there is neither. */
async function finish(
  { ledgers }: Delivering,
  { caseKey, warehouse, holder }: Addressee,
  ledger: Ledger,
  { calls, isDone, unclear }: End,
): Promise<CallsOutcome> {
  const last = unclear ? moveLease(ledger, { by: holder, until: unclear.quietUntil }) : releaseLease(ledger);
  if (calls > 0 && (await ledgers.writeLedger(caseKey, warehouse.id, last)) === 'lost') {
    return { outcome: 'held', calls };
  }
  if (unclear) {
    return { outcome: 'unknown', calls, reason: unclear.reason };
  }
  if (!isDone) {
    return { outcome: 'more', calls };
  }
  return { outcome: calls > 0 ? 'told' : 'known', calls };
}
