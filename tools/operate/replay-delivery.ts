import type { Merchant } from '#shared/merchant/merchant.ts';
import type { DeliveryOutcome, DeliveryRef } from '#shared/recording/ports.ts';
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
  const places = await placesOf(delivery, observed, work);
  const said = await Promise.all(places.map(async (place) => await factsAt(place, work)));
  const isPending = work.send ? await sendAndWait(ref, work.send, work) : false;
  const says = work.send
    ? await Promise.all(places.map(async (place) => await factsAt(place, work)))
    : places.map(({ saying }) => saying.facts);
  const changes = places.flatMap(({ name }, index) => changeOf(name, said[index] ?? [], says[index] ?? []));
  const after = work.send ? await deliveries.outcomeOf(ref) : outcomeOf(observed);
  return { ref, before: before?.outcome, after, changes, isPending };
}

function observe(delivery: Delivery, { merchant, observerOf }: ReplayWork): Observed {
  const { source, channel: name } = delivery;
  const channel = merchant.channels.find((each) => each.source === source && each.channel === name);
  const observer = observerOf(source);
  return channel && observer
    ? observer.observe(delivery, channel, merchant)
    : { kind: 'not-understood', reason: 'the channel it came by is not configured any more' };
}

interface Place {
  /** `case <key>` or `parcel <number>`. */
  readonly name: string;
  readonly saying: Saying;
  readonly observationId: string;
}

/** Where its sayings belong; one whose case nobody has told of is under the name that it gives. */
async function placesOf(delivery: Delivery, observed: Observed, { store }: ReplayWork): Promise<Place[]> {
  const sayings = observed.kind === 'sayings' ? observed.sayings : [];
  return await Promise.all(
    sayings.map(async (saying, index): Promise<Place> => {
      const id = `${delivery.source}/${delivery.channel}/${delivery.id}`;
      return {
        name: await recordOf(saying, store),
        saying,
        observationId: index === 0 ? id : `${id}/${index}`,
      };
    }),
  );
}

async function recordOf(saying: Saying, { aliases }: ReplayWork['store']): Promise<string> {
  if (saying.about === 'parcel') {
    return `parcel ${saying.number}`;
  }
  if ('caseKey' in saying.ref) {
    return `case ${saying.ref.caseKey}`;
  }
  const { kind, value } = saying.ref.alias;
  const [known] = await aliases.readCases(saying.ref.alias);
  return `case ${known ?? `of ${kind} ${value}`}`;
}

type SomeFacts = readonly { readonly fact: string }[];

async function factsAt({ name, observationId }: Place, { store }: ReplayWork): Promise<SomeFacts> {
  const [kind, ...key] = name.split(' ');
  const table = kind === 'parcel' ? store.parcels : store.cases;
  const observations: readonly { readonly id: string; readonly facts: SomeFacts }[] = await table.readObservations(
    key.join(' '),
  );
  return observations.find(({ id }) => id === observationId)?.facts ?? [];
}

function outcomeOf(observed: Observed): DeliveryOutcome {
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

async function sendAndWait(
  ref: DeliveryRef,
  send: NonNullable<ReplayWork['send']>,
  { store: { deliveries }, wait }: ReplayWork,
): Promise<boolean> {
  const before = await deliveries.messageOf(ref);
  await send(ref);
  for (let rest = 0; rest < mostRests; rest += 1) {
    await wait(restMs);
    const now = await deliveries.messageOf(ref);
    if (now !== undefined && now !== before) {
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
