import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { merchant } from '#shared/merchant/bundled.ts';
import { type Instant, instantOf, millisOf } from '#shared/returns/record/instant.ts';
import { openDoudianClient } from '#shared/sources/doudian/client.ts';
import { doudianObserver } from '#shared/sources/doudian/observe.ts';
import { appKey, appSecret, type DoudianWorld, dress, parcel, startDoudianWorld, tokens } from './doudian-world.ts';

const client = openDoudianClient({ allowLoopback: true });
let world: DoudianWorld;

beforeEach(async () => {
  world = await startDoudianWorld();
});

afterEach(async () => await world.close());

function questionOf(shop: keyof typeof tokens = '4400123') {
  const api = { baseUrl: `http://127.0.0.1:${world.shop.port}`, version: '2' };
  const channel = { source: 'doudian', channel: 'flagship-app', role: 'store' as const, shops: [shop], appKey, api };
  return { channel, shop, credentials: { accessToken: tokens[shop], appSecret } };
}

const openCase = () => {
  const id = world.shop.open({ shop: '4400123', lines: [dress] });
  world.shop.agree(id);
  world.shop.ship(id, parcel);
  return id;
};

/** All that the real observer makes of what the real client read, as text. */
async function observed(caseId: string) {
  const question = questionOf();
  const answer = await client.readCase({ ...question, caseId });
  const content = 'content' in answer ? answer.content : '';
  const at = instantOf(world.clock.now());
  const body = Buffer.from(JSON.stringify({ shop: '4400123', caseId, hintAt: at, readAt: at, content }));
  const delivery = { source: 'doudian', channel: 'flagship-app', id: '1', via: 'read', receivedAt: at, headers: {} };
  return doudianObserver.observe({ ...delivery, body } as never, question.channel, merchant);
}

describe('the simulated API', () => {
  it('answers the real client with a case that the real observer understands', async () => {
    const id = openCase();
    const said = await observed(id);

    const [saying] = said.kind === 'sayings' ? said.sayings : [];
    expect(saying).toMatchObject({ about: 'case', ref: { caseKey: `doudian:4400123:${id}` } });
    expect(saying?.facts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ fact: 'platform-status', status: '11' }),
        expect.objectContaining({ fact: 'tracking', numbers: [{ number: parcel.trackingNumber, carrier: 'sf' }] }),
        expect.objectContaining({ fact: 'decided', decision: 'approved' }),
      ]),
    );
  });

  it('holds the words and the name of a buyer, none of which becomes a fact', async () => {
    const said = await observed(openCase());

    const facts = said.kind === 'sayings' ? JSON.stringify(said.sayings.map(({ facts }) => facts)) : '';
    expect(facts).toContain(dress.sku);
    expect(facts).not.toMatch(/138\d{8}|李小买|evidence-1/);
  });

  it('tells the real client how old the state is that it shows', async () => {
    const caseId = openCase();
    const answer = await client.readCase({ ...questionOf(), caseId });

    const asOf = answer.kind === 'found' ? answer.asOf : undefined;
    expect(asOf && millisOf(asOf)).toBe(world.shop.truth(caseId).updatedAtMs);
  });

  it('is busy for the real client while it is down, and misses what it does not have', async () => {
    expect(await client.readCase({ ...questionOf(), caseId: '1' })).toEqual({ kind: 'missing' });
    world.shop.downFor(1000);
    expect(await client.readCase({ ...questionOf(), caseId: '1' })).toMatchObject({ kind: 'busy' });
  });

  it('refuses the real client’s call with a token that it does not know', async () => {
    const { credentials, ...question } = questionOf();
    const asked = { ...question, credentials: { ...credentials, accessToken: 'another' }, caseId: openCase() };

    await expect(client.readCase(asked)).rejects.toThrow('4400123');
    expect(world.shop.counts.api.refused).toBe(1);
  });

  it('lists what changed page by page to the real client', async () => {
    world.shop.setChaos({ drop: 1 });
    const ids = Array.from({ length: 101 }, () => world.shop.open({ shop: '4400123', lines: [dress] }));
    const window = { from: instantOf(world.clock.now() - 60_000), to: instantOf(world.clock.now() + 60_000) };
    const listed: { readonly caseId: string; readonly at: Instant }[] = [];
    let page: string | undefined;
    do {
      const answer = await client.listChanges({ ...questionOf(), ...window, ...(page !== undefined && { page }) });
      listed.push(...(answer.kind === 'page' ? answer.changes : []));
      page = answer.kind === 'page' ? answer.next : undefined;
    } while (page !== undefined);

    expect(new Set(listed.map(({ caseId }) => caseId))).toEqual(new Set(ids));
  });
});
