import type { Channel, Merchant } from '#shared/merchant/merchant.ts';
import { observationId } from '#shared/recording/place-saying.ts';
import type { DeliveryOutcome, DeliveryRef } from '#shared/recording/ports.ts';
import { placeOfText } from '#shared/recording/said-places.ts';
import { digestOf } from '#shared/returns/record/digest.ts';
import type { Delivery, Observed, Observer, Saying } from '#shared/sources/source.ts';
import type { Store } from '#shared/store/open-store.ts';

export interface ReplayWork {
  readonly store: Pick<Store, 'deliveries' | 'cases' | 'parcels' | 'aliases'>;
  readonly merchant: Merchant;
  readonly observerOf: (source: string) => Observer | undefined;
  /** Asks `record-observations` to read it anew; undefined: only what it would say is told. */
  readonly send: ((ref: DeliveryRef) => Promise<void>) | undefined;
  readonly wait: (ms: number) => Promise<unknown>;
}

export interface Replayed {
  readonly ref: DeliveryRef;
  readonly before: DeliveryOutcome['outcome'] | undefined;
  /** What came, or would come, of it. */
  readonly after: DeliveryOutcome | undefined;
  /** By record: which facts came, went, or say something else. */
  readonly changes: readonly string[];
  /** It was asked for, and nothing came of it in the time that was waited. */
  readonly isPending: boolean;
}

/** What deliveries said before and what they say now, one after the other; each is waited for, so that no more are under way than can be seen. */
export async function replayDelivery(ref: DeliveryRef, work: ReplayWork): Promise<Replayed> {
  const { deliveries } = work.store;
  const delivery = await deliveries.read(ref);
  const before = await deliveries.outcomeOf(ref);
  if (!delivery) {
    return { ref, before: before?.outcome, after: undefined, changes: [], isPending: false };
  }
  const observed = observe(delivery, work);
  const isMatched = await isEachKnown(delivery, observed, work);
  const places = await placesOf(delivery, observed, work);
  const isReplaced = isMatched && observed.kind !== 'not-understood';
  const former = isReplaced ? await formerPlacesOf(delivery, places, work) : [];
  const said = await Promise.all([...places, ...former].map(async (place) => await factsAt(place, work)));
  const isPending = work.send ? await sendAndWait(ref, work.send, isMatched, work) : false;
  const says = work.send
    ? await Promise.all(places.map(async (place) => await factsAt(place, work)))
    : places.map(({ facts }) => facts);
  const changes = [...places, ...former].flatMap(({ name }, index) =>
    changeOf(name, said[index] ?? [], says[index] ?? []),
  );
  const after = work.send ? await deliveries.outcomeOf(ref) : outcomeOf(observed, isMatched);
  return { ref, before: before?.outcome, after, changes, isPending };
}

function observe(delivery: Delivery, work: ReplayWork): Observed {
  const channel = channelOf(delivery, work);
  const observer = work.observerOf(delivery.source);
  return channel && observer
    ? observer.observe(delivery, channel, work.merchant)
    : { kind: 'not-understood', reason: 'the channel it came by is not configured any more' };
}

function channelOf({ source, channel: name }: Delivery, { merchant }: ReplayWork): Channel | undefined {
  return merchant.channels.find((each) => each.source === source && each.channel === name);
}

interface Place {
  /** `case <key>` or `parcel <number>`. */
  readonly name: string;
  /** What the present adapter says there. */
  readonly facts: SomeFacts;
  readonly observationId: string;
}

/** Where its sayings belong; one whose case nobody has told of is under the name that it gives. */
async function placesOf(delivery: Delivery, observed: Observed, { store }: ReplayWork): Promise<Place[]> {
  const sayings = observed.kind === 'sayings' ? observed.sayings : [];
  return await Promise.all(
    sayings.map(async (saying, index) => ({
      name: await recordOf(saying, store),
      facts: saying.facts,
      observationId: observationId({ delivery }, index),
    })),
  );
}

/** Where earlier readings put something, and the present one puts nothing. */
async function formerPlacesOf(delivery: Delivery, now: readonly Place[], { store }: ReplayWork): Promise<Place[]> {
  const all = (await store.deliveries.placesOf(delivery)).map(placeOfText).map(({ index, record }) => ({
    name: 'parcel' in record ? `parcel ${record.parcel}` : `case ${record.caseKey}`,
    facts: [],
    observationId: observationId({ delivery }, index),
  }));
  const isNow = ({ name, observationId }: Place) =>
    now.some((each) => each.name === name && each.observationId === observationId);
  return all.filter((each) => !isNow(each));
}

