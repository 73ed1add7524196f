import { addMillis, type Instant, millisOf } from '#shared/returns/instant.ts';
import type { PersonalData } from '#shared/sources/source.ts';
import type { CallResult } from '#shared/warehouses/connector.ts';
import { answerOf } from './answer.ts';
import type { Addressee, Delivering } from './delivering.ts';
import type { Step } from './next-step.ts';
import type { Ledger } from './ports.ts';
import { secretNameOf } from './secret-name.ts';
import { beginStep, moveLease, settleStep } from './write-ledger.ts';

/**
 * Nobody else calls for so long after a write of ours. The function may run no longer than this: whoever holds a lease is over before
 * it ends, killed or not.
 */
export const leaseMs = 60_000;
/** A call that begins with less than this left of the lease might still be under way when somebody else begins. */
export const callMs = 25_000;
/** What a WMS may still do after we gave up waiting for it: nobody calls it before. */
export const quietMs = 15_000;

export type StepResult =
  /** Answered, and the answer is in the inbox. The ledger is the one to go on with; its next write carries the answer. */
  | { readonly kind: 'settled'; readonly ledger: Ledger }
  | { readonly kind: 'unknown'; readonly reason: string }
  /** Somebody else wrote the ledger: the lease is theirs. */
  | { readonly kind: 'lost' };

/** First the ledger says what will be said, then the WMS hears it, then the record hears the answer. */
export async function takeStep(
  parts: Delivering,
  addressee: Addressee,
  ledger: Ledger,
  step: Step,
): Promise<StepResult> {
  const { caseKey, warehouse, holder } = addressee;
  const secret = await parts.secretOf(...secretNameOf(parts.merchant, warehouse));
  const sender = await readSender(parts, addressee, step);
  const until = addMillis(parts.now(), leaseMs);
  const begun = beginStep(ledger, step, { by: holder, until }, parts.now());
  if ((await parts.ledgers.writeLedger(caseKey, warehouse.id, begun)) === 'lost') {
    return { kind: 'lost' };
  }
  const result = await call(parts, addressee, step, { secret, until, ...(sender && { sender }) });
  const at = parts.now();
  if (result.kind === 'unknown') {
    // If this is lost, the lease was no longer ours; its new holder knows what is open.
    const quiet = moveLease(begun, { by: holder, until: addMillis(at, quietMs) });
    await parts.ledgers.writeLedger(caseKey, warehouse.id, quiet);
    return result;
  }
  await parts.send(answerOf({ caseKey, warehouseId: warehouse.id }, step, result, at));
  return { kind: 'settled', ledger: settleStep(begun, step, result, at) };
}

/** Only for a warehouse that is told who sends, and only for the call. */
async function readSender(
  { readPerson }: Delivering,
  { caseKey, warehouse }: Addressee,
  { verb }: Step,
): Promise<PersonalData | undefined> {
  if (verb !== 'create' || warehouse.connector !== 'qimen' || warehouse.senderMasking !== 'masked') {
    return undefined;
  }
  const person = await readPerson(caseKey);
  return person === 'erased' ? undefined : person;
}

interface CallContext {
  readonly secret: string;
  readonly sender?: PersonalData;
  /** When our lease ends. */
  readonly until: Instant;
}

async function call(
  { now }: Delivering,
  { warehouse, connector }: Addressee,
  { verb, order }: Step,
  { secret, sender, until }: CallContext,
): Promise<CallResult> {
  const at = now();
  if (at > addMillis(until, -callMs)) {
    return { kind: 'unknown', reason: 'too little was left of the lease to call' };
  }
  const { orderCode, orderId, advice } = order;
  return await connector[verb]({
    warehouse,
    secret,
    orderCode,
    ...(orderId && { orderId }),
    advice,
    ...(sender && { sender }),
    now: new Date(millisOf(at)),
  });
}
