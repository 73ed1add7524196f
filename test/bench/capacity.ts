import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { tableNames } from '#shared/runtime/table-names.ts';

/** An item as DynamoDB sends it. */
export type WireItem = Readonly<Record<string, AttributeValue>>;

const indexNames = Object.values(tableNames.indexes);

/** What DynamoDB counts of an item: the bytes of its names and values. Documentation: "DynamoDB item sizes and formats". */
export function itemBytes(item: WireItem | undefined): number {
  return Object.entries(item ?? {}).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value),
    0,
  );
}

function valueBytes(value: AttributeValue): number {
  if (value.S !== undefined) {
    return Buffer.byteLength(value.S);
  }
  if (value.N !== undefined) {
    return (
      Math.ceil(value.N.replace(/^-?0*|[.-]/g, '').replace(/0+$/, '').length / 2) + (value.N.startsWith('-') ? 2 : 1)
    );
  }
  if (value.B !== undefined) {
    return value.B.byteLength;
  }
  if (value.L !== undefined) {
    return value.L.reduce((sum, each) => sum + 1 + valueBytes(each), 3);
  }
  if (value.M !== undefined) {
    return Object.keys(value.M).length + 3 + itemBytes(value.M);
  }
  return 1;
}

/** Write units are of 1 KB, of the larger of the item before and after. A refused write costs as much as if it had been made. */
export function tableWriteUnits(before: WireItem | undefined, after: WireItem | undefined): number {
  return Math.max(1, Math.ceil(Math.max(itemBytes(before), itemBytes(after)) / 1024));
}

/** An index that holds keys only is written when its keys change: one unit to take the old entry out, one to put the new one in. */
export function indexWriteUnits(before: WireItem | undefined, after: WireItem | undefined): number {
  return indexNames.reduce((sum, index) => {
    const [old, now] = [entryOf(before, index), entryOf(after, index)];
    return old === now ? sum : sum + (old === undefined ? 0 : 1) + (now === undefined ? 0 : 1);
  }, 0);
}

function entryOf(item: WireItem | undefined, index: string): string | undefined {
  const [pk, sk] = [item?.[`${index}pk`]?.S, item?.[`${index}sk`]?.S];
  return pk === undefined || sk === undefined ? undefined : `${pk}\n${sk}`;
}

/** Read units are of 4 KB when the read is consistent, and half as many when it is not. Finding nothing costs one block as well. */
export function readUnits(bytes: number, isConsistent: boolean): number {
  return Math.max(1, Math.ceil(bytes / 4096)) * (isConsistent ? 1 : 0.5);
}
