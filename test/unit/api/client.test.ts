import { buildSync } from 'esbuild';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openClient } from '#shared/api/client.ts';

const caseKey = 'standard:main:RMA 1/2';

let asked: { readonly url: string; readonly init: RequestInit }[] = [];
let answer: () => Response;
const call = openClient({ url: 'https://api.example.com', token: async () => await Promise.resolve('a-token') });

beforeEach(() => {
  asked = [];
  answer = () => Response.json({ deliveries: [] }, { headers: { etag: '"t1"' } });
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push({ url, init });
    return await Promise.resolve(answer());
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('the client', () => {
  it('asks at the address that the table says, with a token and what was asked', async () => {
    await call('listDeliveries', { query: { source: 'a&b', limit: '10' } });

    expect(asked).toMatchObject([
      {
        url: 'https://api.example.com/deliveries?source=a%26b&limit=10',
        init: { method: 'GET', headers: { authorization: 'Bearer a-token' } },
      },
    ]);
    expect(asked[0]?.init).not.toHaveProperty('body');
  });

  it('encodes a part of a path twice where a gateway would see another path in it', async () => {
    await call('showCase', { path: { key: caseKey } });

    expect(asked[0]?.url).toBe('https://api.example.com/cases/standard%253Amain%253ARMA%25201%252F2');
  });

  it('hands over what was answered, and the tag of it', async () => {
    expect(await call('listDeliveries', {})).toEqual({ ok: true, status: 200, body: { deliveries: [] }, etag: '"t1"' });
  });

  it('knows that the answer at hand still holds', async () => {
    answer = () => new Response(undefined, { status: 304, headers: { etag: '"t1"' } });

    expect(await call('listSources', { known: '"t1"' })).toMatchObject({ ok: true, status: 304, body: undefined });
    expect(asked[0]?.init.headers).toMatchObject({ 'if-none-match': '"t1"' });
  });

  it.each([
    ['as a problem', () => Response.json({ title: 'No such case' }, { status: 404 }), 404, { title: 'No such case' }],
    ['by a gateway, in no words of ours', () => new Response('<html>', { status: 502 }), 502, {}],
  ])('hands over what was refused %s', async (_, refused, status, problem) => {
    answer = refused;

    expect(await call('showCase', { path: { key: caseKey } })).toEqual({ ok: false, status, problem });
  });

  it('does not compile with what its operation does not know', async () => {
    // @ts-expect-error -- a case is named by its key
    await call('showCase', {});
    // @ts-expect-error -- there is no such list
    await call('listDeliveries', { query: { outcome: 'applied' } });
    // @ts-expect-error -- there is no such operation
    await call('showNothing', {}).catch(() => undefined);
  });

  it('is small enough for a page, and brings no schema', () => {
    const entryPoints = [new URL('../../../shared/api/client.ts', import.meta.url).pathname];
    const { outputFiles, metafile } = buildSync({
      entryPoints,
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
      metafile: true,
    });

    expect(outputFiles[0]?.contents.length).toBeLessThan(2048);
    expect(Object.keys(metafile.inputs).filter((file) => /zod|contract|shapes|answers/.test(file))).toEqual([]);
  });
});
