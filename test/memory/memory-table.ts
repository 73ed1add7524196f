import type { DeliveryEntry, DeliveryList, DeliveryLookup } from '#shared/api/ports.ts';
import type { Ledger, LedgerTable } from '#shared/calling-out/ports.ts';
import type { SweepState, SweepTable } from '#shared/clocks/ports.ts';
import { addedOf, lastHeardIn } from '#shared/counting/counts.ts';
import type { ChannelName, HealthTable, HourCounts } from '#shared/counting/ports.ts';
import { partitionOf } from '#shared/lists/partitions.ts';
import type { EntryIndex } from '#shared/lists/ports.ts';
import type { OutboxMessage } from '#shared/messages/inbox-message.ts';
import type { RecordName } from '#shared/messages/record-name.ts';
import type { Cursor, CursorTable, TokenNote, TokenTable } from '#shared/reconciling/ports.ts';
import { outboxMessages, type WrittenVersion } from '#shared/recording/outbox-messages.ts';
import {
  type AliasTable,
  type CaseTable,
  type DeliveryOutcome,
  type DeliveryRef,
  type DeliveryTable,
  type KeptItem,
  mostSiblings,
  type OrderTable,
  type ParcelTable,
  type PersonalDataReader,
  type PersonalDataTable,
  type RecordTable,
  type SightingTable,
  type StoredRecord,
} from '#shared/recording/ports.ts';
import type { NumberedAct } from '#shared/returns/acts/acts.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import type { CaseName } from '#shared/returns/opening/facts.ts';
import type { OrderName } from '#shared/returns/order-lines/order.ts';
import type { ParcelObservation } from '#shared/returns/parcel/facts.ts';
import type { ParcelLink, ParcelSnapshot } from '#shared/returns/parcel/parcel.ts';
import type { Change } from '#shared/returns/record/change.ts';
import { type Instant, instantOf, millisOf } from '#shared/returns/record/instant.ts';
import { isReplacedBy, type Observation } from '#shared/returns/record/observation.ts';
import type { Delivery } from '#shared/sources/source.ts';
import { expiryOf } from '#shared/store/delivery-table.ts';
import type { ListedRecord, RecordList } from '#shared/store/listings.ts';
import { readCaseEntry } from '#shared/store/name-lookup.ts';
import type { Store } from '#shared/store/open-store.ts';
import { type KeptPerson, mergePerson, personOf } from '#shared/store/person.ts';
import { openPhoneTails } from '#shared/store/phone-tails.ts';
import { isReadBetter, type ReadAs } from '#shared/store/read-better.ts';
import { frozen } from './frozen.ts';

export interface MemoryOptions {
  /** Awaited before every operation and between the items of a read of many, so that a scheduler can interleave workers. */
  readonly pause?: () => Promise<void>;
  readonly rawDays?: number;
  readonly now?: () => Instant;
}

export interface MemoryTable extends Store {
  /** Every change in the order in which it was committed, as the stream would carry it. */
  readonly stream: readonly Change[];
  /** Likewise all that must follow from records. */
  readonly outbox: readonly OutboxMessage[];
  /** Puts a snapshot past every condition, as another version of the program would have left it. @param record - `CASE#<key>` or `PARCEL#<number>`. */
  plant(record: string, stored: StoredRecord<unknown>): void;
  /** Takes a snapshot away, as if it had never been written. */
  forget(record: string): void;
  /** The whole content, by partition and sort key, for comparison. */
  dump(): Readonly<Record<string, unknown>>;
}

type Rows = Map<string, unknown>;

interface RowChange {
  readonly pk: string;
  readonly sk: string;
  readonly change: (old: unknown) => unknown;
}

/** What was committed, in order, as the stream would carry it. */
interface Committed {
  readonly changes: Change[];
  readonly outbox: OutboxMessage[];
}

