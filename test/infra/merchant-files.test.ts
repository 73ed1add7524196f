import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { merchantSchema } from '#shared/merchant/merchant.ts';
import { sourceAbouts } from '#shared/sources/abouts.ts';
import { connectorNames } from '#shared/warehouses/abouts.ts';
import { readMerchant } from '../../infra/merchant.ts';

const root = join(import.meta.dirname, '../..');
const merchants = join(root, 'infra/merchants');
/** A merchant's file, before it is known to be one: anything may be put into it. */
type Wrong = ReturnType<typeof JSON.parse>;
const whole = (): Wrong => JSON.parse(readFileSync(join(merchants, 'demo.json'), 'utf8'));
/** The channels that are changed below by their place: one more in the demo moves none of them. */
const tried =
  'own-store wms-east wms-west carrier-feed help-desk acme-goods flagship-app outlet-app feed wms-hangzhou wms-south wms-north';

function demo(): Wrong {
  const { channels, ...fields } = whole();
  return { ...fields, channels: tried.split(' ').map((name) => channels.find((each: Wrong) => each.channel === name)) };
}

/** The demo with one Qimen channel, in the place of two, that speaks for several warehouses. */
function severalOf(merchant: Wrong, ...warehouses: readonly string[]): Wrong[] {
  const [hangzhou] = merchant.channels.splice(9, 2);
  const { warehouse: _, ...channel } = hangzhou;
  merchant.channels.splice(9, 0, { ...channel, channel: 'wms', warehouses });
  return [merchant.warehouses[2], merchant.warehouses[3]];
}

/** The demo with a shop `main` at a second source, and with a team of one shop. */
function withNamesake({ channels, teams }: Wrong, shop: string): void {
  channels.find((each: Wrong) => each.channel === 'flagship-app').shops.push('main');
  Object.assign(teams[0], { shops: [shop] });
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'merchants-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function errorOf(content: unknown): string {
  writeFileSync(join(folder, 'demo.json'), typeof content === 'string' ? content : JSON.stringify(content));
  try {
    readMerchant('demo', folder);
  } catch (error) {
    return (error as Error).message;
  }
  return 'no error';
}

describe('merchant files', () => {
  it('spell the demo out, as functions get it unparsed', () => {
    expect(merchantSchema.parse(whole())).toEqual(whole());
  });

  it.each(readdirSync(merchants))('%s is valid and named for its merchant', (file) => {
    expect(readMerchant(file.slice(0, -5)).merchant).toBe(file.slice(0, -5));
  });

  it('include one outside the demo: in China, with a domain and a fixed address', () => {
    expect(readMerchant('lanyu')).toMatchObject({ partition: 'aws-cn', demo: false, egress: 'fixed' });
  });
});

