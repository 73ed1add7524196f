import type { HttpReply, HttpRequest } from '#shared/runtime/http.ts';
import type { BoardSettings } from './board-settings.ts';
import type { Page, PageFile } from './open-page.ts';

export interface Board {
  readonly page: Page;
  readonly settings: BoardSettings;
  /** Where the page talks to beside its own: the identity provider. */
  readonly origins: readonly string[];
  /** Another one each time, in Base64. */
  readonly nonce: () => string;
}

/** What the document has in their place. */
export const noncePlace = '__NONCE__';
export const settingsPlace = '"__SETTINGS__"';

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'strict-transport-security': 'max-age=31536000',
};

/** Files by their hashed name, which are kept for ever; for every other address the document: the page knows its own addresses. */
export function serveBoard(
  board: Board,
  { method, address, headers }: Pick<HttpRequest, 'method' | 'address' | 'headers'>,
): { readonly reply: HttpReply; readonly file: string } {
  if (method !== 'GET' && method !== 'HEAD') {
    return { reply: refused(405, { allow: 'GET, HEAD' }), file: '' };
  }
  const [, file] = /\/assets\/([^/]*)$/.exec(address) ?? [];
  if (file === undefined) {
    return { reply: documentOf(board), file: 'index.html' };
  }
  const found = board.page.files.get(file);
  return found
    ? { reply: fileReply(found, headers['accept-encoding'] ?? ''), file }
    : { reply: refused(404), file: 'none' };
}

/** One of what a browser takes; with a weight of 0 it refuses it. */
const takesBrotli = /^\s*br\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/;

function refused(status: number, headers: Record<string, string> = {}): HttpReply {
  return { status, headers: { ...always, 'cache-control': 'no-store', ...headers } };
}

function fileReply({ type, bytes, brotli }: PageFile, accepted: string): HttpReply {
  const isBrotli = brotli !== undefined && accepted.split(',').some((each) => takesBrotli.test(each));
  return {
    status: 200,
    headers: {
      ...always,
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      ...(isBrotli && { 'content-encoding': 'br' }),
    },
    body: isBrotli ? brotli : bytes,
  };
}

function documentOf({ page, settings, origins, nonce: next }: Board): HttpReply {
  const nonce = next();
  return {
    status: 200,
    headers: {
      ...always,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policyOf(nonce, origins),
    },
    body: page.document
      .replaceAll(noncePlace, nonce)
      .replace(settingsPlace, () => JSON.stringify(settings).replaceAll('<', '\\u003c')),
  };
}

function policyOf(nonce: string, origins: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    ["connect-src 'self'", ...origins].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
