import type { ChannelSettings, SettingFault } from '#shared/sources/about.ts';
import { sourceAboutOf, sourceAbouts } from '#shared/sources/abouts.ts';
import type { Place } from '#shared/warehouses/about.ts';
import { type ConnectorName, connectorAboutOf, placeOf } from '#shared/warehouses/abouts.ts';
import { type CheckedCodes, codeFaults } from './code-faults.ts';
import { type CheckedLinks, linkFaults } from './link-faults.ts';
import { type CheckedNotify, notifyFaults } from './notify-faults.ts';
import { type CheckedPlace, placeFaults } from './place-faults.ts';
import { brokenOf, mustBeOneOf, type Rule } from './rule.ts';
import { type CheckedSpeakers, speakerFaults } from './speaker-faults.ts';
import { type CheckedTeam, teamFaults } from './team-faults.ts';
import { type CheckedTells, tellFaults } from './tell-faults.ts';
import { warehouseIdsOf } from './warehouse-ids.ts';

/** What the rules below look at; the schema has checked each field by itself. */
export interface Checked extends CheckedPlace, Omit<CheckedNotify, 'teams'>, Pick<CheckedLinks, 'links'> {
  readonly channels: readonly CheckedChannel[];
  readonly warehouses: readonly CheckedWarehouse[];
  readonly carriers: CheckedCodes['carriers'];
  readonly teams: readonly CheckedTeam[];
}

interface CheckedChannel extends ChannelSettings, CheckedSpeakers, CheckedTells {
  readonly channel: string;
}

type CheckedWarehouse = Omit<Place<unknown>, 'own'> &
  CheckedCodes['warehouses'][number] & { readonly connector: ConnectorName };

/** What is wrong between the fields of a merchant, each with the field's path and what to do. */
export function findMerchantFaults(merchant: Checked): SettingFault[] {
  return [
    ...merchant.channels.flatMap((channel, index) => channelFaults(channel, index, merchant)),
    ...merchant.warehouses.flatMap((warehouse, index) => connectorFaults(warehouse, index, merchant)),
    ...placeFaults(merchant),
    ...twiceFaults(merchant),
    ...codeFaults(merchant),
    ...teamFaults(merchant),
    ...notifyFaults(merchant),
    ...linkFaults(merchant),
  ];
}

function channelFaults(channel: CheckedChannel, index: number, merchant: Checked): SettingFault[] {
  const { channels, warehouses, demo } = merchant;
  const path = ['channels', index];
  const name = nameOf(channel);
  const isTwice = channels.findIndex((each) => nameOf(each) === name) < index;
  const rules: Rule[] = [
    [isTwice, { path, message: `${name} is there twice; give each channel of a source its own name` }],
    [
      channel.role === 'store' && channel.shops.length === 0,
      { path: [...path, 'shops'], message: 'a store channel needs at least one shop' },
    ],
    [
      channel.role !== 'store' && channel.shops.length > 0,
      { path: [...path, 'shops'], message: 'only a store channel has shops; take them out, or make it one' },
    ],
    [
      !demo && channel.api !== undefined && !/^https:\/\/[^/]+\/?$/.test(channel.api.baseUrl),
      {
        path: [...path, 'api', 'baseUrl'],
        message: 'must be https without a path outside a demo: the access token is sent there',
      },
    ],
  ];
  return [
    ...brokenOf(rules),
    ...below(path, [...speakerFaults(channel, warehouses), ...tellFaults(channel), ...sourceFaults(channel)]),
  ];
}

function sourceFaults(channel: CheckedChannel): readonly SettingFault[] {
  const about = sourceAboutOf(channel.source);
  if (!about) {
    const names = sourceAbouts.map(({ source }) => source);
    return [mustBeOneOf(names, channel.source, ['source'])];
  }
  const wrongRole: SettingFault = {
    path: ['role'],
    message: `a ${channel.source} channel has the role ${about.roles.join(' or ')}`,
  };
  return [...(about.roles.includes(channel.role) ? [] : [wrongRole]), ...(about.faultsOf?.(channel) ?? [])];
}

function connectorFaults(warehouse: CheckedWarehouse, index: number, { channels, demo }: Checked): SettingFault[] {
  const about = connectorAboutOf(warehouse.connector);
  const around = { channels: channels.map((each) => ({ ...each, warehouses: warehouseIdsOf(each) })), demo };
  const faults = about.faultsOf?.(placeOf(warehouse), around) ?? [];
  return below(['warehouses', index], faults);
}

function below(path: SettingFault['path'], faults: readonly SettingFault[]): SettingFault[] {
  return faults.map((fault) => ({ ...fault, path: [...path, ...fault.path] }));
}

function twiceFaults({ channels, warehouses }: Checked): SettingFault[] {
  const shops = channels.flatMap((each) => each.shops.map((shop) => `${each.source}:${shop}`));
  const ids = warehouses.map((each) => each.id);
  const shop = shops.find((each, index) => shops.indexOf(each) !== index);
  const id = ids.findIndex((each, index) => ids.indexOf(each) !== index);
  const message = `shop ${shop} is served by two channels; its case keys would clash`;
  return [
    ...(shop ? [{ path: ['channels'], message }] : []),
    ...(id >= 0 ? [{ path: ['warehouses', id, 'id'], message: `${ids[id]} is there twice` }] : []),
  ];
}

function nameOf({ source, channel }: CheckedChannel): string {
  return `${source}/${channel}`;
}