async function recordOf(saying: Saying, { aliases }: ReplayWork['store']): Promise<string> {
  if (saying.about === 'parcel') {
    return `parcel ${saying.number}`;
  }
  if ('caseKey' in saying.ref) {
    return `case ${saying.ref.caseKey}`;
  }
  const { kind, value } = saying.ref.alias;
  const [known, ...more] = await aliases.readCases(saying.ref.alias);
  return `case ${known && more.length === 0 ? known : `of ${kind} ${value}`}`;
}

/** Whether the case of each saying, or of the hint, is known; only a store may speak of one that is not there yet. */
async function isEachKnown(delivery: Delivery, observed: Observed, work: ReplayWork): Promise<boolean> {
  const isStore = channelOf(delivery, work)?.role === 'store';
  const hint = observed.kind === 'notify-only' ? [observed.ref] : [];
  const said = observed.kind === 'sayings' ? observed.sayings : [];
  const refs = [...hint, ...said.flatMap((each) => (each.about === 'case' ? [each.ref] : []))];
  const known = await Promise.all(
    refs.map(async (ref) => {
      const alias = 'alias' in ref ? ref.alias : ({ kind: 'case-id', value: ref.caseKey } as const);
      return ('caseKey' in ref && isStore) || (await work.store.aliases.readCases(alias)).length === 1;
    }),
  );
  return !known.includes(false);
}

type SomeFacts = readonly { readonly fact: string }[];

async function factsAt({ name, observationId: wanted }: Place, { store }: ReplayWork): Promise<SomeFacts> {
  const [kind, ...key] = name.split(' ');
  const table = kind === 'parcel' ? store.parcels : store.cases;
  const observations: readonly { readonly id: string; readonly facts: SomeFacts }[] = await table.readObservations(
    key.join(' '),
  );
  return observations.find(({ id }) => id === wanted)?.facts ?? [];
}

function outcomeOf(observed: Observed, isMatched: boolean): DeliveryOutcome {
  if (!isMatched) {
    return { outcome: 'unmatched' };
  }
  switch (observed.kind) {
    case 'sayings':
      return observed.unread === undefined ? { outcome: 'applied' } : { outcome: 'in-part', reason: observed.unread };
    case 'not-understood':
      return { outcome: observed.kind, reason: observed.reason };
    case 'ignored':
      return { outcome: observed.kind, reason: observed.reason };
    case 'notify-only':
    case 'several':
      return { outcome: observed.kind };
  }
}

const restMs = 250;
const mostRests = 240;

/** What waits for its case is kept without the message that brought it: whether it came through cannot be seen where it waited before. */
async function sendAndWait(
  ref: DeliveryRef,
  send: NonNullable<ReplayWork['send']>,
  isMatched: boolean,
  { store: { deliveries }, wait }: ReplayWork,
): Promise<boolean> {
  const before = await deliveries.messageOf(ref);
  await send(ref);
  for (let rest = 0; rest < mostRests; rest += 1) {
    await wait(restMs);
    const now = await deliveries.messageOf(ref);
    const isWaiting = !isMatched && (await deliveries.outcomeOf(ref))?.outcome === 'unmatched';
    if (isWaiting || (now !== undefined && now !== before)) {
      return false;
    }
  }
  return true;
}

/** `+ fact` came, `- fact` went, `~ fact` says something else; nothing where all is the same. */
function changeOf(name: string, before: SomeFacts, after: SomeFacts): string[] {
  const hashes = (facts: SomeFacts) => facts.map((fact) => digestOf(fact));
  const [old, anew] = [new Set(hashes(before)), new Set(hashes(after))];
  const came = after.filter((fact) => !old.has(digestOf(fact))).map(({ fact }) => fact);
  const went = before.filter((fact) => !anew.has(digestOf(fact))).map(({ fact }) => fact);
  const parts = [
    ...new Set(came.map((fact) => (went.includes(fact) ? `~ ${fact}` : `+ ${fact}`))),
    ...new Set(went.filter((fact) => !came.includes(fact)).map((fact) => `- ${fact}`)),
  ];
  return parts.length > 0 ? [`${name}: ${parts.join(', ')}`] : [];
}
