import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, it } from 'vitest';
import { operationNames, operations } from '#shared/api/operations.ts';
import { envNames } from '#shared/runtime/env-names.ts';
import { tableNames } from '#shared/runtime/table-names.ts';
import { sorts } from '#shared/store/keys.ts';
import { readMerchant } from '../../infra/merchant.ts';
import { manyShops } from './many-shops.ts';
import { ofType, type Resource, synthesize } from './synthesize.ts';

const names = ['demo', 'lanyu'] as const;
const synths = Object.fromEntries(names.map((name) => [name, synthesize(readMerchant(name))]));
const only = (resources: Record<string, Resource> | undefined, type: string) => ofType(resources ?? {}, type)[0]?.[1];

describe.each(names)('the stacks of %s', (name) => {
  const synth = synths[name];

  it('leave no finding unacknowledged', () => {
    expect(synth?.findings).toEqual([]);
  });

  it('give each function the variables that its handler reads, and no other', () => {
    for (const [id, { Properties }] of ofType(synth?.returns ?? {}, 'AWS::Lambda::Function')) {
      const { Variables } = Properties.Environment as { Variables: Record<string, unknown> };
      const set = Object.keys(Variables).filter((each) => Object.values<string>(envNames).includes(each));
      expect(set.sort(), id).toEqual(variablesRead(folderOf(id)).sort());
    }
  });
});

/** `DoorReceiveWebhookFunction1A2B` is in functions/receive-webhook. */
function folderOf(id: string): string {
  const words = id
    .replace(/^(Door|Acting|Recording|Reading|Publishing|Outbox|Timers|Following|Delivering|Notifying|Board)/, '')
    .replace(/Function[0-9A-F]{8}$/, '');
  return words.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase();
}

function variablesRead(folder: string): string[] {
  const source = readFileSync(join(import.meta.dirname, '../../functions', folder, 'handler.ts'), 'utf8');
  const keys = /readEnv\(\[([^\]]*)\]\)/.exec(source)?.[1] ?? '';
  return [...keys.matchAll(/'(\w+)'/g)].map(([, key]) => envNames[key as keyof typeof envNames]);
}

describe('the gate', () => {
  it('finds a queue that was planted without dead letters', () => {
    const { findings } = synthesize(readMerchant('demo'), { plant: ({ returns }) => new Queue(returns, 'Planted') });
    expect(findings).toContain('AwsSolutions-SQS3 backhaul-demo/Planted/Resource');
    expect(findings).toContain('Serverless-SQSRedrivePolicy backhaul-demo/Planted/Resource');
  });
});

