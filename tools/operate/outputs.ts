import { calledWarehouses } from '#shared/merchant/asked.ts';
import type { Channel, Merchant, Warehouse } from '#shared/merchant/merchant.ts';
import type { RobotSettings } from '#shared/merchant/notify.ts';
import { pascalCase } from '../../infra/deployment.ts';
import { mailRobots, postedRobots } from '../../infra/parts/robot-names.ts';

/** What `.local/outputs.json` holds: where everything is, for senders, tests and people. */
export interface LocalOutputs {
  readonly merchant: string;
  readonly endpoint: string;
  readonly region: string;
  readonly webhooksUrl: string;
  readonly apiUrl: string;
  /** Of the board; empty where there is none. Its host is a name of its own, which browsers take for this machine. */
  readonly boardUrl: string;
  readonly tableName: string;
  readonly busName: string;
  readonly inboxUrl: string;
  /** By the name of the queue whose dead letters they are. */
  readonly dlqUrls: Readonly<Record<string, string>>;
  /** By warehouse id; only those that a WMS reads. */
  readonly warehouseQueues: Readonly<Record<string, string>>;
  readonly stateMachines: Readonly<Record<string, string>>;
  /** Shop ids by `<source>/<channel>`. */
  readonly shops: Readonly<Record<string, readonly string[]>>;
  /** Secret names by `<source>/<channel>`, and by `warehouses/<id>` for warehouses that are called, and `notify/<id>` for robots that are posted to. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Topic ARNs by mail robot. */
  readonly mailTopics: Readonly<Record<string, string>>;
  readonly userPoolId: string;
  readonly clientId: string;
}

export interface OutputsSource {
  readonly endpoint: string;
  readonly merchant: Merchant;
  /** The stack's outputs by name. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly secretNameOf: (channel: Channel) => string;
  readonly callSecretNameOf: (warehouse: Warehouse) => string;
  readonly robotSecretNameOf: (robot: RobotSettings) => string;
}

/** Puts the stack's outputs and the merchant's own names together. The emulator has each API under a path of its own. */
export function localOutputs({ endpoint, merchant, outputs, ...names }: OutputsSource): LocalOutputs {
  const output = (name: string): string => outputs[name] ?? missing(name);
  const apiUrl = `${endpoint}/_aws/execute-api/${output('ApiId')}/$default`;
  const byChannel = <Value>(take: (channel: Channel) => Value) =>
    Object.fromEntries(merchant.channels.map((channel) => [`${channel.source}/${channel.channel}`, take(channel)]));
  const prefix = `backhaul-${merchant.merchant}-`;
  return {
    merchant: merchant.merchant,
    endpoint,
    region: merchant.region,
    webhooksUrl: `${apiUrl}/webhooks`,
    apiUrl,
    boardUrl: outputs.BoardUrl ?? '',
    tableName: output('TableName'),
    busName: output('BusName'),
    inboxUrl: output('InboxUrl'),
    dlqUrls: queuesNamed(outputs, 'Dlq', new RegExp(`^${prefix}(.*)-dlq$`)),
    warehouseQueues: queuesNamed(outputs, 'WarehouseQueue', new RegExp(`^${prefix}to-(.*)$`)),
    stateMachines: { 'deadline-timer': output('DeadlineTimerArn') },
    shops: Object.fromEntries(Object.entries(byChannel(({ shops }) => shops)).filter(([, shops]) => shops.length > 0)),
    secrets: {
      ...byChannel(names.secretNameOf),
      ...Object.fromEntries(
        calledWarehouses(merchant).map((each) => [`warehouses/${each.id}`, names.callSecretNameOf(each)]),
      ),
      ...Object.fromEntries(
        postedRobots({ merchant }).map((each) => [`notify/${each.id}`, names.robotSecretNameOf(each)]),
      ),
    },
    mailTopics: Object.fromEntries(
      mailRobots({ merchant }).map(({ id }) => [id, output(`MailTopic${pascalCase(id)}`)]),
    ),
    userPoolId: outputs.UserPoolId ?? '',
    clientId: outputs.UserPoolClientId ?? '',
  };
}

/** Queue URLs by the part of the queue's name that `pattern` captures. */
function queuesNamed(outputs: Readonly<Record<string, string>>, kind: string, pattern: RegExp): Record<string, string> {
  const urls = Object.entries(outputs).filter(([name]) => name.startsWith(kind));
  return Object.fromEntries(urls.map(([, url]) => [pattern.exec(url.split('/').at(-1) ?? '')?.[1] ?? url, url]));
}

function missing(name: string): never {
  throw new Error(`the stack has no output ${name}`);
}
