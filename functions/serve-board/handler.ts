import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { boardSettings } from '#shared/board/board-settings.ts';
import { openPage } from '#shared/board/open-page.ts';
import { serveBoard } from '#shared/board/serve-board.ts';
import { merchant } from '#shared/merchant/bundled.ts';
import { identityEndpoint, readEnv } from '#shared/runtime/env.ts';
import { httpHandler } from '#shared/runtime/http.ts';

const {
  boardIssuer: issuer,
  boardClientId: clientId,
  boardOrigins,
} = readEnv(['boardIssuer', 'boardClientId', 'boardOrigins']);
const board = {
  // Beside this file in its bundle: infra puts the page there.
  page: openPage(join(import.meta.dirname, 'page')),
  settings: boardSettings(merchant, { issuer, clientId, endpoint: identityEndpoint() }),
  origins: [...boardOrigins.split(' '), identityEndpoint() ?? ''].filter(Boolean),
  nonce: () => randomBytes(16).toString('base64'),
};

/** The board: one page and what it loads, for anybody. What it shows, it asks the API for, with the token of whoever signed in. */
export const handler = httpHandler(
  async (request) => {
    const { reply, file } = serveBoard(board, request);
    return { reply, line: { file } };
  },
  { what: 'serve-board', onThrow: { status: 500, headers: { 'content-type': 'text/plain' }, body: 'failed' } },
);
