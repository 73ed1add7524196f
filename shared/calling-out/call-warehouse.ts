import { callSecretOf } from '#shared/merchant/call-secret.ts';
import { addMillis, type Instant, millisOf } from '#shared/returns/record/instant.ts';
import type { PersonalData } from '#shared/sources/source.ts';
import { connectorAboutOf } from '#shared/warehouses/abouts.ts';
import type { CallResult } from '#shared/warehouses/connector.ts';
import type { Addressee, Delivering } from './delivering.ts';
import type { Step } from './next-step.ts';

/** A call that begins with less than this left of the lease might still be under way when somebody else begins. */
export const callMs = 25_000;

/** What only the call needs to know. */
export interface CallSecrets {
  readonly secret: string;
  readonly sender?: PersonalData;
}

export async function readCallSecrets(parts: Delivering, addressee: Addressee, step: Step): Promise<CallSecrets> {
  const secret = await parts.secretOf(...callSecretOf(parts.merchant, addressee.warehouse));
  const sender = await readSender(parts, addressee, step);
  return { secret, ...(sender && { sender }) };
}

/** Only for a warehouse that is told who sends, and only for the call. */
async function readSender(
  { readPerson }: Delivering,
  { caseKey, warehouse }: Addressee,
  { verb }: Step,
): Promise<PersonalData | undefined> {
  const { tellsSender } = connectorAboutOf(warehouse.connector).calling ?? {};
  if (verb !== 'create' || !tellsSender || warehouse.senderMasking !== 'masked') {
    return undefined;
  }
  const person = await readPerson(caseKey);
  return person === 'erased' ? undefined : person;
}

/** @param until - When our lease ends. */
export async function callWarehouse(
  { now }: Delivering,
  { warehouse, connector }: Addressee,
  { verb, order, inDoubt }: Step,
  { until, ...secrets }: CallSecrets & { readonly until: Instant },
): Promise<CallResult> {
  const at = now();
  if (at > addMillis(until, -callMs)) {
    return { kind: 'unknown', reason: 'too little was left of the lease to call' };
  }
  const { orderCode, orderId, advice } = order;
  return await connector[verb]({
    warehouse,
    ...secrets,
    orderCode,
    ...(orderId && { orderId }),
    ...(inDoubt && { inDoubt }),
    advice,
    now: new Date(millisOf(at)),
  });
}
