import type { ReadHint } from '#shared/messages/inbox-message.ts';
import { parseCaseKey } from '#shared/returns/case/case-key.ts';
import type { CaseHint, Delivery, Observed, Saying } from '#shared/sources/source.ts';
import { keep, keepUnmatched, keepWaiting } from './keep-delivery.ts';
import { placeSaying } from './place-saying.ts';
import type { Placed, Touched } from './placed.ts';
import type { DeliveryOutcome } from './ports.ts';
import type { Recorder } from './recorder.ts';
import { holdUnderName, type Resolved, resolveCase, type Unmatched } from './resolve-case.ts';
import { textOfPlace } from './said-places.ts';
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
  const { touched, said, unmatched } = await findPlaces(recorder, taken, sayings);
  const finish = async () => {
    if (look) {
      await lookAgain(recorder, taken, look);
    }
    const whole = unread === undefined ? applied : ({ outcome: 'in-part', reason: unread } as const);
    return unmatched.size === 0
      ? await keep(recorder, taken, whole, said)
      : await keepUnmatched(recorder, taken, unmatched, said);
  };
  return { touched, finish };
}

const applied = { outcome: 'applied' } as const;

interface Places {
  readonly touched: Touched[];
  /** Where sayings were put, as texts. */
  readonly said: string[];
  /** By the place of the saying in its delivery. */
  readonly unmatched: Map<number, Unmatched>;
}

/** First all that can be put anywhere, so that it is noted with what waits for a name. */
async function findPlaces(recorder: Recorder, taken: TakenDelivery, sayings: readonly Saying[]): Promise<Places> {
  const places: Places = { touched: [], said: [], unmatched: new Map() };
  const put = async (index: number, saying: Saying) => {
    const placed = await placeSaying(recorder, taken, saying, index);
    if ('record' in placed) {
      places.touched.push(placed);
      places.said.push(textOfPlace({ index, record: placed.record }));
      places.unmatched.delete(index);
    } else {
      places.unmatched.set(index, placed);
    }
  };
  for (const [index, saying] of sayings.entries()) {
    await put(index, saying);
  }
  for (const [index, each] of [...places.unmatched]) {
    const saying = sayings[index];
    const keepIt = async () => await keepWaiting(recorder, taken, each, places);
    const isWaiting = each.kind === 'waiting' && saying;
    if (isWaiting && (await holdUnderName(recorder, taken, each.alias, keepIt)).kind !== 'waiting') {
      await put(index, saying);
    }
  }
  return places;
}

async function placeHint(recorder: Recorder, taken: TakenDelivery, hint: CaseHint): Promise<Placed> {
  const resolved = await resolveHint(recorder, taken, hint);
  return done(() =>
    resolved.kind === 'known'
      ? passHint(recorder, taken, hint, resolved)
      : keepUnmatched(recorder, taken, new Map([[0, resolved]])),
  );
}

async function resolveHint(recorder: Recorder, taken: TakenDelivery, { ref }: CaseHint): Promise<Resolved> {
  const resolved = await resolveCase(recorder, taken, ref);
  return resolved.kind === 'waiting'
    ? await holdUnderName(recorder, taken, resolved.alias, async () => await keepWaiting(recorder, taken, resolved))
    : resolved;
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
