import type { ChannelRole, SettingFault, Speaker } from '#shared/sources/about.ts';
import { sourceAboutOf } from '#shared/sources/abouts.ts';
import { brokenOf, mustBeOneOf } from './rule.ts';
import type { NamedWarehouses } from './warehouse-ids.ts';

export interface CheckedSpeakers extends NamedWarehouses {
  readonly source: string;
  readonly role: ChannelRole;
}

type Places = readonly { readonly id: string }[];

/** Which warehouses speak on a channel: its own secret vouches for them, so each is named, and none twice. Paths begin at the channel. */
export function speakerFaults(channel: CheckedSpeakers, places: Places): SettingFault[] {
  const { role, warehouse, warehouses } = channel;
  if (role !== 'warehouse') {
    return brokenOf([
      [
        warehouse !== undefined,
        { path: ['warehouse'], message: 'only a warehouse channel has one; take it out, or make it one' },
      ],
      [
        warehouses !== undefined,
        { path: ['warehouses'], message: 'only a warehouse channel has any; take them out, or make it one' },
      ],
    ]);
  }
  return warehouses === undefined
    ? faultsOfOne(warehouse, places)
    : faultsOfSeveral({ ...channel, warehouses }, places);
}

function faultsOfOne(warehouse: string | undefined, places: Places): SettingFault[] {
  const ids = places.map(({ id }) => id);
  return ids.includes(warehouse ?? '') ? [] : [mustBeOneOf(ids, warehouse, ['warehouse'])];
}

type Several = CheckedSpeakers & { readonly warehouses: readonly string[] };

function faultsOfSeveral(channel: Several, places: Places): SettingFault[] {
  const { source, warehouse, warehouses } = channel;
  const about = sourceAboutOf(source);
  const oneOnly = `a ${source} channel speaks for one warehouse; name it in warehouse, and give each other one a channel of its own`;
  const faults = [
    ...brokenOf([
      [
        warehouse !== undefined,
        { path: ['warehouse'], message: 'stands beside warehouses; name it there, with the others' },
      ],
      [about !== undefined && !about.faultsOfSeveral, { path: ['warehouses'], message: oneOnly }],
    ]),
    ...nameFaults(warehouses, places),
  ];
  const between = faults.length > 0 ? [] : about?.faultsOfSeveral?.(speakersOf(channel, places));
  return [...faults, ...(between ?? []).map(inList)];
}

function nameFaults(warehouses: readonly string[], places: Places): SettingFault[] {
  const ids = places.map(({ id }) => id);
  return warehouses.flatMap((id, index) => {
    const path = ['warehouses', index];
    const twice = warehouses.indexOf(id) < index ? [{ path, message: 'is there twice' }] : [];
    return ids.includes(id) ? twice : [mustBeOneOf(ids, id, path)];
  });
}

function speakersOf({ source, warehouses }: Several, places: Places): Speaker<unknown>[] {
  return warehouses.map((id) => {
    const fields: Readonly<Record<string, unknown>> = { ...places.find((each) => each.id === id) };
    return { id, own: fields[source] };
  });
}

function inList(fault: SettingFault): SettingFault {
  return { ...fault, path: ['warehouses', ...fault.path] };
}
