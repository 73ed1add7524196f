import { describe, expect, it, vi } from 'vitest';
import type { ApiRequest } from '#shared/api/serve.ts';
import { serveRequest } from '#shared/api/serve-request.ts';
import { testMerchant, testPolicy } from '../../memory/test-merchant.ts';
import { surroundingsOf } from './surroundings.ts';
import { caseKey, record, shanghai, wholeReturn } from './whole-return.ts';

const team = { id: 'b-team', oidcGroup: 'b-team', shops: ['test:b'], grades: [], targets: {} };
const teams = [
  team,
  { ...team, id: 'a-team', oidcGroup: 'a-team', shops: ['test:a'] },
  { ...team, id: 'namesake-team', oidcGroup: 'namesake-team', shops: ['standard:a'] },
];
const merchant = { ...testMerchant, teams };
const now = () => shanghai('09:00', 14);
const asked: ApiRequest = {
  route: 'GET /cases/{key}',
  path: { key: caseKey },
  query: {},
  claims: { 'cognito:groups': '[agent]' },
};

const stored = [
  { sk: 'REVISION#1', revision: 'r-1', effectiveAt: '2026-01-01T00:00:00.000Z', policy: { caps: 'many' } },
  { sk: 'REVISION#2', revision: 'r-2', effectiveAt: '2026-01-02T00:00:00.000Z', policy: { defaultWarehouse: 'west' } },
  { sk: 'REVISION#3', revision: 'r-3', effectiveAt: '2027-01-01T00:00:00.000Z', policy: { defaultWarehouse: 'gone' } },
];

async function serve(changes: Partial<ApiRequest> = {}) {
  const simulation = await record(...wholeReturn);
  const readSnapshot = vi.fn(simulation.table.cases.readSnapshot);
  const around = surroundingsOf(simulation, { merchant, now, policies: stored });
  const api = { ...around, cases: { ...around.cases, readSnapshot } };
  const { reply, caseKey: shown } = await serveRequest(api, { ...asked, ...changes });
  return { status: reply.status, headers: reply.headers, body: JSON.parse(reply.body), shown, readSnapshot };
}

describe('serveRequest', () => {
  it('shows a case', async () => {
    expect(await serve()).toMatchObject({ status: 200, body: { key: caseKey, headline: 'closed' }, shown: caseKey });
  });

  it('says of which kinds no clock runs, since no channel tells what they need', async () => {
    const text = { 'zh-CN': '未计时：没有渠道告知拦截结果', en: 'not measured: no channel tells of interceptions' };

    expect((await serve()).body.notMeasured).toContainEqual({ kind: 'stop-shipment', text });
  });

  it('shows a timeline in the language of the merchant, or the one asked for', async () => {
    const route = 'GET /cases/{key}/timeline';
    expect((await serve({ route })).body).toMatchObject({
      caseKey,
      entries: expect.arrayContaining([expect.objectContaining({ text: 'Approved the request' })]),
    });
    expect((await serve({ route, query: { lang: 'zh-CN' } })).body).toMatchObject({
      entries: expect.arrayContaining([expect.objectContaining({ text: '同意申请' })]),
    });
  });

  it.each([
    ['as it is', caseKey],
    ['URL-encoded', encodeURIComponent(caseKey)],
  ])('takes a key %s', async (_, key) => {
    expect((await serve({ path: { key } })).status).toBe(200);
  });

  it('lets the answer stay in no cache', async () => {
    expect((await serve()).headers['cache-control']).toBe('no-store');
  });

  it.each<[string, Partial<ApiRequest>, number]>([
    ['no token', { claims: undefined }, 401],
    ['a token without a group', { claims: { sub: 'x' } }, 403],
    ['a group that may see nothing', { claims: { groups: ['guests'] } }, 403],
    ['a key without parts', { path: { key: 'RMA-1' } }, 400],
    ['a key without a case', { path: { key: 'test:a:' } }, 400],
    ['a key with a control character', { path: { key: 'test:a:\u0000' } }, 400],
    ['a key that is no text in UTF-8', { path: { key: 'test:a:%ZZ\u0007' } }, 400],
    ['a key beyond all bounds', { path: { key: `test:a:${'9'.repeat(700)}` } }, 400],
    ['no key', { path: {} }, 400],
    ['a language that nobody speaks here', { route: 'GET /cases/{key}/timeline', query: { lang: 'de' } }, 400],
    ['an unknown case', { path: { key: 'test:a:RMA-2' } }, 404],
    ["a case of a shop that is not the team's", { claims: { groups: ['agent', 'b-team'] } }, 404],
    [
      'C6: a case of a shop that has the name of the team’s at another source',
      { claims: { groups: ['namesake-team'] } },
      404,
    ],
    ['an unknown route', { route: 'GET /__proto__' }, 404],
    ['policy without a token', { route: 'GET /policy', claims: undefined }, 401],
    ['policy to whoever is no admin', { route: 'GET /policy', claims: { groups: ['merchant-approver'] } }, 403],
    ['deliveries without a token', { route: 'GET /deliveries', claims: undefined }, 401],
    ['deliveries to whoever is no admin', { route: 'GET /deliveries', claims: { groups: ['agent'] } }, 403],
  ])('answers %s with a problem in both languages', async (_, changes, status) => {
    const answer = await serve(changes);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({
      status,
      detail: expect.any(String),
      'detail-zh-CN': expect.stringMatching(/\p{Script=Han}/u),
    });
  });

  it('shows an admin the policy in force, what comes later, and what is wrong with what is stored', async () => {
    const { status, body } = await serve({ route: 'GET /policy', path: {}, claims: { groups: ['admin'] } });

    expect(status).toBe(200);
    expect(body).toEqual({
      inForce: { ...testPolicy, revision: 'r-2', defaultWarehouse: 'west' },
      warnings: [],
      revisions: [
        {
          revision: 'r-1',
          state: 'not-valid',
          fault: { code: 'policy-not-valid', advice: expect.stringMatching(/^mend caps: must be an object.* remove/) },
        },
        { revision: 'r-2', effectiveAt: '2026-01-02T00:00:00.000Z', state: 'in-force' },
        {
          revision: 'r-3',
          effectiveAt: '2027-01-01T00:00:00.000Z',
          state: 'later',
          fault: { code: 'warehouse-gone', advice: expect.stringContaining('one of: east, west, erp, strict') },
        },
      ],
    });
  });

  it('shows a team the cases of its own shop', async () => {
    expect((await serve({ claims: { groups: ['a-team'] } })).status).toBe(200);
  });

  it('cannot be used to find out whether the case of another shop exists', async () => {
    const claims = { groups: ['b-team'] };
    const hidden = await serve({ claims });
    const unknown = await serve({ claims, path: { key: 'test:a:RMA-2' } });
    expect(hidden.body).toEqual(unknown.body);
    expect(hidden.headers).toEqual(unknown.headers);
    expect(hidden.shown).toBeUndefined();
    expect(hidden.readSnapshot).not.toHaveBeenCalled();
  });

  it('cannot be led to the case of another shop by a key that is encoded twice', async () => {
    const key = encodeURIComponent(encodeURIComponent(caseKey));
    expect((await serve({ claims: { groups: ['b-team'] }, path: { key } })).status).not.toBe(200);
    expect((await serve({ claims: { groups: ['b-team'] }, path: { key: `test:b:x/../..%2F${caseKey}` } })).status).toBe(
      404,
    );
  });
});
