import type { Channel } from '#shared/merchant/merchant.ts';
import { parseCaseKey } from '#shared/returns/case-key.ts';
import type { Instant } from '#shared/returns/instant.ts';
import type { CaseRef, Delivery, Observed, Statement } from '#shared/sources/source.ts';
import type { DeliveryOutcome } from './ports.ts';
import type { Recorder, RefoldOptions } from './recorder.ts';
import { refoldCase } from './refold-case.ts';
import { refoldParcel } from './refold-parcel.ts';
import { type Resolved, resolveCase } from './resolve-case.ts';

/**
 * Records what one delivery says, and keeps the delivery itself with what came of it. Not to be understood is an outcome;
 * only what a retry may mend is thrown. Doing it twice changes nothing.
 */
export async function recordDelivery(
  recorder: Recorder,
  delivery: Delivery,
  options: { readonly again: boolean },
): Promise<DeliveryOutcome> {
  const { channels } = recorder.merchant;
  const channel = channels.find((each) => each.source === delivery.source && each.channel === delivery.channel);
  const observer = recorder.observerOf(delivery.source);
  if (!channel || !observer) {
    return keep(recorder, delivery, {
      outcome: 'not-understood',
      reason: 'the channel it came by is not configured any more',
    });
  }
  const observed = observer.observe(delivery, channel, recorder.merchant);
  switch (observed.kind) {
    case 'not-understood':
    case 'ignored':
      return keep(recorder, delivery, { outcome: observed.kind, reason: observed.reason });
    case 'notify-only':
      return passHint(recorder, delivery, channel, observed);
    case 'several':
      return passParts(recorder, delivery, observed.parts);
    case 'statements':
      return recordStatements(recorder, delivery, channel, { statements: observed.statements, again: options.again });
  }
}

interface Said {
  readonly statements: readonly Statement[];
  readonly again: boolean;
}

async function recordStatements(
  recorder: Recorder,
  delivery: Delivery,
  channel: Channel,
  { statements, again }: Said,
): Promise<DeliveryOutcome> {
  const unmatched: Unmatched[] = [];
  for (const [index, statement] of statements.entries()) {
    const missing = await recordStatement(recorder, delivery, channel, { statement, index, again });
    unmatched.push(...(missing ? [missing] : []));
  }
  if (unmatched.length === 0) {
    return keep(recorder, delivery, { outcome: 'applied' });
  }
  return keepUnmatched(recorder, delivery, unmatched);
}

type Unmatched = Exclude<Resolved, { readonly kind: 'known' }>;

/** What waits was kept before it was held: by now it may have been released and applied, and that must not be overwritten. */
async function keepUnmatched(
  recorder: Recorder,
  delivery: Delivery,
  unmatched: readonly Unmatched[],
): Promise<DeliveryOutcome> {
  const outcome = { outcome: 'unmatched', reason: unmatched.map(reasonOf).join('; ') } as const;
  return unmatched.some(({ kind }) => kind === 'waiting') ? outcome : keep(recorder, delivery, outcome);
}

function reasonOf({ kind, alias }: Unmatched): string {
  return `${alias.kind} ${kind === 'waiting' ? 'not known yet' : 'names several cases'}`;
}

async function keep(recorder: Recorder, delivery: Delivery, outcome: DeliveryOutcome): Promise<DeliveryOutcome> {
  await recorder.deliveries.keep(delivery, outcome);
  return outcome;
}

interface Placed {
  readonly statement: Statement;
  readonly index: number;
  readonly again: boolean;
}

/** @returns under which name the statement found no case, or undefined when it was recorded. */
async function recordStatement(
  recorder: Recorder,
  delivery: Delivery,
  channel: Channel,
  { statement, index, again }: Placed,
): Promise<Unmatched | undefined> {
  const { source, channel: name, receivedAt } = delivery;
  const id = `${source}/${name}/${delivery.id}${index === 0 ? '' : `/${index}`}`;
  const from = `${source}/${name}`;
  if (statement.about === 'parcel') {
    const put = await recorder.parcels.putObservation(statement.number, {
      id,
      from,
      receivedAt,
      facts: statement.facts,
    });
    await refoldParcel(recorder, statement.number, optionsFor(put, again));
    return undefined;
  }
  const resolved = await resolveOrHold(recorder, delivery, channel, statement.ref);
  if (resolved.kind !== 'known') {
    return resolved;
  }
  const put = await recorder.cases.putObservation(resolved.caseKey, { id, from, receivedAt, facts: statement.facts });
  if (statement.person) {
    await recorder.cases.putPersonalData(resolved.caseKey, statement.person, saidAtOf(statement) ?? receivedAt);
  }
  await refoldCase(recorder, resolved.caseKey, optionsFor(put, again));
  return undefined;
}

/** The sender's own time, so that a second try of an old delivery does not bring back an old name. */
function saidAtOf({ facts }: Statement): Instant | undefined {
  return facts
    .map(({ at }) => at)
    .sort()
    .at(-1);
}

/** A fact that is there already may have been put by a try that stopped half-way. */
function optionsFor(put: 'new' | 'known', again: boolean): RefoldOptions {
  return { again: again || put === 'known' };
}

/** First the delivery is held under the name, then the name is looked for once more: whoever comes second sees the other. */
async function resolveOrHold(
  recorder: Recorder,
  delivery: Delivery,
  channel: Channel,
  ref: CaseRef,
): Promise<Resolved> {
  const resolved = await resolveCase(recorder, ref, channel);
  if (resolved.kind !== 'waiting') {
    return resolved;
  }
  const { source, channel: name, id } = delivery;
  await recorder.deliveries.keep(delivery, { outcome: 'unmatched', reason: reasonOf(resolved) });
  await recorder.aliases.hold(resolved.alias, { source, channel: name, id });
  const second = await resolveCase(recorder, ref, channel);
  if (second.kind !== 'waiting') {
    await recorder.aliases.release(resolved.alias, { source, channel: name, id });
  }
  return second;
}

async function passHint(
  recorder: Recorder,
  delivery: Delivery,
  channel: Channel,
  hint: Extract<Observed, { readonly kind: 'notify-only' }>,
): Promise<DeliveryOutcome> {
  const resolved = await resolveOrHold(recorder, delivery, channel, hint.ref);
  if (resolved.kind !== 'known') {
    return keepUnmatched(recorder, delivery, [resolved]);
  }
  const caseId = parseCaseKey(resolved.caseKey)?.caseId ?? '';
  const { source, channel: name } = delivery;
  const { shop, at, atReceipt } = hint;
  await recorder.sightings.note(resolved.caseKey, at);
  await recorder.outbound.hint({
    source,
    channel: name,
    shop,
    caseId,
    at,
    attempt: 0,
    behind: 0,
    ...(atReceipt && { atReceipt }),
  });
  return keep(recorder, delivery, { outcome: 'notify-only' });
}

/** Each message of one request goes through the inbox by itself, so that one that fails holds up no other. */
async function passParts(
  recorder: Recorder,
  delivery: Delivery,
  parts: Extract<Observed, { readonly kind: 'several' }>['parts'],
): Promise<DeliveryOutcome> {
  for (const { id, body } of parts) {
    await recorder.outbound.send({ kind: 'delivery', delivery: { ...delivery, id, body } });
  }
  return keep(recorder, delivery, { outcome: 'several' });
}
