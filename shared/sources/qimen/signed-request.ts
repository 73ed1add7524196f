import type { WebhookRequest } from '../source.ts';
import { decodeParams, decodeValue } from './decode-params.ts';
import type { SignedParam } from './sign.ts';

/** What of a request is signed. */
export interface SignedRequest {
  readonly params: readonly SignedParam[];
  /** Empty where it is a form: then its fields are among the parameters. */
  readonly body: Uint8Array;
}

const noBody = new Uint8Array();
const mostFormBytes = 256 * 1024;
const mostListed = 16;

/**
 * The query, the headers that `top-sign-list` names, and the body or the form's fields.
 * @returns undefined when a part is malformed, or a name is there twice (in any case: a gateway joins them).
 */
export function signedRequestOf({ headers, rawQuery, rawBody }: WebhookRequest): SignedRequest | undefined {
  const isForm = /^\s*application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');
  const fields = isForm ? decodeForm(rawBody) : [];
  const query = decodeParams(rawQuery);
  const listed = listedHeaders(headers);
  if (!query || !listed || !fields) {
    return undefined;
  }
  const params = [...query, ...listed, ...fields];
  const names = new Set(params.map(({ name }) => name.toLowerCase()));
  return names.size === params.length && !params.some(couldHoldBody)
    ? { params, body: isForm ? noBody : rawBody }
    : undefined;
}

function decodeForm(body: Uint8Array): SignedParam[] | undefined {
  return body.length > mostFormBytes ? undefined : decodeParams(Buffer.from(body).toString('latin1'));
}

/** A header that is listed and absent is signed as empty, as Qimen's own check does. */
function listedHeaders(headers: WebhookRequest['headers']): SignedParam[] | undefined {
  const list = headers['top-sign-list'];
  const names = list ? list.split(',') : [];
  if (names.length > mostListed) {
    return undefined;
  }
  const params = names.map((name): SignedParam | undefined => {
    const value = decodeValue(headers[name.trim().toLowerCase()] ?? '');
    return value && { name, value };
  });
  return params.every((each) => each !== undefined) ? params : undefined;
}

/**
 * Signed bytes do not say where the parameters end: the start of a body, or what may stand before it (a byte order mark, blanks, the ends of
 * lines), could be passed off as the end of a value. No value has any of these.
 */
function couldHoldBody({ value }: SignedParam): boolean {
  const isBlankAtEnd = value.at(-1) === 0x20;
  return isBlankAtEnd || value.some((byte) => byte < 0x20 || byte === 0x3c || byte === 0x7f) || hasMark(value);
}

const byteOrderMark = Buffer.from('\ufeff');

function hasMark(value: Uint8Array): boolean {
  return Buffer.from(value).includes(byteOrderMark);
}
