/** What the rules below look at; the schema has checked each field by itself. */
export interface Checked {
  readonly demo: boolean;
  readonly domain?: unknown;
  readonly partition: string;
  readonly region: string;
  readonly channels: readonly CheckedChannel[];
  readonly warehouses: readonly CheckedWarehouse[];
}

interface CheckedWarehouse {
  readonly id: string;
  readonly connector: string;
  readonly ownerCode?: string | undefined;
  readonly skuMap: Readonly<Record<string, string>>;
  readonly qimen?: { readonly baseUrl: string } | undefined;
  readonly http?: { readonly url: string } | undefined;
}

interface CheckedChannel {
  readonly source: string;
  readonly channel: string;
  readonly role: string;
  readonly shops: readonly string[];
  readonly warehouse?: string | undefined;
  readonly appKey?: string | undefined;
  readonly api?: { readonly baseUrl: string } | undefined;
}

export interface MerchantFault {
  readonly path: (string | number)[];
  readonly message: string;
}

/** What is wrong between the fields of a merchant, each with the field's path and what to do. */
export function findMerchantFaults(merchant: Checked): MerchantFault[] {
  return [
    ...merchant.channels.flatMap((channel, index) => channelFaults(channel, index, merchant)),
    ...merchant.warehouses.flatMap((warehouse, index) => connectorFaults(warehouse, index, merchant)),
    ...placeFaults(merchant),
    ...twiceFaults(merchant),
  ];
}

function channelFaults(
  channel: CheckedChannel,
  index: number,
  { channels, warehouses, demo }: Checked,
): MerchantFault[] {
  const path = ['channels', index];
  const name = nameOf(channel);
  const ids = warehouses.map((each) => each.id);
  const isTwice = channels.findIndex((each) => nameOf(each) === name) < index;
  const rules: [boolean, MerchantFault][] = [
    [isTwice, { path, message: `${name} is there twice; give each channel of a source its own name` }],
    [
      channel.role === 'store' && channel.shops.length === 0,
      { path: [...path, 'shops'], message: 'a store channel needs at least one shop' },
    ],
    [
      channel.role === 'warehouse' && !ids.includes(channel.warehouse ?? ''),
      { path: [...path, 'warehouse'], message: `must be one of: ${ids.join(', ')}` },
    ],
    ...sourceRules(channel, path),
  ];
  rules.push([
    !demo && channel.api !== undefined && !/^https:\/\/[^/]+\/?$/.test(channel.api.baseUrl),
    {
      path: [...path, 'api', 'baseUrl'],
      message: 'must be https without a path outside a demo: the access token is sent there',
    },
  ]);
  return rules.filter(([isBroken]) => isBroken).map(([, fault]) => fault);
}

/** What a source needs to know of its channel. */
function sourceRules(
  { source, role, shops, api, appKey }: CheckedChannel,
  path: MerchantFault['path'],
): [boolean, MerchantFault][] {
  return [
    [
      source === 'shopify' && (shops.length !== 1 || !api),
      {
        path,
        message:
          'a shopify channel serves exactly one shop (shops: ["<shop>.myshopify.com"]) and needs api.baseUrl and api.version',
      },
    ],
    [
      source === 'doudian' && (!api || !appKey),
      { path, message: 'a doudian channel needs appKey (its app), shops (their numbers), api.baseUrl and api.version' },
    ],
    [
      source === 'kuaidi100' && role !== 'carrier',
      { path: [...path, 'role'], message: 'a kuaidi100 channel has the role carrier' },
    ],
    [
      source === 'kuaidi100' && !api,
      {
        path: [...path, 'api'],
        message: 'a kuaidi100 channel needs api.baseUrl (https://poll.kuaidi100.com) to subscribe numbers',
      },
    ],
  ];
}

/** What each connector needs; nothing is sent unencrypted outside a demo. */
function connectorFaults(warehouse: CheckedWarehouse, index: number, { channels, demo }: Checked): MerchantFault[] {
  const { id, connector, ownerCode, skuMap, qimen, http } = warehouse;
  const code = codeGivenTwice(skuMap);
  const path = ['warehouses', index];
  const own = channels.filter((each) => each.source === 'qimen' && each.warehouse === id);
  const isOpen = (url: string | undefined) => !demo && url !== undefined && !url.startsWith('https://');
  const rules: [boolean, MerchantFault][] = [
    [
      connector === 'qimen' && (!qimen || !ownerCode || own.length !== 1),
      { path, message: 'connector qimen needs qimen, ownerCode, and one channel of source qimen for this warehouse' },
    ],
    [
      connector === 'qimen' && code !== undefined,
      {
        path: [...path, 'skuMap'],
        message: `code ${code} stands for two SKUs: a confirm would not say which came, so give each its own`,
      },
    ],
    [connector === 'http' && !http, { path: [...path, 'http'], message: 'connector http needs http.url' }],
    [
      isOpen(qimen?.baseUrl),
      { path: [...path, 'qimen', 'baseUrl'], message: 'must be https outside a demo: buyers’ data is sent there' },
    ],
    [isOpen(http?.url), { path: [...path, 'http', 'url'], message: 'must be https outside a demo' }],
  ];
  return rules.filter(([isBroken]) => isBroken).map(([, fault]) => fault);
}

function codeGivenTwice(skuMap: CheckedWarehouse['skuMap']): string | undefined {
  const codes = Object.values(skuMap);
  return codes.find((code, index) => codes.indexOf(code) !== index);
}

function placeFaults({ domain, demo, region, partition }: Checked): MerchantFault[] {
  const home = region.startsWith('cn-') ? 'aws-cn' : 'aws';
  const noDomain: MerchantFault = {
    path: ['domain'],
    message: 'is required outside a demo: senders keep the URL, so it must outlive the API',
  };
  const wrongPartition: MerchantFault = { path: ['partition'], message: `region ${region} is in partition ${home}` };
  return [...(domain || demo ? [] : [noDomain]), ...(partition === home ? [] : [wrongPartition])];
}

function twiceFaults({ channels, warehouses }: Checked): MerchantFault[] {
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