describe('the data stack', () => {
  it('has one table with the keys, indexes and stream that the store uses', () => {
    const table = only(synths.demo?.data, 'AWS::DynamoDB::GlobalTable')?.Properties;
    expect(table).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'pk' }, { AttributeName: 'sk' }],
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
    const indexes = table?.GlobalSecondaryIndexes as { IndexName: string; Projection: object }[];
    expect(indexes.map(({ IndexName }) => IndexName)).toEqual(Object.values(tableNames.indexes));
    const projections = indexes.map(({ IndexName, Projection }) => [IndexName, JSON.stringify(Projection)]);
    const lists = JSON.stringify({ NonKeyAttributes: [tableNames.entry], ProjectionType: 'INCLUDE' });
    expect(projections).toEqual(
      Object.values(tableNames.indexes).map((index) => [
        index,
        index === tableNames.indexes.lists ? lists : '{"ProjectionType":"KEYS_ONLY"}',
      ]),
    );
  });

  it('deletes large bodies when raw deliveries expire', () => {
    const bucket = only(synths.lanyu?.data, 'AWS::S3::Bucket')?.Properties;
    expect(bucket?.LifecycleConfiguration).toMatchObject({ Rules: [{ ExpirationInDays: 180, Status: 'Enabled' }] });
  });

  it('is protected and kept outside the demo', () => {
    expect(synths.lanyu?.isProtected).toEqual([true, true]);
    const kept = Object.values(synths.lanyu?.data ?? {}).filter(({ Type }) =>
      /GlobalTable$|Bucket$|EventBus$|Secret$|EIP$/.test(Type),
    );
    expect(kept.map(({ DeletionPolicy }) => DeletionPolicy)).toEqual(kept.map(() => 'Retain'));
    expect(JSON.stringify(only(synths.lanyu?.data, 'AWS::DynamoDB::GlobalTable'))).toContain(
      '"DeletionProtectionEnabled":true',
    );
  });

  it('goes away with the demo', () => {
    expect(synths.demo?.isProtected).toEqual([false, false]);
    expect(only(synths.demo?.data, 'AWS::DynamoDB::GlobalTable')?.DeletionPolicy).toBe('Delete');
  });

  it('has a secret per channel, a token per API, and a secret per warehouse or robot that is posted to', () => {
    const secrets = ofType(synths.demo?.data ?? {}, 'AWS::SecretsManager::Secret').map(
      ([, { Properties }]) => Properties.Name,
    );
    const { channels, warehouses, notify } = readMerchant('demo');
    const ofApis = channels.filter(({ api }) => api);
    const posted = warehouses.filter(({ connector }) => connector === 'http');
    const robots = notify.robots.filter(({ kind }) => kind !== 'mail');
    expect(secrets).toHaveLength(channels.length + ofApis.length + posted.length + robots.length);
    expect(secrets).toContain('backhaul/demo/notify/day-group');
    expect(secrets).toContain('backhaul/demo/warehouses/north');
    expect(secrets).toContain('backhaul/demo/standard/own-store');
    expect(secrets).toContain('backhaul/demo/shopify/acme-goods/token');
  });

  it('starts signing secrets as 44 letters and digits, which is also right base64', () => {
    const [secret] = ofType(synths.demo?.data ?? {}, 'AWS::SecretsManager::Secret').map(
      ([, { Properties }]) => Properties,
    );
    expect(secret?.GenerateSecretString).toMatchObject({
      GenerateStringKey: 'current',
      PasswordLength: 44,
      ExcludePunctuation: true,
    });
    const generated = secret?.GenerateSecretString as { ExcludeCharacters: string } | undefined;
    const ascii = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));
    expect([...(generated?.ExcludeCharacters ?? '')].sort()).toEqual(ascii.filter((each) => !/[A-Za-z0-9]/.test(each)));
  });

  it('D6: starts the salt of Kuaidi100, which takes 32 characters, as 32', () => {
    const salts = ofType(synths.demo?.data ?? {}, 'AWS::SecretsManager::Secret').flatMap(([, { Properties }]) =>
      /\/kuaidi100\/[^/]+$/.test(String(Properties.Name)) ? [Properties.GenerateSecretString] : [],
    );
    expect(salts).toEqual([expect.objectContaining({ PasswordLength: 32 })]);
  });

  it('sends the calls of a merchant with fixed egress through one address', () => {
    expect(ofType(synths.lanyu?.data ?? {}, 'AWS::EC2::NatGateway')).toHaveLength(1);
    const [read] = ofType(synths.lanyu?.returns ?? {}, 'AWS::Lambda::Function').filter(([id]) =>
      id.includes('ReadStore'),
    );
    expect(read?.[1].Properties.VpcConfig).toBeDefined();
  });
});

describe('the board', () => {
  const serveBoard = (resources: Record<string, Resource> | undefined) =>
    ofType(resources ?? {}, 'AWS::Lambda::Function').find(([id]) => id.startsWith('BoardServeBoard'))?.[1].Properties;
  const variablesOf = (resources: Record<string, Resource> | undefined) =>
    (serveBoard(resources)?.Environment as { Variables: Record<string, unknown> } | undefined)?.Variables;

  it('has the demo’s people sign in at the page of their pool, by code only, and come back to the board only', () => {
    const client = only(synths.demo?.data, 'AWS::Cognito::UserPoolClient')?.Properties;

    expect(client).toMatchObject({
      AllowedOAuthFlows: ['code'],
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthScopes: ['openid', 'profile'],
    });
    // A public client, which has no secret to lose, proves itself by PKCE.
    expect(client).not.toHaveProperty('GenerateSecret');
    expect(JSON.stringify(client?.CallbackURLs)).toMatch(/"ApiEndpoint"\]\},"\/board\/signed-in"\]\]\}\]$/);
    expect(JSON.stringify(client?.LogoutURLs)).toMatch(/"\/board\/today"\]\]\}\]$/);
  });

  it('sends the people of another issuer there, and lets the page talk to what that one names', () => {
    expect(variablesOf(synths.lanyu?.returns)).toMatchObject({
      BOARD_ISSUER: 'https://login.lanyu.example/realms/ops',
      BOARD_CLIENT_ID: 'backhaul-board',
      BOARD_ORIGINS: 'https://login.lanyu.example https://tokens.lanyu.example',
    });
    expect(ofType(synths.lanyu?.data ?? {}, 'AWS::Cognito::UserPool')).toEqual([]);
  });

  it('is not there where the issuer has no client for it', () => {
    const lanyu = readMerchant('lanyu');
    const { returns } = synthesize({
      ...lanyu,
      identity: { issuer: 'https://login.lanyu.example', audience: ['backhaul'], origins: [] },
    });

    expect(serveBoard(returns)).toBe(undefined);
    expect(JSON.stringify(returns)).not.toContain('/board');
  });
});

