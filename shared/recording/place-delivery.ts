import { parseCaseKey } from '#shared/returns/case/case-key.ts';
import type { Delivery, Observed, Saying } from '#shared/sources/source.ts';
import { placeSaying } from './place-saying.ts';
import type { Placed, Touched } from './placed.ts';
import type { DeliveryOutcome } from './ports.ts';
import type { Recorder } from './recorder.ts';
import { type Resolved, reasonOf, resolveOrHold, type Unmatched } from './resolve-case.ts';
import type { TakenDelivery } from './taken.ts';

/**
 * Puts down what one delivery says, and keeps the delivery itself with what came of it. Not to be understood is an outcome;
 * only what a retry may mend is thrown. Doing it twice changes nothing.
 */
export async function placeDelivery(recorder: Recorder, taken: TakenDelivery): Promise<Placed> {
  const { observed } = taken;
  switch (observed.kind) {
    case 'not-understood':
    case 'ignored':
      return done(() => keep(recorder, taken, { outcome: observed.kind, reason: observed.reason }));
    case 'notify-only':
      return await placeHint(recorder, taken, observed);
    case 'several':
      return done(() => passParts(recorder, taken, observed.parts));
    case 'sayings':
      return await placeSayings(recorder, taken, observed.sayings);
  }
}

function done(finish: Placed['finish']): Placed {
  return { touched: [], finish };
}

async function placeSayings(recorder: Recorder, taken: TakenDelivery, sayings: readonly Saying[]): Promise<Placed> {
  const touched: Touched[] = [];
  const unmatched: Unmatched[] = [];
  for (const [index, saying] of sayings.entries()) {
    const placed = await placeSaying(recorder, taken, saying, index);
    if ('record' in placed) {
      touched.push(placed);
    } else {
      unmatched.push(placed);
    }
  }
  const finish = () =>
    unmatched.length === 0 ? keep(recorder, taken, { outcome: 'applied' }) : keepUnmatched(recorder, taken, unmatched);
  return { touched, finish };
}

/** What waits was kept before it was held: by now it may have been released and applied, and that must not be overwritten. */
async function keepUnmatched(
  recorder: Recorder,
  taken: TakenDelivery,
  unmatched: readonly Unmatched[],
): Promise<DeliveryOutcome> {
  const outcome = { outcome: 'unmatched', reason: unmatched.map(reasonOf).join('; ') } as const;
  return unmatched.some(({ kind }) => kind === 'waiting') ? outcome : keep(recorder, taken, outcome);
}

async function keep(
  { deliveries }: Recorder,
  { delivery, messageId }: TakenDelivery,
  outcome: DeliveryOutcome,
): Promise<DeliveryOutcome> {
  await deliveries.keep(delivery, outcome, messageId);
  return outcome;
}

async function placeHint(
  recorder: Recorder,
  taken: TakenDelivery,
  hint: Extract<Observed, { readonly kind: 'notify-only' }>,
): Promise<Placed> {
  const resolved = await resolveOrHold(recorder, taken, hint.ref);
  return done(() =>
    resolved.kind === 'known' ? passHint(recorder, taken, hint, resolved) : keepUnmatched(recorder, taken, [resolved]),
  );
}

async function passHint(
  recorder: Recorder,
  taken: TakenDelivery,
  { shop, at, atReceipt }: Extract<Observed, { readonly kind: 'notify-only' }>,
  { caseKey }: Extract<Resolved, { readonly kind: 'known' }>,
): Promise<DeliveryOutcome> {
  const { source, channel } = taken.delivery;
  const caseId = parseCaseKey(caseKey)?.caseId ?? '';
  if (!(await isPassedOn(recorder, taken))) {
    await recorder.sightings.note(caseKey, at);
    const hint = { source, channel, shop, caseId, at, attempt: 0, behind: 0, ...(atReceipt && { atReceipt }) };
    await recorder.outbound.hint(hint);
  }
  return await keep(recorder, taken, { outcome: 'notify-only' });
}

/** Each message of one request goes through the inbox by itself, so that one that fails holds up no other. */
async function passParts(
  recorder: Recorder,
  taken: TakenDelivery,
  parts: readonly { readonly id: string; readonly body: Uint8Array }[],
): Promise<DeliveryOutcome> {
  if (!(await isPassedOn(recorder, taken))) {
    for (const { id, body } of parts) {
      await recorder.outbound.send({ kind: 'delivery', delivery: { ...taken.delivery, id, body } });
    }
  }
  return await keep(recorder, taken, { outcome: 'several' });
}

/** Whether this very message was passed on by an earlier try, and only its answer got lost: then passing it on again would be two. */
async function isPassedOn({ deliveries }: Recorder, { delivery, messageId, isAgain }: TakenDelivery): Promise<boolean> {
  return isAgain === true && messageId !== undefined && (await deliveries.messageOf(refOf(delivery))) === messageId;
}

function refOf({ source, channel, id }: Delivery) {
  return { source, channel, id };
}
