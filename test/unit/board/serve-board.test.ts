import { describe, expect, it } from 'vitest';
import { serveBoard } from '#shared/board/serve-board.ts';
import { boardOf } from './page-in-memory.ts';

const get = (address: string, headers: Record<string, string> = {}, board = boardOf()) =>
  serveBoard(board, { method: 'GET', address, headers }).reply;

describe('the document', () => {
  it('says what it may load, to the letter', () => {
    expect(get('/board/today').headers?.['content-security-policy']).toBe(
      [
        "default-src 'none'",
        "script-src 'self' 'nonce-nonce1'",
        "style-src 'self' 'nonce-nonce1'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self' https://login.example.com",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
    );
  });

  it('is kept by nobody, sniffed by nobody, framed by nobody, and tells nobody where a reader came from', () => {
    expect(get('/board/today').headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000',
    });
  });

  it('has another nonce each time, in the policy and wherever the page wants it', () => {
    const board = boardOf();
    const [first, second] = [get('/board/today', {}, board), get('/board/today', {}, board)];

    expect(first.body).not.toContain('__NONCE__');
    expect(String(first.body).match(/nonce="nonce1"/g)).toHaveLength(2);
    expect(second.headers?.['content-security-policy']).toContain("'nonce-nonce2'");
    expect(second.body).toContain('nonce="nonce2"');
    expect(second.body).not.toContain('nonce1');
  });

  it('holds the settings', () => {
    const [, text = ''] = /id="settings"[^>]*>(.*?)<\/script>/.exec(String(get('/board/today').body)) ?? [];

    expect(JSON.parse(text)).toEqual(boardOf().settings);
  });

  /** A setting that ends the script would begin another one. */
  it.each(['</script><script>alert(1)</script>', '<!--<script>', '$&$`$1'])('holds %s in a setting as text', (evil) => {
    const settings = { ...boardOf().settings, clientId: evil };
    const body = String(get('/board/today', {}, boardOf({ settings })).body);
    const [, text = ''] = /id="settings"[^>]*>(.*?)<\/script>/.exec(body) ?? [];

    expect(JSON.parse(text)).toEqual(settings);
    expect(body.match(/<script/g)).toHaveLength(2);
  });

  it.each(['/board', '/board/', '/board/cases/standard%3Amain%3ARMA-1', '/board/signed-in', '/board/none/such'])(
    'is what %s answers: the page knows its own addresses',
    (address) => {
      expect(get(address)).toMatchObject({ status: 200, body: expect.stringContaining('<!doctype html>') });
    },
  );
});

describe('a file of the page', () => {
  it('is kept for ever: another one has another name', () => {
    expect(get('/board/assets/index-a1b2.js')).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        vary: 'accept-encoding',
      },
    });
  });

  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=1.0', 'br'],
    ['gzip, deflate', 'let a'],
    ['brotli', 'let a'],
    ['', 'let a'],
  ])('comes to who accepts "%s" as %s', (accepted, body) => {
    const { headers, body: got = '' } = get('/board/assets/index-a1b2.js', { 'accept-encoding': accepted });

    expect(Buffer.from(got).toString()).toBe(body);
    expect(headers?.['content-encoding']).toBe(body === 'br' ? 'br' : undefined);
  });

  /** Who says `br;q=0` takes anything but that. */
  it('does not come compressed to who refuses that', () => {
    expect(
      get('/board/assets/index-a1b2.js', { 'accept-encoding': 'gzip, br;q=0' }).headers?.['content-encoding'],
    ).toBe(undefined);
  });

  it('comes as it is where it is not smaller compressed', () => {
    const reply = get('/board/assets/icon-c3d4.svg', { 'accept-encoding': 'br' });

    expect(Buffer.from(reply.body ?? '').toString()).toBe('<svg/>');
    expect(reply.headers).not.toHaveProperty('content-encoding');
  });

  it.each([
    '/board/assets/none.js',
    '/board/assets/',
    '/board/assets/index-a1b2.js.br',
    '/board/assets/../index.html',
    '/board/assets/..%2F..%2Fhandler.js',
    '/board/assets/%2e%2e/handler.js',
    '/board/assets/__proto__',
    '/board/assets/constructor',
  ])('is none at %s, and nothing is read for it', (address) => {
    const reply = get(address);

    expect(reply.body ?? '').not.toContain('let a');
    expect(reply.status === 404 || String(reply.body).startsWith('<!doctype html>')).toBe(true);
  });

  it('is answered 404 by a name that it does not have, and that is kept by nobody', () => {
    expect(get('/board/assets/none.js')).toMatchObject({ status: 404, headers: { 'cache-control': 'no-store' } });
  });
});

describe('another method', () => {
  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is answered 405, with those that there are', (method) => {
    const { reply } = serveBoard(boardOf(), { method, address: '/board/today', headers: {} });

    expect(reply).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    expect(reply.body).toBe(undefined);
  });

  it('HEAD is answered as GET is', () => {
    expect(serveBoard(boardOf(), { method: 'HEAD', address: '/board/today', headers: {} }).reply.status).toBe(200);
  });
});