describe('the returns stack', () => {
  it('gives each warehouse that reads a queue its own pre-advices only', () => {
    const rules = ofType(synths.demo?.returns ?? {}, 'AWS::Events::Rule').map(
      ([, { Properties }]) => Properties.EventPattern,
    );
    expect(rules).toContainEqual({
      source: ['backhaul.returns'],
      'detail-type': ['Return Tracking Assigned', 'Return Tracking Replaced', 'Return Tracking Withdrawn'],
      detail: { data: { warehouseId: ['east'] } },
    });
  });

  it('follows the sort key of snapshots', () => {
    expect(sorts.snapshot).toBe('SNAPSHOT');
  });

  it('asks people for a token and senders for a signature', () => {
    const routes = ofType(synths.demo?.returns ?? {}, 'AWS::ApiGatewayV2::Route').map(
      ([, { Properties }]) => `${Properties.RouteKey} ${Properties.AuthorizationType}`,
    );
    const ofPeople = ['$default', ...operationNames.map((name) => operations[name].route)];
    expect(routes.sort()).toEqual(
      [
        'ANY /webhooks/{source}/{channel} NONE',
        ...['GET /board NONE', 'GET /board/{proxy+} NONE'],
        ...ofPeople.map((route) => `${route} JWT`),
      ].sort(),
    );
  });

  it('keeps the ids of routes that are deployed already', () => {
    const routes = ofType(synths.demo?.returns ?? {}, 'AWS::ApiGatewayV2::Route').map(([id, { Properties }]) => [
      Properties.RouteKey,
      id.replace(/[0-9A-F]{8}$/, ''),
    ]);
    expect(Object.fromEntries(routes)).toMatchObject({
      'GET /cases/{key}': 'DoorCaseRoute',
      'GET /cases/{key}/timeline': 'DoorTimelineRoute',
      'GET /policy': 'DoorPolicyRoute',
      'GET /deliveries': 'DoorDeliveriesRoute',
      'GET /deliveries/{source}/{channel}/{id}': 'DoorDeliveryRoute',
    });
  });

  it('lets the API invoke a function by one right for all of its routes', () => {
    const rights = ofType(synths.demo?.returns ?? {}, 'AWS::Lambda::Permission').filter(([id]) =>
      id.startsWith('Door'),
    );
    expect(rights).toHaveLength(2);
  });

  it("takes the merchant's own issuer", () => {
    expect(only(synths.lanyu?.data, 'AWS::ApiGatewayV2::Authorizer')?.Properties.JwtConfiguration).toEqual({
      Issuer: 'https://login.lanyu.example/realms/ops',
      Audience: ['backhaul', 'backhaul-board'],
    });
  });
});

describe('a merchant with 30 shops and 20 warehouses', () => {
  it('stays under 450 resources a stack', () => {
    const { data, returns, findings } = synthesize(manyShops(30, 20));
    expect(findings).toEqual([]);
    expect(ofType(returns, 'AWS::Events::Rule')).toHaveLength(20);
    expect(Object.keys(data).length).toBeLessThan(450);
    expect(Object.keys(returns).length).toBeLessThan(450);
  });
});