describe('readMerchant', () => {
  it('accepts the demo', () => {
    expect(errorOf(demo())).toBe('no error');
  });

  it('tells path, what it got and what is allowed of every wrong field at once', () => {
    const wrong = demo();
    wrong.channels[1].role = 'shop';
    wrong.retention.logDays = 15;

    const message = errorOf(wrong);

    expect(message).toContain('channels[1].role: got "shop"; ');
    expect(message).toContain('must be one of: store, warehouse, carrier, help-desk');
    expect(message).toContain('retention.logDays: got 15; ');
    expect(message.split('\n')).toHaveLength(3);
  });

  it('C6: reads a shop without its source as the one that there is', () => {
    const merchant = demo();
    merchant.teams[0].shops = ['main', '4400789'];

    expect(merchantSchema.parse(merchant).teams[0]?.shops).toEqual(['standard:main', 'doudian:4400789']);
  });

  it('refuses a region that there is not, and says which was meant', () => {
    expect(errorOf({ ...demo(), region: 'eu-centrl-1' })).toContain(
      'region: got "eu-centrl-1"; is no region that this release of the CDK knows; did you mean "eu-central-1"?',
    );
  });

  it('tells a missing field', () => {
    const { currency: _, ...wrong } = demo();
    expect(errorOf(wrong)).toContain('currency: is missing; must be a text');
  });

  it('tells an unknown field by its full path', () => {
    const wrong = demo();
    wrong.warehouses[0].conector = 'queue';
    expect(errorOf(wrong)).toContain('warehouses[0].conector: is no field');
  });

  it('tells all forms that an identity may have', () => {
    const message = errorOf({ ...demo(), identity: 'okta' });
    expect(message).toContain('identity: got "okta"; none of the allowed forms: ');
    expect(message).toContain('expected object');
    expect(message).toContain('"demo-user-pool"');
  });

  it('refuses a region of another partition', () => {
    expect(errorOf({ ...demo(), region: 'cn-north-1' })).toContain(
      'partition: got "aws"; region cn-north-1 is in partition aws-cn',
    );
  });

  it('refuses a merchant in production without a domain', () => {
    expect(errorOf({ ...demo(), demo: false })).toContain('domain: is missing; ');
  });

  it.each([
    ['a doudian channel without its app', 'channels', 'doudian', { appKey: undefined }, 'needs appKey'],
    ['a carrier feed that cannot be called', 'channels', 'kuaidi100', { api: undefined }, 'to subscribe numbers'],
    ['a carrier feed of another role', 'channels', 'kuaidi100', { role: 'help-desk' }, 'has the role carrier'],
    ['a store of another role', 'channels', 'shopify', { role: 'carrier' }, 'a shopify channel has the role store'],
    ['a shopify channel of two shops', 'channels', 'shopify', { shops: ['a', 'b'] }, 'serves exactly one shop'],
    [
      'a connector that there is not',
      'warehouses',
      'http',
      { connector: 'fax' },
      `must be one of: ${connectorNames.join(', ')}`,
    ],
    ['a Qimen warehouse without an owner', 'warehouses', 'qimen', { ownerCode: undefined }, 'needs qimen, ownerCode'],
    [
      'a Qimen warehouse with one code for two SKUs',
      'warehouses',
      'qimen',
      { skuMap: { 'DRESS-RED-M': 'SKU-1', 'DRESS-RED-L': 'SKU-2', 'DRESS-BLUE-L': 'SKU-1' } },
      'skuMap: got',
    ],
    ['a warehouse to be posted to nowhere', 'warehouses', 'http', { http: undefined }, 'needs http.url'],
  ])('refuses %s', (_what, list, kind, change, told) => {
    const wrong = demo();
    const each = wrong[list].find((one: Record<string, unknown>) => one.source === kind || one.connector === kind);
    Object.assign(each, change);
    expect(errorOf(wrong)).toContain(told);
  });

  it.each([
    [
      'a store',
      0,
      ['write-ups'],
      'channels[0].tells[0]: got "write-ups"; a standard channel of a store tells at most: messages, stops',
    ],
    [
      'a carrier',
      3,
      ['stops'],
      'channels[3].tells[0]: got "stops"; a standard channel of a carrier tells none of these; take tells out',
    ],
    [
      'a Shopify store',
      5,
      ['messages'],
      'channels[5].tells[0]: got "messages"; a shopify channel of a store tells none of these; take tells out',
    ],
    ['a help desk twice', 4, ['stops', 'stops'], 'channels[4].tells[1]: got "stops"; is there twice'],
    [
      'a help desk what nobody tells',
      4,
      ['reviews'],
      'channels[4].tells[0]: got "reviews"; must be one of: messages, stops, write-ups, acknowledgements',
    ],
  ])('refuses that %s tells what it cannot', (_who, place, tells, told) => {
    const wrong = demo();
    wrong.channels[place].tells = tells;
    expect(errorOf(wrong)).toContain(told);
  });

  it('takes it of a help desk that tells all', () => {
    const merchant = demo();
    merchant.channels[4].tells = ['messages', 'stops', 'write-ups'];
    expect(errorOf(merchant)).toBe('no error');
  });

  it('takes one code for two SKUs in a warehouse that speaks no Qimen', () => {
    const merchant = demo();
    const warehouse = merchant.warehouses.find((each: { connector: string }) => each.connector === 'queue');
    warehouse.skuMap = { A: 'SKU-1', B: 'SKU-1' };

    expect(errorOf(merchant)).toBe('no error');
  });

  it('refuses to call a warehouse unencrypted outside a demo', () => {
    const wrong = { ...demo(), demo: false };
    const message = errorOf(wrong);
    expect(message).toContain('qimen.baseUrl: got ');
    expect(message).toContain('http.url: got ');
  });

  it.each<[string, (merchant: Wrong) => unknown, string]>([
    [
      'a team of a shop that there is not',
      ({ teams }) => Object.assign(teams[0], { shops: ['main', 'mian'] }),
      'teams[0].shops[1]: got "mian"; must be one of: standard:main, shopify:acme-goods.myshopify.com, doudian:4400123, doudian:4400456, doudian:4400789; did you mean "main"?',
    ],
    [
      'C6: a team of a shop that another source has',
      ({ teams }) => Object.assign(teams[0], { shops: ['shopify:main'] }),
      'teams[0].shops[0]: got "shopify:main"; must be one of: standard:main, shopify:acme-goods.myshopify.com, doudian:',
    ],
    [
      'C6: a team of a shop that two sources have, unless it says of which',
      (merchant) => withNamesake(merchant, 'main'),
      'teams[0].shops[0]: got "main"; is a shop of 2 sources; write standard:main or doudian:main, or each of them',
    ],
    [
      'a team that is there twice',
      ({ teams }) => teams.push({ ...teams[0], oidcGroup: 'b' }),
      'teams[1].id: got "day-team"; is there twice',
    ],
    [
      'two teams of one group',
      ({ teams }) => teams.push({ ...teams[0], id: 'night-team' }),
      'teams[1].oidcGroup: got "day-team"; is the group of team day-team, too',
    ],
    [
      'a team of some shops whose group sees all',
      ({ teams }) => Object.assign(teams[0], { oidcGroup: 'admin' }),
      'teams[0].oidcGroup: got "admin"; is a role that sees all shops',
    ],
    [
      'a group that no token can name',
      ({ teams }) => Object.assign(teams[0], { oidcGroup: 'day team' }),
      'teams[0].oidcGroup: got "day team"; no blank and no comma',
    ],
    [
      'a source that there is not',
      ({ channels }) => Object.assign(channels[5], { source: 'shopfy' }),
      `channels[5].source: got "shopfy"; must be one of: ${sourceAbouts.map(({ source }) => source).join(', ')}; did you mean "shopify"?`,
    ],
    [
      'a channel of a warehouse that there is not',
      ({ channels }) => Object.assign(channels[1], { warehouse: 'eats' }),
      'channels[1].warehouse: got "eats"; must be one of: east, west, hangzhou, south, north; did you mean "east"?',
    ],
    [
      'a warehouse of a channel that is none',
      ({ channels }) => Object.assign(channels[3], { warehouse: 'east' }),
      'channels[3].warehouse: got "east"; only a warehouse channel has one',
    ],
    [
      'D10: several warehouses of a channel that is none',
      ({ channels }) => Object.assign(channels[3], { warehouses: ['east', 'west'] }),
      'channels[3].warehouses: got ["east","west"]; only a warehouse channel has any',
    ],
    [
      'D10: one of several warehouses that there is not',
      (merchant) => severalOf(merchant, 'hangzhou', 'suoth'),
      'channels[9].warehouses[1]: got "suoth"; must be one of: east, west, hangzhou, south, north; did you mean "south"?',
    ],
    [
      'D10: one of several warehouses that is there twice',
      (merchant) => severalOf(merchant, 'hangzhou', 'south', 'hangzhou'),
      'channels[9].warehouses[2]: got "hangzhou"; is there twice',
    ],
    [
      'D10: a list of one warehouse',
      (merchant) => severalOf(merchant, 'hangzhou'),
      'channels[9].warehouses: got ["hangzhou"]; name two or more; one alone stands in warehouse',
    ],
    [
      'D10: a warehouse beside several',
      (merchant) =>
        severalOf(merchant, 'hangzhou', 'south') && Object.assign(merchant.channels[9], { warehouse: 'south' }),
      'channels[9].warehouse: got "south"; stands beside warehouses; name it there, with the others',
    ],
    [
      'D10: several warehouses of a source whose channels speak for one',
      ({ channels }) => Object.assign(channels[1], { warehouse: undefined, warehouses: ['east', 'west'] }),
      'channels[1].warehouses: got ["east","west"]; a standard channel speaks for one warehouse; name it in warehouse',
    ],
    [
      'D10: a warehouse among several that no report could be known by',
      (merchant) => severalOf(merchant, 'hangzhou', 'south', 'east'),
      'channels[9].warehouses[2]: got "east"; has no qimen, by whose customerId its reports would be known',
    ],
    [
      'D10: warehouses of two apps on one channel',
      (merchant) => Object.assign(severalOf(merchant, 'hangzhou', 'south')[1].qimen, { appKey: '87654321' }),
      'channels[9].warehouses[1]: got "south"; has another qimen.appKey than hangzhou; a channel is one app',
    ],
    [
      'D10: two warehouses on one channel that nothing tells apart',
      (merchant) =>
        Object.assign(severalOf(merchant, 'hangzhou', 'south')[1].qimen, {
          customerId: 'c-wh-01',
          warehouseCode: 'WH-HZ-01',
        }),
      'channels[9].warehouses[1]: got "south"; has the customerId of hangzhou, so each needs a warehouseCode of its own that is not OTHER',
    ],
    [
      'D10: two warehouses with one customerId, of which one names no code',
      (merchant) =>
        Object.assign(severalOf(merchant, 'hangzhou', 'south')[1].qimen, {
          customerId: 'c-wh-01',
          warehouseCode: 'OTHER',
        }),
      'channels[9].warehouses[1]: got "south"; has the customerId of hangzhou, so each needs a warehouseCode of its own that is not OTHER',
    ],
    [
      'D10: two Qimen channels that speak for one warehouse',
      (merchant) =>
        severalOf(merchant, 'hangzhou', 'south') &&
        merchant.channels.push({
          ...merchant.channels[9],
          channel: 'wms-2',
          warehouses: undefined,
          warehouse: 'south',
        }),
      'warehouses[3]: got {"id":"south"',
    ],
    [
      'shops of a channel that is no store',
      ({ channels }) => Object.assign(channels[4], { shops: ['9'] }),
      'channels[4].shops: got ["9"]; only a store channel has shops',
    ],
    [
      'a code of a carrier that is not listed',
      ({ warehouses }) => Object.assign(warehouses[0], { carrierCodes: { zot: 'ZTO' } }),
      'warehouses[0].carrierCodes.zot: got "ZTO"; zot is no code in carriers; correct it, or list it there; did you mean "zto"?',
    ],
    [
      'a carrier that is there twice',
      ({ carriers }) => carriers.push({ code: 'sf' }),
      'carriers[5].code: got "sf"; is there twice',
    ],
    [
      'one name for two carriers',
      ({ carriers }) => carriers.push({ code: 'sf-cold', names: ['冷运', 'sf express'] }),
      'carriers[5].names[1]: got "sf express"; is a name of carrier sf, too',
    ],
    [
      'one return address for two warehouses',
      ({ warehouses }) => Object.assign(warehouses[4], { platformAddressIds: { doudian: '880001' } }),
      'warehouses[4].platformAddressIds.doudian: got "880001"; is the address of warehouse hangzhou, too',
    ],
    [
      'a time zone that there is not',
      (merchant) => Object.assign(merchant, { timeZone: 'Asia/Shanghia' }),
      'timeZone: got "Asia/Shanghia"; must be a time zone by its IANA name, such as Asia/Shanghai; did you mean "Asia/Shanghai"?',
    ],
    [
      'a certificate of another region',
      (merchant) =>
        Object.assign(merchant, { domain: { name: 'a.example', certificateArn: 'arn:aws:acm:eu-west-1:1:c/1' } }),
      'domain.certificateArn: got "arn:aws:acm:eu-west-1:1:c/1"; must begin with arn:aws:acm:us-east-1:',
    ],
    [
      'a domain with its scheme',
      (merchant) => Object.assign(merchant, { domain: { name: 'https://a.example/', certificateArn: 'arn:' } }),
      'domain.name: got "https://a.example/"; use a host name',
    ],
  ])('refuses %s', (_what, change, told) => {
    const wrong = demo();
    change(wrong);
    expect(errorOf(wrong)).toContain(`\n  ${told}`);
  });

  it.each<[string, (merchant: Wrong) => unknown]>([
    ['a team for all who have the role agent', ({ teams }) => Object.assign(teams[0], { oidcGroup: 'agent' })],
    [
      'a team of a role that sees all, without shops',
      ({ teams }) => Object.assign(teams[0], { oidcGroup: 'admin', shops: [] }),
    ],
    ['C6: a team of one of two shops of one name', (merchant) => withNamesake(merchant, 'standard:main')],
    [
      'an address at a platform that is no source',
      ({ warehouses }) => Object.assign(warehouses[0], { platformAddressIds: { tmall: '1' } }),
    ],
    ['D10: several warehouses of one Qimen app', (merchant) => severalOf(merchant, 'hangzhou', 'south')],
    [
      'D10: several warehouses with one customerId, told apart by their warehouseCode',
      (merchant) => Object.assign(severalOf(merchant, 'hangzhou', 'south')[1].qimen, { customerId: 'c-wh-01' }),
    ],
    [
      'D10: two channels with one customerId, each with its own secret',
      ({ warehouses }) => Object.assign(warehouses[3].qimen, { customerId: 'c-wh-01' }),
    ],
    ['two channels of one warehouse', ({ channels }) => channels.push({ ...channels[1], channel: 'wms-east-2' })],
    ['the usual codes of carriers where none is listed', (merchant) => Object.assign(merchant, { carriers: [] })],
    ['a time zone by its older name', (merchant) => Object.assign(merchant, { timeZone: 'PRC' })],
  ])('takes %s', (_what, change) => {
    const merchant = demo();
    change(merchant);
    expect(errorOf(merchant)).toBe('no error');
  });

  it.each<[string, (merchant: Wrong) => unknown, string]>([
    [
      'a field',
      (merchant) => Object.assign(merchant, { retension: {} }),
      'retension: is no field; remove it or correct its name; did you mean "retention"?',
    ],
    [
      'a field below another',
      ({ warehouses }) => Object.assign(warehouses[2].qimen, { apKey: '1' }),
      'warehouses[2].qimen.apKey: is no field; remove it or correct its name; did you mean "appKey"?',
    ],
    [
      'a field of one form of several',
      (merchant) => Object.assign(merchant, { identity: { issuer: 'https://a.example', audiance: ['a'] } }),
      'identity.audiance: is no field; remove it or correct its name; did you mean "audience"?',
    ],
    [
      'a word',
      ({ channels }) => Object.assign(channels[1], { role: 'warehose' }),
      'must be one of: store, warehouse, carrier, help-desk; did you mean "warehouse"?',
    ],
    [
      'a word beside other forms',
      (merchant) => Object.assign(merchant, { identity: 'demo-userpool' }),
      '; did you mean "demo-user-pool"?',
    ],
  ])('says what was meant by a misspelt name of %s', (_what, change, told) => {
    const wrong = demo();
    change(wrong);
    expect(errorOf(wrong)).toContain(told);
  });

  it('guesses at nothing where no name is near', () => {
    expect(errorOf({ ...demo(), frequency: 1 })).not.toContain('did you mean');
  });

  describe('the client by which people sign in at the board', () => {
    const withIdentity = (more: object) =>
      errorOf({ ...demo(), identity: { issuer: 'https://a.example/pool', audience: ['backhaul', 'board'], ...more } });

    it('is one of the audience, beside others', () => {
      expect(withIdentity({ clientId: 'board', origins: ['https://tokens.a.example'] })).toBe('no error');
    });

    it('is refused where the API would take none of its tokens', () => {
      expect(withIdentity({ clientId: 'boards' })).toContain(
        'identity.clientId: got "boards"; must be one of identity.audience: the board shows the API an id token, whose audience is the client; did you mean "board"?',
      );
    });

    it.each(['https://tokens.a.example/', 'https://tokens.a.example/token', 'http://tokens.a.example'])(
      'is refused with the origin %s, which is none',
      (origin) => {
        expect(withIdentity({ clientId: 'board', origins: [origin] })).toContain(
          `identity.origins[0]: got "${origin}"; must be https:// and a host, with nothing behind it`,
        );
      },
    );
  });

  it('refuses a file that is named for another merchant', () => {
    expect(errorOf({ ...demo(), merchant: 'acme' })).toContain('merchant: got "acme"; ');
  });

  it('tells where JSON is broken', () => {
    expect(errorOf('{ "merchant": ')).toContain('is no JSON');
  });

  it.each(['acme', '../demo', ''])('names the merchants that there are when asked for "%s"', (name) => {
    expect(() => readMerchant(name)).toThrow(/known: .*demo.*lanyu/);
  });

  it('says which merchant was meant', () => {
    expect(() => readMerchant('lanuy')).toThrow(/known: .*; did you mean "lanyu"\?/);
  });
});

describe('cdk synth', () => {
  it('of a merchant that there is not ends with one sentence, no stack and nothing written', () => {
    const context = JSON.stringify({ merchant: 'lanuy' });
    const env = { ...process.env, CDK_CONTEXT_JSON: context, CDK_OUTDIR: folder };
    const { status, stdout, stderr } = spawnSync(process.execPath, ['infra/app.ts'], {
      cwd: root,
      env,
      encoding: 'utf8',
    });

    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^there is no merchant "lanuy"; known: .*; did you mean "lanyu"\?\n$/);
    expect(readdirSync(folder)).toEqual([]);
  });
});
