import type { ReadHint } from '#shared/messages/inbox-message.ts';
import { parseCaseKey } from '#shared/returns/case/case-key.ts';
import type { CaseHint, Delivery, Observed } from '#shared/sources/source.ts';
import { placeSaying } from './place-saying.ts';
import type { Placed, Touched } from './placed.ts';
import type { DeliveryOutcome } from './ports.ts';
import type { Recorder } from './recorder.ts';
import { type Resolved, reasonOf, resolveOrHold, type Unmatched } from './resolve-case.ts';
import { retract, textOfPlace } from './said-places.ts';
import type { TakenDelivery } from './taken.ts';

/**
 * Puts down what one delivery says, and keeps the delivery itself with what came of it. Not to be understood is an outcome;
 * only what a retry may mend is thrown. Doing it twice changes nothing.
 */
export async function placeDelivery(recorder: Recorder, taken: TakenDelivery): Promise<Placed> {
  const { observed } = taken;
  switch (observed.kind) {
    case 'not-understood':
      return done(() => keep(recorder, taken, { outcome: observed.kind, reason: observed.reason }));
    case 'ignored':
      return done(() => keep(recorder, taken, { outcome: observed.kind, reason: observed.reason }, []));
    case 'notify-only':
      return await placeHint(recorder, taken, observed);
    case 'several':
      return done(() => passParts(recorder, taken, observed.parts));
    case 'sayings':
      return await placeSayings(recorder, taken, observed);
  }
}

function done(finish: Placed['finish']): Placed {
  return { touched: [], finish };
}

async function placeSayings(
  recorder: Recorder,
  taken: TakenDelivery,
  { sayings, unread, look }: Extract<Observed, { readonly kind: 'sayings' }>,
): Promise<Placed> {
  const touched: Touched[] = [];
  const unmatched: Unmatched[] = [];
  const said: string[] = [];
  for (const [index, saying] of sayings.entries()) {
    const placed = await placeSaying(recorder, taken, saying, index);
    if ('record' in placed) {
      touched.push(placed);
      said.push(textOfPlace({ index, record: placed.record }));
    } else {
      unmatched.push(placed);
    }
  }
  const finish = async () => {
    if (look) {
      await lookAgain(recorder, taken, look);
    }
    const whole = unread === undefined ? applied : ({ outcome: 'in-part', reason: unread } as const);
    return unmatched.length === 0
      ? await keep(recorder, taken, whole, said)
      : await keepUnmatched(recorder, taken, unmatched, said);
  };
  return { touched, finish };
}

const applied = { outcome: 'applied' } as const;

/** What waits was kept before it was held: by now it may have been released and applied, and that must not be overwritten. */
async function keepUnmatched(
  recorder: Recorder,
  taken: TakenDelivery,
  unmatched: readonly Unmatched[],
  said: readonly string[],
): Promise<DeliveryOutcome> {
  const outcome = { outcome: 'unmatched', reason: unmatched.map(reasonOf).join('; ') } as const;
  return unmatched.some(({ kind }) => kind === 'waiting') ? outcome : await keep(recorder, taken, outcome, said);
}

/** @param said - Where it was put; undefined where it could not be read, so that what stood stands. */
async function keep(
  recorder: Recorder,
  taken: TakenDelivery,
  outcome: DeliveryOutcome,
  said?: readonly string[],
): Promise<DeliveryOutcome> {
  const { messageId, revision } = taken;
  const before = await recorder.deliveries.keep(taken.delivery, outcome, { messageId, revision, said });
  await retract(recorder, taken, before);
  return outcome;
}

async function placeHint(recorder: Recorder, taken: TakenDelivery, hint: CaseHint): Promise<Placed> {
  const resolved = await resolveOrHold(recorder, taken, hint.ref);
  return done(() =>
    resolved.kind === 'known'
      ? passHint(recorder, taken, hint, resolved)
      : keepUnmatched(recorder, taken, [resolved], []),
  );
}

async function passHint(
  recorder: Recorder,
  taken: TakenDelivery,
  hint: CaseHint,
  { caseKey }: Extract<Resolved, { readonly kind: 'known' }>,
): Promise<DeliveryOutcome> {
  if (!(await isPassedOn(recorder, taken))) {
    await recorder.sightings.note(caseKey, hint.at);
    await recorder.outbound.hint(readHintOf(taken, hint, caseKey));
  }
  return await keep(recorder, taken, { outcome: 'notify-only' }, []);
}

/** The case is to be read, though the delivery says something itself. */
async function lookAgain(recorder: Recorder, taken: TakenDelivery, hint: CaseHint): Promise<void> {
  if ('caseKey' in hint.ref && !(await isPassedOn(recorder, taken))) {
    await recorder.outbound.hint(readHintOf(taken, hint, hint.ref.caseKey));
  }
}

function readHintOf({ delivery }: TakenDelivery, { shop, at, atReceipt }: CaseHint, caseKey: string): ReadHint {
  const { source, channel } = delivery;
  const caseId = parseCaseKey(caseKey)?.caseId ?? '';
  return { source, channel, shop, caseId, at, attempt: 0, behind: 0, ...(atReceipt && { atReceipt }) };
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
  return await keep(recorder, taken, { outcome: 'several' }, []);
}

/** Whether this very message was passed on by an earlier try, and only its answer got lost: then passing it on again would be two. */
async function isPassedOn({ deliveries }: Recorder, { delivery, messageId, isAgain }: TakenDelivery): Promise<boolean> {
  return isAgain === true && messageId !== undefined && (await deliveries.messageOf(refOf(delivery))) === messageId;
}

function refOf({ source, channel, id }: Delivery) {
  return { source, channel, id };
}
