import type { InboxMessage, ReadHint } from '#shared/messages/inbox-message.ts';
import type { Policy } from '#shared/policy/policy.ts';
import type { NumberedAct } from '#shared/returns/acts/acts.ts';
import type { Entry } from '#shared/returns/attention/entry.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import type { CalendarInForce } from '#shared/returns/deadlines/calendar.ts';
import type { Alias, CaseName } from '#shared/returns/opening/facts.ts';
import type { OrderItem } from '#shared/returns/order-lines/item.ts';
import type { OrderName } from '#shared/returns/order-lines/order.ts';
import type { ParcelObservation } from '#shared/returns/parcel/facts.ts';
import type { ParcelLink, ParcelSnapshot } from '#shared/returns/parcel/parcel.ts';
import type { Change, Told } from '#shared/returns/record/change.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { Delivery, PersonalData } from '#shared/sources/source.ts';
import type { Outbox } from './outbox.ts';

/** A folded record as it is stored. `version` grows by one with each write. */
export interface StoredRecord<Snapshot> {
  readonly version: number;
  readonly foldRevision: number;
  readonly snapshot: Snapshot;
  readonly told: Told;
  /** What this version tells that the one before did not; the stream carries it to `publish-changes`. */
  readonly changes: readonly Change[];
  /** Names of the observations and acts that it was folded from, sorted: what a change of fold revision must not tell as new. */
  readonly folded?: readonly string[];
  /** The number of its last act; 0 where there is none. Absent in what earlier releases wrote: then the acts must be read. */
  readonly lastAct?: number;
  /** Of a case: what the other cases of its order said when it was folded. Absent where there are none. */
  readonly siblings?: readonly KeptItem[];
  /** Under which revision what the case says stands in each of its orders, by their ids. */
  readonly orderRevisions?: Readonly<Record<string, number>>;
  /** When this version was written. Absent in what earlier releases wrote. */
  readonly writtenAt?: Instant;
  /** What must follow from this version and did not from the one before. The stream carries it; nobody reads it back. */
  readonly outbox?: Outbox;
  /** How lists show this version. Nobody reads it back from here. */
  readonly entry?: Entry;
  /** As it was read: it stands in a list. */
  readonly isListed?: true;
}

/** One kind of record and what it is folded from. All reads are strongly consistent. */
export interface RecordTable<Snapshot, Observed> {
  readSnapshot(key: string): Promise<StoredRecord<Snapshot> | undefined>;
  readObservations(key: string): Promise<readonly Observed[]>;
  readActs(key: string): Promise<readonly NumberedAct[]>;
  /**
   * Absent: put. There already: replaced where {@link isReplacedBy} says so, else kept. Of the two times `receivedAt` the earlier stays, unless what
   * comes is of a lower revision, or is of the same one and says nothing.
   */
  putObservation(key: string, observation: Observed): Promise<'new' | 'known'>;
  /**
   * Only if the stored version is still `readVersion` (0: there is none yet) and its fold revision is not higher. The acts that were judged on
   * what was read are put in the same step, or none of it: only if no act has their numbers yet.
   */
  writeSnapshot(
    key: string,
    record: StoredRecord<Snapshot>,
    readVersion: number,
    acts?: readonly NumberedAct[],
  ): Promise<'written' | 'lost'>;
}

/** What is known of people in a record, apart from it. */
export interface PersonalDataTable {
  /**
   * Field by field, the later `at` wins; what there is no room for is left out. After {@link erasePersonalData} nothing is kept any more.
   */
  putPersonalData(key: string, person: PersonalData, at: Instant): Promise<'put' | 'erased'>;
  erasePersonalData(key: string): Promise<void>;
}

/** The only way to read personal data back: for a connector at the call, and for people's own notes; never for a record. */
export interface PersonalDataReader {
  readPersonalData(key: string): Promise<PersonalData | 'erased' | undefined>;
}

export interface CaseTable extends RecordTable<CaseSnapshot, CaseObservation>, PersonalDataTable {
  /** One item per parcel: a higher revision replaces a lower one, never the other way round. */
  putParcelState(key: string, observation: CaseObservation, number: string, revision: number): Promise<'new' | 'known'>;
}

export interface ParcelRows {
  readonly observations: readonly ParcelObservation[];
  readonly links: readonly ParcelLink[];
}

