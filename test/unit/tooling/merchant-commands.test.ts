import { describe, expect, it } from 'vitest';
import { readMerchant } from '../../../infra/merchant.ts';
import { checkSecret } from '../../../tools/operate/check-secret.ts';
import { merchantLines } from '../../../tools/operate/merchant-lines.ts';

const demo = readMerchant('demo');
const whole = 'whsec_cmV0dXJucy1odWItZGVtby1rZXktMDEyMzQ1Njc4OSE=';

describe('checkSecret', () => {
  it.each([
    ['standard/own-store', 'tooshort', 'it must be whsec_ and base64 of 24 to 64 bytes'],
    ['standard/own-store', 'whpk_dG9vc2hvcnQ=', 'it must be whsec_ and base64 of 24 to 64 bytes'],
    ['warehouses/north', 'tooshort', 'it must be whsec_ and base64 of 24 to 64 bytes'],
    ['shopify/acme-goods', '', 'That is no secret for shopify/acme-goods'],
  ])('refuses one that nobody could sign for %s with, and says what it has to be', async (name, secret, sentence) => {
    await expect(checkSecret(name, secret, demo)).rejects.toThrow(sentence);
  });

  it.each([
    ['standard/own-store', whole],
    ['standard/own-store', whole.replace('whsec_', '')],
    ['standard/own-store', 'whpk_vRaFgQF+v3fGEAiKqIE2U1r4H/060J6Yk7UTYItzLeY='],
    ['warehouses/north', whole],
    ['warehouses/hangzhou', 'any'],
    ['doudian/flagship-app', 'dd-secret'],
    ['qimen/wms-hangzhou', 'qm-secret'],
    ['kuaidi100/feed', 'salt'],
  ])('takes one that signs for %s', async (name, secret) => {
    await expect(checkSecret(name, secret, demo)).resolves.toBeUndefined();
  });
});

describe('merchantLines', () => {
  it('says who posts, which warehouse hears how, and who sees what', () => {
    expect(merchantLines(readMerchant('harbour'))).toEqual([
      'Senders',
      '  standard/own-store  store of harbour',
      '  standard/wms-pier   warehouse of pier',
      '  standard/wms-quay   warehouse of quay',
      '  standard/carriers   carrier',
      'Warehouses',
      '  pier  reads the queue backhaul-harbour-to-pier',
      '  quay  is called at http://127.0.0.1:4591/returns',
      'Teams',
      '  service  group harbour-service, sees standard:harbour',
    ]);
  });

  it('D10: says of a channel of several warehouses which they are', () => {
    const app = { source: 'qimen', channel: 'wms', role: 'warehouse', shops: [], warehouses: ['hangzhou', 'south'] };

    expect(merchantLines({ ...demo, channels: [app as never] })).toContain('  qimen/wms  warehouse of hangzhou, south');
  });

  it('says of a warehouse that others tell, and of a team of all shops', () => {
    const lines = merchantLines({
      ...demo,
      teams: [{ ...demo.teams[0], id: 'all', oidcGroup: 'all', shops: [] } as never],
    });

    expect(lines).toContain('  south     told by others (erp)');
    expect(lines).toContain('  all  group all, sees all shops');
  });
});
