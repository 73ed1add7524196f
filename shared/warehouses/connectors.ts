import type { CallOptions } from '#shared/http/guarded-post.ts';
import { allConnectors } from './all-connectors.ts';
import type { WarehouseConnector } from './connector.ts';

/** Every way in which a WMS is called, by the name that a warehouse's configuration gives it; `queue` has none. */
export function openConnectors(options: CallOptions): (name: string) => WarehouseConnector | undefined {
  const connectors: readonly WarehouseConnector[] = Object.values(allConnectors).map((create) => create(options));
  const byName = new Map(connectors.map((each) => [each.connector, each]));
  return (name) => byName.get(name);
}
