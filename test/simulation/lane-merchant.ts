import { merchant } from '#shared/merchant/bundled.ts';

export function channelOf(source: string, name: string) {
  const channel = merchant.channels.find((each) => each.source === source && each.channel === name);
  if (!channel) {
    throw new Error(`the demo has no channel ${source}/${name}`);
  }
  return channel;
}

export function warehouseOf(warehouseId: string) {
  const warehouse = merchant.warehouses.find(({ id }) => id === warehouseId);
  if (!warehouse) {
    throw new Error(`the demo has no warehouse ${warehouseId}`);
  }
  return warehouse;
}
