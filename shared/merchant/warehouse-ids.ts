/** How a channel says which warehouses speak on it: one, or several. */
export interface NamedWarehouses {
  readonly warehouse?: string | undefined;
  readonly warehouses?: readonly string[] | undefined;
}

/** The warehouses that speak on a channel, by their ids; none on a channel of another role. */
export function warehouseIdsOf({ warehouse, warehouses = [] }: NamedWarehouses): readonly string[] {
  return warehouse === undefined ? warehouses : [warehouse, ...warehouses];
}