/** Rows by partition and sort key; each operation is atomic and happens after a pause. What is read is frozen: nobody changes a row but by writing it. */
class Memory {
  readonly partitions = new Map<string, Rows>();
  readonly pause: () => Promise<void>;

  constructor(pause: () => Promise<void>) {
    this.pause = pause;
  }

  async get<Row>(pk: string, sk: string): Promise<Row | undefined> {
    await this.pause();
    return this.partitions.get(pk)?.get(sk) as Row | undefined;
  }

  /** Replaces the row by what `change` makes of it; undefined from it leaves all as it was. */
  async update<Row>(
    pk: string,
    sk: string,
    change: (old: Row | undefined) => Row | undefined,
  ): Promise<'put' | 'replaced' | 'refused'> {
    await this.pause();
    const rows = this.partitions.get(pk) ?? new Map<string, unknown>();
    const old = rows.get(sk) as Row | undefined;
    const row = change(old);
    if (row === undefined) {
      return 'refused';
    }
    rows.set(sk, frozen(row));
    this.partitions.set(pk, rows);
    return old === undefined ? 'put' : 'replaced';
  }

  /** Replaces each row by what its `change` makes of it, or, where one of them makes nothing of it, none. */
  async updateTogether(changes: readonly RowChange[]): Promise<boolean> {
    await this.pause();
    const rows = changes.map(({ pk, sk, change }) => ({ pk, sk, row: change(this.partitions.get(pk)?.get(sk)) }));
    if (rows.some(({ row }) => row === undefined)) {
      return false;
    }
    for (const { pk, sk, row } of rows) {
      const partition = this.partitions.get(pk) ?? new Map<string, unknown>();
      partition.set(sk, frozen(row));
      this.partitions.set(pk, partition);
    }
    return true;
  }

  async delete(pk: string, sk: string): Promise<void> {
    await this.pause();
    this.partitions.get(pk)?.delete(sk);
  }

  /** Like a Query: item after item, so a row that is put behind the cursor while it runs is missed, one before it is seen. */
  async query<Row>(pk: string, prefix: string): Promise<Row[]> {
    await this.pause();
    const found: Row[] = [];
    for (let sk = this.after(pk, prefix, ''); sk !== undefined; sk = this.after(pk, prefix, sk)) {
      found.push(this.partitions.get(pk)?.get(sk) as Row);
      await this.pause();
    }
    return found;
  }

  private after(pk: string, prefix: string, cursor: string): string | undefined {
    let next: string | undefined;
    for (const sk of this.partitions.get(pk)?.keys() ?? []) {
      if (sk.startsWith(prefix) && sk > cursor && (next === undefined || sk < next)) {
        next = sk;
      }
    }
    return next;
  }
}

/** The store in memory, with the same answers as the one in DynamoDB; the contract suite runs over both. */
export function createMemoryTable(options: MemoryOptions = {}): MemoryTable {
  const memory = new Memory(options.pause ?? (async () => {}));
  const committed: Committed = { changes: [], outbox: [] };
  const rawDays = options.rawDays ?? 30;
  const now = options.now ?? (() => instantOf(Date.now()));
  const cases = casesIn(memory, committed, now);
  const orders = ordersIn(memory);
  const aliases = aliasesIn(memory);
  return {
    cases,
    parcels: parcelsIn(memory, committed, now),
    orders,
    deliveries: deliveriesIn(memory, rawDays, now),
    deliveryLookup: deliveryLookupIn(memory, now),
    aliases,
    sightings: sightingsIn(memory),
    cursors: cursorsIn(memory),
    tokens: tokensIn(memory),
    health: healthIn(memory),
    sweeps: sweepsIn(memory),
    ledgers: ledgersIn(memory),
    listings: listingsOf(memory),
    entries: entryIndexIn(memory),
    names: {
      casesNamed: async (name) => await aliases.readCases(name),
      casesOfOrder: async (order) => (await orders.readItems(order)).map(({ item }) => item.caseKey),
      casesOfParcel: async (number) =>
        (await memory.query<ParcelLink>(`PARCEL#${number}`, 'LINK#')).map(({ caseKey }) => caseKey),
      readCase: async (key) => await readCaseEntry(cases, key),
    },
    phones: openPhoneTails(cases),
    stream: committed.changes,
    outbox: committed.outbox,
    plant: (record, stored) => {
      memory.partitions.get(record)?.set('SNAPSHOT', frozen(stored));
    },
    forget: (record) => {
      memory.partitions.get(record)?.delete('SNAPSHOT');
    },
    dump: () => dump(memory),
  };
}

