/** The one table's attribute and index names; infra makes them, the store uses them. Each index is keyed by `<index>pk` and `<index>sk`; all but `lists` hold keys only. */
export const tableNames = {
  /** What the partition keys begin with of items that others than the one writer of records write. */
  cursors: 'CURSOR#',
  calls: 'CALL#',
  notified: 'NOTIFIED#',
  /** What those of records begin with, of what a case says to its order, of policy and of deliveries. */
  cases: 'CASE#',
  parcels: 'PARCEL#',
  orders: 'ORDER#',
  policy: 'POLICY',
  deliveries: 'DELIVERY#',
  partitionKey: 'pk',
  sortKey: 'sk',
  /** The sort key of every folded record; what the stream's filter looks for. */
  snapshot: 'SNAPSHOT',
  /** The attribute of a folded record that holds what must follow from it, as JSON; what the outbox stream's filter looks for. */
  outbox: 'outbox',
  /** Unix seconds after which DynamoDB removes the item. */
  timeToLive: 'expiresAt',
  indexes: {
    /** Cases by what their clocks strike next, parcels that no case claims. */
    due: 'gsi1',
    /** Cases by the day they were opened. */
    opened: 'gsi2',
    /** Cases that a person should look at, deliveries that nobody understood. */
    attention: 'gsi3',
    /** Cases and parcels as lists show them: what is open by shop, what is done by shop and month, each by when it was written. */
    lists: 'gsi4',
  },
  /** The attribute of a folded record that holds how lists show it; the index of lists holds it beside its keys. */
  entry: 'entry',
} as const;
export type IndexName = (typeof tableNames.indexes)[keyof typeof tableNames.indexes];