export interface ParcelTable extends RecordTable<ParcelSnapshot, ParcelObservation>, PersonalDataTable {
  /** What a parcel is folded from, but for acts: both in one look. */
  readInputs(number: string): Promise<ParcelRows>;
  /** Only if there is none of this case yet, or one of a lower revision. */
  putLink(number: string, link: ParcelLink): Promise<'put' | 'known'>;
}

/** What a case says of its order, as it stands beside what the others say. `revision` grows by one with each put. */
export interface KeptItem {
  readonly item: OrderItem;
  readonly revision: number;
}

export interface OrderTable {
  /** By the keys of their cases, the first {@link mostSiblings} at most. Strongly consistent. */
  readItems(order: OrderName): Promise<readonly KeptItem[]>;
  /** Only if what stands there is still of `readRevision` (0: nothing is there yet). */
  putItem(order: OrderName, item: OrderItem, readRevision: number): Promise<'put' | 'lost'>;
}

/** So many cases of an order are read, and no more are put. */
export const mostSiblings = 50;

export type DeliveryOutcome =
  | { readonly outcome: 'applied' | 'unmatched' | 'notify-only' | 'several' | 'ignored'; readonly reason?: string }
  /** `in-part`: what could be read is applied, and `reason` names what could not. */
  | { readonly outcome: 'not-understood' | 'in-part'; readonly reason: string };

/** How a delivery came to its outcome. */
export interface HowTaken {
  /** The queue message that brought it about. */
  readonly messageId?: string | undefined;
  /** Of the adapter that read it, as its observations have it. */
  readonly revision?: number | undefined;
  /** Where its sayings were put, as texts; undefined where none could be read. */
  readonly said?: readonly string[] | undefined;
}

/** What stood there before a delivery was kept. */
export interface Kept {
  /** Where it was put at any time before and is not any more; nothing where `said` is not given. */
  readonly gone: readonly string[];
  /** Absent where nothing of its id was kept. */
  readonly before?: KeptBefore;
}

export interface KeptBefore {
  /** Of the first receipt. */
  readonly receivedAt: Instant;
  /** As {@link HowTaken} has it, of the last time. */
  readonly messageId?: string;
}

export interface DeliveryTable {
  /**
   * Keeps the raw delivery with its outcome; a later outcome of the same delivery replaces an earlier one. The body stays, unless it was one that
   * could not be read, or not wholly, and another came under its id that could.
   */
  keep(delivery: Delivery, outcome: DeliveryOutcome, how?: HowTaken): Promise<Kept>;
  /** Which queue message brought about the outcome that is kept. */
  messageOf(ref: DeliveryRef): Promise<string | undefined>;
  /** What came of it last; undefined while nothing has. */
  outcomeOf(ref: DeliveryRef): Promise<DeliveryOutcome | undefined>;
  /** Where it was put at any time, as texts, sorted. */
  placesOf(ref: DeliveryRef): Promise<readonly string[]>;
  read(ref: DeliveryRef): Promise<Delivery | undefined>;
}
export interface DeliveryRef {
  readonly source: string;
  readonly channel: string;
  readonly id: string;
}

/** Names of cases, and deliveries that wait for one. The writer of either side writes first and then looks for the other. */
export interface AliasTable {
  readCases(name: CaseName): Promise<readonly string[]>;
  putCase(name: CaseName, caseKey: string): Promise<void>;
  hold(alias: Alias, ref: DeliveryRef): Promise<void>;
  readHeld(name: CaseName): Promise<readonly DeliveryRef[]>;
  release(alias: Alias, ref: DeliveryRef): Promise<void>;
}

/** When a store last told of each case by a webhook, by the sender's own time: what listing finds and no webhook told of was missed. */
export interface SightingTable {
  /** Only forward: an earlier time than the one noted is left out. */
  note(caseKey: string, at: Instant): Promise<void>;
  lastOf(caseKey: string): Promise<Instant | undefined>;
}

/** Messages to ourselves, and hints to `read-store`. */
export interface Outbound {
  send(message: InboxMessage): Promise<void>;
  hint(hint: ReadHint): Promise<void>;
}

export interface PolicySource {
  /** The policy in force at a moment; what was stored within the last minute may be missing. */
  inForceAt(at: Instant): Promise<Policy>;
  /** The calendars that were ever in force, each from when it was: a deadline goes by the one of its opening. */
  calendars(): Promise<readonly CalendarInForce[]>;
}
