import type { Reply } from '#shared/sources/source.ts';

const json = { 'content-type': 'application/json' };

/** Unknown source, unknown channel, wrong signature: one answer, so that a stranger cannot tell which names exist. */
export const unauthorized: Reply = { status: 401, headers: json, body: '{"error":"unauthorized"}' };

/** A webhook is posted; what is signed and sent in another way is none. */
export const wrongMethod: Reply = {
  status: 405,
  headers: { ...json, allow: 'POST' },
  body: '{"error":"method not allowed"}',
};

export const tooLarge: Reply = { status: 413, headers: json, body: '{"error":"body too large"}' };

/** The signature covers the bytes as sent, so nothing is unpacked at the door. */
export const encodedBody: Reply = {
  status: 415,
  headers: { ...json, 'accept-encoding': 'identity' },
  body: '{"error":"content-encoding not supported"}',
};

/** Makes every sender try again. */
export const unavailable: Reply = {
  status: 503,
  headers: { ...json, 'retry-after': '30' },
  body: '{"error":"try again"}',
};
