import { calledWarehouses, reachedByQueue } from '#shared/merchant/asked.ts';
import type { Channel, Merchant } from '#shared/merchant/merchant.ts';
import { warehouseIdsOf } from '#shared/merchant/warehouse-ids.ts';
import { placeOf } from '#shared/warehouses/abouts.ts';

type Row = readonly [name: string, what: string];

/** What a merchant's file says, for whoever wrote it: who posts, which warehouse hears how, who sees what. */
export function merchantLines(merchant: Merchant): string[] {
  return [
    ...table('Senders', merchant.channels.map(senderRow)),
    ...table(
      'Warehouses',
      merchant.warehouses.map((each) => [each.id, howTold(each, merchant)]),
    ),
    ...table('Teams', merchant.teams.map(teamRow)),
  ];
}

function senderRow(channel: Channel): Row {
  const { source, channel: name, role, shops } = channel;
  const whose = [...shops, ...warehouseIdsOf(channel)].join(', ');
  return [`${source}/${name}`, whose === '' ? role : `${role} of ${whose}`];
}

function howTold(warehouse: Merchant['warehouses'][number], merchant: Merchant): string {
  const { id, announceBy } = warehouse;
  if (announceBy !== 'backhaul') {
    return `told by others (${announceBy})`;
  }
  if (reachedByQueue(merchant).some((each) => each.id === id)) {
    return `reads the queue backhaul-${merchant.merchant}-to-${id}`;
  }
  const called = calledWarehouses(merchant).some((each) => each.id === id);
  return called ? `is called at ${urlIn(placeOf(warehouse).own)}` : 'is told nothing';
}

function urlIn(own: unknown): string {
  return Object.values(Object(own)).find((value): value is string => /^https?:/.test(String(value))) ?? 'an address';
}

function teamRow({ id, oidcGroup, shops }: Merchant['teams'][number]): Row {
  return [id, `group ${oidcGroup}, sees ${shops.join(', ') || 'all shops'}`];
}

function table(title: string, rows: readonly Row[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.length === 0 ? [] : [title, ...rows.map(([name, what]) => `  ${name.padEnd(width)}  ${what}`)];
}
