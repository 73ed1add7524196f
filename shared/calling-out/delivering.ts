import type { Merchant, Warehouse } from '#shared/merchant/merchant.ts';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import type { TellMessage } from '#shared/messages/tell-message.ts';
import type { Told } from '#shared/returns/record/change.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { PersonalData } from '#shared/sources/source.ts';
import type { WarehouseConnector } from '#shared/warehouses/connector.ts';
import type { LedgerTable } from './ports.ts';

/** All that telling a warehouse works with. */
export interface Delivering {
  readonly merchant: Merchant;
  /** What the record of a case told; strongly consistent. */
  readonly readRecord: (caseKey: string) => Promise<{ readonly told: Told } | undefined>;
  readonly ledgers: LedgerTable;
  readonly readPerson: (caseKey: string) => Promise<PersonalData | 'erased' | undefined>;
  readonly connectorOf: (name: Warehouse['connector']) => WarehouseConnector | undefined;
  /** The secret that signs, by the two parts of its name. */
  readonly secretOf: (source: string, channel: string) => Promise<string>;
  readonly send: (message: InboxMessage) => Promise<void>;
  /** Puts a message back, to come again after a delay. */
  readonly putBack: (message: TellMessage, delaySeconds: number) => Promise<void>;
  readonly now: () => Instant;
  /** A new name for each message, so that nobody takes another's lease for its own. */
  readonly leaseHolder: () => string;
}

/** Who is told of which case, and by whom. */
export interface Addressee {
  readonly caseKey: string;
  readonly warehouse: Warehouse;
  readonly connector: WarehouseConnector;
  readonly holder: string;
}
