import type { Merchant } from '#shared/merchant/merchant.ts';
import { type RecordName, textOfRecord } from '#shared/messages/record-name.ts';
import { observationId } from '#shared/recording/place-saying.ts';
import type { DeliveryOutcome, DeliveryRef } from '#shared/recording/ports.ts';
import { placeOfText, placesTakenBack } from '#shared/recording/said-places.ts';
import { type TakenDelivery, takeDelivery } from '#shared/recording/taken.ts';
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

/** What a delivery said before and what it says now. What was asked for is waited for, so that who reads many anew has no more under way than can be seen. */
export async function replayDelivery(ref: DeliveryRef, work: ReplayWork): Promise<Replayed> {
  const { deliveries } = work.store;
  const delivery = await deliveries.read(ref);
  const before = await deliveries.outcomeOf(ref);
  if (!delivery) {
    return { ref, before: before?.outcome, after: undefined, changes: [], isPending: false };
  }
  const taken = takeDelivery(work, delivery);
  const { observed } = taken;
  const unfound = await unfoundIn(taken, work);
  const isMatched = unfound.size === 0;
  const places = await placesOf(delivery, observed, work);
  const former = await formerPlacesOf(taken, places, unfound, work);
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

interface Place {
  /** Undefined for a case that nobody has told of. */
  readonly record: RecordName | undefined;
  /** Of the record, or by what the case is called. */
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
      ...(await recordOf(saying, store)),
      facts: saying.facts,
      observationId: observationId({ delivery }, index),
    })),
  );
}

/** Where earlier readings put something, and the present one, putting nothing there, takes it back. */
async function formerPlacesOf(
  taken: TakenDelivery,
  now: readonly Place[],
  unfound: ReadonlySet<number>,
  { store }: ReplayWork,
): Promise<Place[]> {
  const { delivery, observed } = taken;
  const isSilent = observed.kind === 'not-understood' || (observed.kind === 'notify-only' && unfound.size > 0);
  const all = isSilent ? [] : (await store.deliveries.placesOf(delivery)).map(placeOfText);
  const gone = all.filter(({ index, record }) => {
    const here = now[index]?.record;
    return !here || textOfRecord(here) !== textOfRecord(record);
  });
  return placesTakenBack(taken, gone, unfound).map(({ index, record }) => ({
    ...named(record),
    facts: [],
    observationId: observationId({ delivery }, index),
  }));
}

function named(record: RecordName): Pick<Place, 'record' | 'name'> {
  return { record, name: textOfRecord(record) };
}

async function recordOf(saying: Saying, { aliases }: ReplayWork['store']): Promise<Pick<Place, 'record' | 'name'>> {
  if (saying.about === 'parcel') {
    return named({ parcel: saying.number });
  }
  if ('caseKey' in saying.ref) {
    return named({ caseKey: saying.ref.caseKey });
  }
  const { kind, value } = saying.ref.alias;
  const [known, ...more] = await aliases.readCases(saying.ref.alias);
  return known && more.length === 0
    ? named({ caseKey: known })
    : { record: undefined, name: `case of ${kind} ${value}` };
}

/** The sayings whose case is not known, or the hint's, by their place; only a store may speak of one that is not there yet. */
async function unfoundIn({ channel, observed }: TakenDelivery, { store }: ReplayWork): Promise<ReadonlySet<number>> {
  const hint = observed.kind === 'notify-only' ? [observed.ref] : [];
  const said = observed.kind === 'sayings' ? observed.sayings : [];
  const refs = [...hint, ...said.map((each) => (each.about === 'case' ? each.ref : undefined))];
  const unfound = await Promise.all(
    refs.map(async (ref, index) => {
      if (!ref || ('caseKey' in ref && channel?.role === 'store')) {
        return [];
      }
      const alias = 'alias' in ref ? ref.alias : ({ kind: 'case-id', value: ref.caseKey } as const);
      return (await store.aliases.readCases(alias)).length === 1 ? [] : [index];
    }),
  );
  return new Set(unfound.flat());
}

type SomeFacts = readonly { readonly fact: string }[];

async function factsAt({ record, observationId: wanted }: Place, { store }: ReplayWork): Promise<SomeFacts> {
  if (!record) {
    return [];
  }
  const observations: readonly { readonly id: string; readonly facts: SomeFacts }[] = await ('parcel' in record
    ? store.parcels.readObservations(record.parcel)
    : store.cases.readObservations(record.caseKey));
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
