import { allConnectors } from './all-connectors.ts';
import type { WarehouseConnector } from './connector.ts';

export interface ConnectorOptions {
  /** Lets a WMS be called that runs on the same machine: a demo's. */
  readonly allowLoopback: boolean;
}

/** Every way in which a WMS is called, by the name that a warehouse's configuration gives it; `queue` has none. */
export function openConnectors(options: ConnectorOptions): (name: string) => WarehouseConnector | undefined {
  const connectors: readonly WarehouseConnector[] = Object.values(allConnectors).map((create) => create(options));
  const byName = new Map(connectors.map((each) => [each.connector, each]));
  return (name) => byName.get(name);
}