function dump({ partitions }: Memory): Record<string, unknown> {
  const rows = [...partitions].flatMap(([pk, items]) => [...items].map(([sk, row]) => [`${pk} / ${sk}`, row] as const));
  return Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function recordsIn<Snapshot, Observed extends Observation<unknown>>(
  memory: Memory,
  committed: Committed,
  partition: (key: string) => string,
): RecordTable<Snapshot, Observed> {
  return {
    readSnapshot: async (key) => {
      const {
        outbox: _outbox,
        entry,
        ...record
      } = (await memory.get<StoredRecord<Snapshot>>(partition(key), 'SNAPSHOT')) ?? {};
      return 'snapshot' in record ? { ...record, ...(entry && { isListed: true as const }) } : undefined;
    },
    readObservations: async (key) => {
      const rows = await memory.query<{ observation: Observed }>(partition(key), 'OBS#');
      return rows.map((row) => row.observation);
    },
    readActs: async (key) => await memory.query<NumberedAct>(partition(key), 'ACT#'),
    putObservation: async (key, observation) => {
      let isNews = false;
      const putOver = (old: Observed | undefined, given: Observed) => {
        isNews = !old || isReplacedBy(old, given);
        const receivedAt = old && old.receivedAt < given.receivedAt ? old.receivedAt : given.receivedAt;
        const isSame = (old?.revision ?? 0) === (given.revision ?? 0) && given.facts.length > 0;
        return isNews || (isSame && receivedAt !== old?.receivedAt)
          ? { observation: { ...given, receivedAt } }
          : undefined;
      };
      await memory.update<{ observation: Observed }>(partition(key), `OBS#id:${observation.id}`, (old) =>
        putOver(old?.observation, observation),
      );
      return isNews ? 'new' : 'known';
    },
    writeSnapshot: async (key, record, readVersion, acts = []) => {
      const pk = partition(key);
      const isUnchanged = (old: StoredRecord<Snapshot> | undefined) =>
        old ? old.version === readVersion && old.foldRevision <= record.foldRevision : readVersion === 0;
      const isWritten = await memory.updateTogether([
        {
          pk,
          sk: 'SNAPSHOT',
          change: (old) => (isUnchanged(old as StoredRecord<Snapshot> | undefined) ? record : undefined),
        },
        ...acts.map((numbered) => ({
          pk,
          sk: `ACT#${String(numbered.n).padStart(8, '0')}`,
          change: (old: unknown) => (old ? undefined : numbered),
        })),
      ]);
      if (!isWritten) {
        return 'lost';
      }
      committed.changes.push(...frozen(record.changes));
      committed.outbox.push(...frozen(outboxMessages(record as WrittenVersion)));
      return 'written';
    },
  };
}

type PersonRow = { readonly erased: true } | { readonly fields: KeptPerson };

function peopleIn(
  memory: Memory,
  partition: (key: string) => string,
  now: () => Instant,
): PersonalDataTable & PersonalDataReader {
  return {
    putPersonalData: async (key, person, at) => {
      const result = await memory.update<PersonRow>(partition(key), 'PERSON', (old) =>
        old && 'erased' in old ? undefined : { fields: mergePerson(old?.fields ?? {}, person, at) },
      );
      return result === 'refused' ? 'erased' : 'put';
    },
    erasePersonalData: async (key) => {
      await memory.update<PersonRow & { erasedAt?: Instant }>(partition(key), 'PERSON', (old) =>
        old && 'erased' in old ? undefined : { erased: true, erasedAt: now() },
      );
    },
    readPersonalData: async (key) => {
      const row = await memory.get<PersonRow>(partition(key), 'PERSON');
      return row && ('erased' in row ? 'erased' : personOf(row.fields));
    },
  };
}

function casesIn(memory: Memory, committed: Committed, now: () => Instant): CaseTable & PersonalDataReader {
  const partition = (key: string) => `CASE#${key}`;
  return {
    ...recordsIn<CaseSnapshot, CaseObservation>(memory, committed, partition),
    ...peopleIn(memory, partition, now),
    putParcelState: async (key, observation, number, revision) => {
      const row = { observation, revision };
      const result = await memory.update<typeof row>(partition(key), `OBS#parcel:${number}`, (old) =>
        !old || old.revision < revision ? row : undefined,
      );
      return result === 'refused' ? 'known' : 'new';
    },
  };
}

function parcelsIn(memory: Memory, committed: Committed, now: () => Instant): ParcelTable & PersonalDataReader {
  const partition = (number: string) => `PARCEL#${number}`;
  return {
    ...recordsIn<ParcelSnapshot, ParcelObservation>(memory, committed, partition),
    ...peopleIn(memory, partition, now),
    readInputs: async (number) => {
      const links = await memory.query<ParcelLink>(partition(number), 'LINK#');
      const rows = await memory.query<{ observation: ParcelObservation }>(partition(number), 'OBS#');
      return { links, observations: rows.map(({ observation }) => observation) };
    },
    putLink: async (number, link) => {
      const result = await memory.update<ParcelLink>(partition(number), `LINK#${link.caseKey}`, (old) =>
        !old || old.revision < link.revision ? link : undefined,
      );
      return result === 'refused' ? 'known' : 'put';
    },
  };
}

function ordersIn(memory: Memory): OrderTable {
  const partition = ({ source, shop, orderId }: OrderName) => `ORDER#${source}:${shop}:${orderId}`;
  return {
    readItems: async (order) => (await memory.query<KeptItem>(partition(order), 'CASE#')).slice(0, mostSiblings),
    putItem: async (order, item, readRevision) => {
      const row = { item, revision: readRevision + 1 };
      const result = await memory.update<KeptItem>(partition(order), `CASE#${item.caseKey}`, (old) =>
        (old?.revision ?? 0) === readRevision ? row : undefined,
      );
      return result === 'refused' ? 'lost' : 'put';
    },
  };
}

interface DeliveryRow {
  readonly delivery: Delivery;
  readonly outcome: DeliveryOutcome;
  readonly messageId: string | undefined;
  readonly revision: number | undefined;
  readonly said: readonly string[];
  readonly expiresAt: number;
}

function readAs({ outcome: { outcome }, revision }: Pick<DeliveryRow, 'outcome' | 'revision'>): ReadAs {
  return { outcome, adapter: revision };
}

function deliveriesIn(memory: Memory, rawDays: number, now: () => Instant): DeliveryTable {
  return {
    keep: async (delivery, outcome, { messageId, revision, said } = {}) => {
      let stood: DeliveryRow | undefined;
      await memory.update<DeliveryRow>(`DELIVERY#${nameOf(delivery)}`, 'RAW', (old) => {
        stood = old;
        return {
          delivery:
            old && isReadBetter(readAs(old), readAs({ outcome, revision }))
              ? { ...old.delivery, headers: delivery.headers, body: delivery.body }
              : (old?.delivery ?? delivery),
          outcome,
          messageId,
          revision,
          said: [...new Set([...(old?.said ?? []), ...(said ?? [])])],
          expiresAt: old?.expiresAt ?? expiryOf(delivery.receivedAt, rawDays),
        };
      });
      const before = stood as DeliveryRow | undefined;
      return {
        gone: said ? (before?.said ?? []).filter((place) => !said.includes(place)).sort() : [],
        ...(before && {
          before: {
            receivedAt: before.delivery.receivedAt,
            ...(before.messageId !== undefined && { messageId: before.messageId }),
          },
        }),
      };
    },
    messageOf: async (ref) => (await memory.get<DeliveryRow>(`DELIVERY#${nameOf(ref)}`, 'RAW'))?.messageId,
    outcomeOf: async (ref) => (await memory.get<DeliveryRow>(`DELIVERY#${nameOf(ref)}`, 'RAW'))?.outcome,
    placesOf: async (ref) => {
      const { said = [] } = (await memory.get<DeliveryRow>(`DELIVERY#${nameOf(ref)}`, 'RAW')) ?? {};
      return [...said].sort();
    },
    read: async (ref) => {
      const row = await memory.get<DeliveryRow>(`DELIVERY#${nameOf(ref)}`, 'RAW');
      return row && row.expiresAt * 1000 > millisOf(now()) ? row.delivery : undefined;
    },
  };
}

/** Which list a delivery stands in, by what came of it. */
const deliveryListOf: Readonly<Record<string, DeliveryList>> = {
  'not-understood': 'not-understood',
  'in-part': 'not-understood',
  unmatched: 'unmatched',
};

function deliveryLookupIn(memory: Memory, now: () => Instant): DeliveryLookup {
  const entryOf = ({ delivery, outcome, expiresAt }: DeliveryRow): DeliveryEntry[] => {
    const { source, channel, id, via, receivedAt } = delivery;
    return expiresAt * 1000 > millisOf(now()) ? [{ source, channel, id, via, receivedAt, ...outcome }] : [];
  };
  const placeOf = ({ delivery }: DeliveryRow) => `${delivery.receivedAt}#${nameOf(delivery)}`;
  return {
    list: async ({ list, source, limit, after = '' }) => {
      await memory.pause();
      const rows = rowsOf<DeliveryRow>(memory, 'DELIVERY#', 'RAW')
        .filter((row) => deliveryListOf[row.outcome.outcome] === list && placeOf(row) > after)
        .filter(({ delivery }) => source === undefined || delivery.source === source)
        .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return { entries: rows.slice(0, limit).flatMap(entryOf), ...(last && { after: placeOf(last) }) };
    },
    find: async (ref) => {
      const row = await memory.get<DeliveryRow>(`DELIVERY#${nameOf(ref)}`, 'RAW');
      return row && entryOf(row)[0];
    },
  };
}

function aliasesIn(memory: Memory): AliasTable {
  const partition = ({ kind, value }: CaseName) => `ALIAS#${kind}#${value}`;
  return {
    readCases: async (alias) =>
      (await memory.query<{ caseKey: string }>(partition(alias), 'LINK#')).map((row) => row.caseKey),
    putCase: async (alias, caseKey) => {
      await memory.update(partition(alias), `LINK#${caseKey}`, () => ({ caseKey }));
    },
    hold: async (alias, { source, channel, id }) => {
      await memory.update(partition(alias), `HELD#${nameOf({ source, channel, id })}`, () => ({ source, channel, id }));
    },
    readHeld: async (alias) => await memory.query<DeliveryRef>(partition(alias), 'HELD#'),
    release: async (alias, ref) => await memory.delete(partition(alias), `HELD#${nameOf(ref)}`),
  };
}

function sightingsIn(memory: Memory): SightingTable {
  return {
    note: async (caseKey, at) => {
      await memory.update<{ at: Instant }>(`CASE#${caseKey}`, 'SIGHTING', (old) =>
        !old || old.at < at ? { at } : undefined,
      );
    },
    lastOf: async (caseKey) => (await memory.get<{ at: Instant }>(`CASE#${caseKey}`, 'SIGHTING'))?.at,
  };
}

function cursorsIn(memory: Memory): CursorTable {
  return {
    readCursor: async (name) => await memory.get<Cursor>(`CURSOR#${name}`, 'STATE'),
    writeCursor: async (name, cursor) => {
      await memory.update<Cursor>(`CURSOR#${name}`, 'STATE', (old) =>
        !old || old.until <= cursor.until ? cursor : undefined,
      );
    },
  };
}

function tokensIn(memory: Memory): TokenTable {
  return {
    readToken: async (name) => await memory.get<TokenNote>(`CURSOR#${name}`, 'TOKEN'),
    writeToken: async (name, note) => {
      await memory.update<TokenNote>(`CURSOR#${name}`, 'TOKEN', () => note);
    },
  };
}

function healthIn(memory: Memory): HealthTable {
  const partition = ({ source, channel }: ChannelName) => `HEALTH#${source}#${channel}`;
  const hoursOf = async (name: ChannelName) => await memory.query<HourCounts>(partition(name), '');
  return {
    add: async (counts) => {
      await memory.update<HourCounts>(partition(counts), counts.hour, (old) => (old ? addedOf(old, counts) : counts));
    },
    readHours: async (name, from) => (await hoursOf(name)).filter(({ hour }) => hour >= from),
    lastHeard: async (name, via) => {
      const heard = (await hoursOf(name)).filter((each) => each.heard[via].length > 0);
      return heard.at(-1) && lastHeardIn(heard.at(-1) as HourCounts, via);
    },
    firstHour: async (name) => (await hoursOf(name))[0]?.hour,
  };
}

function sweepsIn(memory: Memory): SweepTable {
  return {
    readSweep: async () => await memory.get<SweepState>('CURSOR#sweep', 'STATE'),
    writeSweep: async (state) => {
      await memory.update<SweepState>('CURSOR#sweep', 'STATE', () => state);
    },
  };
}

function ledgersIn(memory: Memory): LedgerTable {
  const key = (caseKey: string, warehouseId: string) => [`CALL#${caseKey}`, warehouseId] as const;
  return {
    readLedger: async (caseKey, warehouseId) =>
      (await memory.get<Ledger>(...key(caseKey, warehouseId))) ?? { version: 0, orders: {} },
    writeLedger: async (caseKey, warehouseId, ledger) => {
      const result = await memory.update<Ledger>(...key(caseKey, warehouseId), (old) =>
        (old?.version ?? 0) === ledger.version - 1 ? ledger : undefined,
      );
      return result === 'refused' ? 'lost' : 'written';
    },
  };
}

/** JSON, so that no two references share a name. */
function nameOf({ source, channel, id }: DeliveryRef): string {
  return JSON.stringify([source, channel, id]);
}

function entryIndexIn(memory: Memory): EntryIndex {
  return {
    readBetween: async (partition, from, until) => {
      await memory.pause();
      const rows = ['CASE#', 'PARCEL#'].flatMap((prefix) => rowsOf<StoredRecord<unknown>>(memory, prefix, 'SNAPSHOT'));
      return rows
        .flatMap(({ entry }) =>
          entry && JSON.stringify(partitionOf(entry)) === JSON.stringify(partition) ? [entry] : [],
        )
        .filter(({ writtenAt }) => (!from || writtenAt >= from) && (!until || writtenAt <= until));
    },
  };
}

function listingsOf(memory: Memory): Store['listings'] {
  const cases = () => rowsOf<StoredRecord<CaseSnapshot>>(memory, 'CASE#', 'SNAPSHOT').map((row) => row.snapshot);
  const parcels = () => rowsOf<StoredRecord<ParcelSnapshot>>(memory, 'PARCEL#', 'SNAPSHOT').map((row) => row.snapshot);
  const list = async <Row>(rows: Row[], sortOf: (row: Row) => string, limit: number) => {
    await memory.pause();
    return rows.toSorted((a, b) => (sortOf(a) < sortOf(b) ? -1 : 1)).slice(0, limit);
  };
  const keys = (found: readonly CaseSnapshot[]) => found.map((each) => each.key);
  const deliveries = async (listed: DeliveryList, limit: number) => {
    const found = rowsOf<DeliveryRow>(memory, 'DELIVERY#', 'RAW').filter(
      (row) => deliveryListOf[row.outcome.outcome] === listed,
    );
    const rows = await list(found, ({ delivery }) => `${delivery.receivedAt}#${nameOf(delivery)}`, limit);
    return rows.map(({ delivery: { source, channel, id } }) => ({ source, channel, id }));
  };
  const since = ({ receivedAt, movedAt, updatedAt }: ParcelSnapshot) => receivedAt ?? movedAt ?? updatedAt ?? '';
  const listed = (of: RecordList): ListedRecord[] => [
    ...cases().flatMap((each) => entryOf(`CASE#${each.key}`, { caseKey: each.key }, caseSort(of, each))),
    ...parcels().flatMap((each) => entryOf(`PARCEL#${each.number}`, { parcel: each.number }, parcelSort(of, each))),
  ];
  const caseSort = (of: RecordList, { nextStrikeAt, attention, updatedAt, openedAt }: CaseSnapshot) => {
    if (typeof of === 'object') {
      return openedAt?.startsWith(of.openedOn) ? '' : undefined;
    }
    const sorts = { clocks: nextStrikeAt, attention: attention.length > 0 ? (updatedAt ?? '') : undefined };
    return of === 'clocks' || of === 'attention' ? sorts[of] : undefined;
  };
  const parcelSort = (of: RecordList, each: ParcelSnapshot) => {
    const sorts = { clocks: each.nextStrikeAt, unclaimed: each.unclaimed ? since(each) : undefined };
    return of === 'clocks' || of === 'unclaimed' ? sorts[of] : undefined;
  };
  return {
    listStrikes: async (after, until, limit) => {
      const ofCases = cases().flatMap(({ key, nextStrikeAt: at }) =>
        at ? [{ record: { caseKey: key }, at, place: `${at}#CASE#${key}` }] : [],
      );
      const ofParcels = parcels().flatMap(({ number, nextStrikeAt: at }) =>
        at ? [{ record: { parcel: number }, at, place: `${at}#PARCEL#${number}` }] : [],
      );
      const entries = [...ofCases, ...ofParcels];
      const found = entries.filter(({ at, place }) => place > after && at <= until);
      return await list(found, ({ place }) => place, limit);
    },
    listOpened: async (day, limit) =>
      keys(
        await list(
          cases().filter((each) => each.openedAt?.startsWith(day)),
          (each) => each.key,
          limit,
        ),
      ),
    listAttention: async (limit) => {
      const found = cases().filter((each) => each.attention.length > 0);
      return keys(await list(found, (each) => `${each.updatedAt ?? ''}#${each.key}`, limit));
    },
    listRecords: async (of, limit, after = '') => {
      const found = listed(of).filter(({ place }) => place > after);
      return await list(found, ({ place }) => place, limit);
    },
    listUnclaimed: async (limit) => {
      const found = parcels().filter((each) => each.unclaimed);
      return (await list(found, (each) => `${since(each)}#${each.number}`, limit)).map((each) => each.number);
    },
    listNotUnderstood: async (limit) => await deliveries('not-understood', limit),
    listUnmatched: async (limit) => await deliveries('unmatched', limit),
  };
}

function entryOf(pk: string, record: RecordName, sort: string | undefined): ListedRecord[] {
  return sort === undefined ? [] : [{ record, place: `${sort}#${pk}` }];
}

function rowsOf<Row>({ partitions }: Memory, pkPrefix: string, sk: string): Row[] {
  return [...partitions]
    .filter(([pk, rows]) => pk.startsWith(pkPrefix) && rows.has(sk))
    .map(([, rows]) => rows.get(sk) as Row);
}
