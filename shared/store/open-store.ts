import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DeliveryLookup } from '#shared/api/ports.ts';
import type { LedgerTable } from '#shared/calling-out/ports.ts';
import type { SweepTable } from '#shared/clocks/ports.ts';
import type { HealthTable } from '#shared/counting/ports.ts';
import type { EntryIndex, NameLookup, PhoneTails } from '#shared/lists/ports.ts';
import type { CursorTable, TokenTable } from '#shared/reconciling/ports.ts';
import type {
  AliasTable,
  CaseTable,
  DeliveryTable,
  OrderTable,
  ParcelTable,
  PersonalDataReader,
  SightingTable,
} from '#shared/recording/ports.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { openAliasTable } from './alias-table.ts';
import { openCaseTable } from './case-table.ts';
import { openCursorTable } from './cursor-table.ts';
import { openDeliveryLookup } from './delivery-listing.ts';
import { openDeliveryTable } from './delivery-table.ts';
import { openEntryIndex } from './entry-index.ts';
import { openHealthTable } from './health-table.ts';
import { openLedgerTable } from './ledger-table.ts';
import { type Listings, openListings } from './listings.ts';
import { openNameLookup } from './name-lookup.ts';
import { openOrderTable } from './order-table.ts';
import { openParcelTable } from './parcel-table.ts';
import { openPhoneTails } from './phone-tails.ts';
import { openSightingTable } from './sighting-table.ts';
import { openSweepTable } from './sweep-table.ts';
import { openTokenTable } from './token-table.ts';

export interface StoreOptions {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  /** How long raw deliveries are kept. */
  readonly rawDays: number;
  readonly now: () => Instant;
}

/** All that is kept in the one table; policy has its own {@link openPolicySource}. */
export interface Store {
  readonly cases: CaseTable & PersonalDataReader;
  readonly parcels: ParcelTable & PersonalDataReader;
  readonly orders: OrderTable;
  readonly deliveries: DeliveryTable;
  readonly deliveryLookup: DeliveryLookup;
  readonly aliases: AliasTable;
  readonly sightings: SightingTable;
  readonly cursors: CursorTable;
  readonly tokens: TokenTable;
  readonly sweeps: SweepTable;
  readonly ledgers: LedgerTable;
  readonly listings: Listings;
  readonly entries: EntryIndex;
  readonly names: NameLookup;
  readonly phones: PhoneTails;
  readonly health: HealthTable;
}

export function openStore({ client, tableName, rawDays, now }: StoreOptions): Store {
  const table = { client, name: tableName };
  const cases = openCaseTable(table, now);
  const orders = openOrderTable(table);
  const aliases = openAliasTable(table, { rawDays, now });
  return {
    cases,
    parcels: openParcelTable(table, now),
    orders,
    deliveries: openDeliveryTable(table, { rawDays, now }),
    deliveryLookup: openDeliveryLookup(table, now),
    aliases,
    sightings: openSightingTable(table),
    cursors: openCursorTable(table),
    tokens: openTokenTable(table),
    sweeps: openSweepTable(table),
    ledgers: openLedgerTable(table),
    listings: openListings(table),
    entries: openEntryIndex(table),
    names: openNameLookup(table, { aliases, cases, orders }),
    phones: openPhoneTails(cases),
    health: openHealthTable(table),
  };
}
