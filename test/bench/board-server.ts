import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { contracts } from '#shared/api/contract/all-contracts.ts';
import { operationNames } from '#shared/api/operations.ts';
import { openPage } from '#shared/board/open-page.ts';
import { serveBoard } from '#shared/board/serve-board.ts';
import type { Entry } from '#shared/returns/attention/entry.ts';
import { buildBoardPage } from '../../infra/board-page.ts';

export interface BoardServer {
  /** With a token in it that this API takes. */
  readonly urlOf: (path: string) => string;
  /** Of all entries as they cross the wire, and compressed by gzip. */
  readonly bytes: { readonly plain: number; readonly gzip: number };
  readonly close: () => void;
}

/** The board as it is deployed, beside an API that has these entries in its memory and nothing else. */
export async function startBoard(entries: readonly Entry[]): Promise<BoardServer> {
  const board = {
    page: openPage(await buildBoardPage()),
    settings: { issuer: 'http://localhost/none', clientId: 'none', locale: 'zh-CN', isDemo: true },
    origins: [],
    nonce: () => randomBytes(16).toString('base64'),
  } as const;
  const whole = Buffer.from(JSON.stringify({ whole: true, entries, counts: [], silent: [], cursor: 'now' }));
  const nothing = JSON.stringify({ whole: false, entries: [], counts: [], silent: [], cursor: 'now' });
  const me = { ...contracts.showMe.example.reply, operations: operationNames, roles: ['admin'], allShops: true };
  const answers: Readonly<Record<string, string | Buffer>> = {
    '/me': JSON.stringify(me),
    '/cases': whole,
    // What is not in the list is nowhere.
    '/search': JSON.stringify({ terms: [], more: 0 }),
  };

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname.startsWith('/board')) {
      const headers = { 'accept-encoding': String(request.headers['accept-encoding'] ?? '') };
      const { reply } = serveBoard(board, { method: request.method ?? 'GET', address: pathname, headers });
      response.writeHead(reply.status, reply.headers).end(reply.body);
      return;
    }
    answer(response, searchParams.has('since') ? nothing : answers[pathname]);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const claims = Buffer.from(JSON.stringify({ exp: Math.floor(Date.now() / 1000) + 3600 })).toString('base64url');
  return {
    urlOf: (path) => `http://localhost:${port}/board${path}?lang=zh-CN#token=e30.${claims}.x`,
    bytes: { plain: whole.length, gzip: gzipSync(whole).length },
    close: () => server.close(),
  };
}

function answer(response: ServerResponse, body: string | Buffer | undefined): void {
  const status = body === undefined ? 404 : 200;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(body ?? '{}');
}
