import { readSigningKey, type SigningKey } from '../signing-key.ts';
import type { SigningSecrets, Verification, WebhookRequest } from '../source.ts';
import { decodeBase64 } from '../strict-base64.ts';
import { type SignedHeaders, signedHeadersOf } from './signed-headers.ts';

const toleranceSeconds = 300;
const mostSignatures = 16;
/** Visible ASCII without a comma, which is how a gateway joins a header that came twice. */
const idForm = /^[\x21-\x2b\x2d-\x7e]{1,256}$/;
const timestampForm = /^\d{1,12}$/;
const signatureForm = /^[^,\s]+,[^,\s]+$/;

interface Signature {
  readonly version: string;
  readonly bytes: Uint8Array;
}

/** Standard Webhooks 1.0.0 over the raw bytes: `v1` (HMAC-SHA256) and `v1a` (ed25519), the time within five minutes of ours. */
export function verifyStandard({ headers, rawBody }: WebhookRequest, secrets: SigningSecrets, now: Date): Verification {
  const { id, timestamp, signature } = signedHeadersOf(headers);
  if (!id || !timestamp || !signature) {
    return refuse('a webhook-id, webhook-timestamp or webhook-signature header is missing');
  }
  const signatures = readSignatures(signature);
  if (!idForm.test(id) || !timestampForm.test(timestamp) || !signatures) {
    return refuse('a webhook-* header is malformed');
  }
  if (Math.abs(Math.floor(now.getTime() / 1000) - Number(timestamp)) > toleranceSeconds) {
    return refuse('the timestamp is more than five minutes off');
  }
  return matchSignatures(signedBytes({ id, timestamp }, rawBody), signatures, keysOf(secrets));
}

function refuse(reason: string): Verification {
  return { ok: false, reason };
}

function signedBytes({ id, timestamp }: Omit<SignedHeaders, 'signature'>, rawBody: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`${id}.${timestamp}.`), rawBody]);
}

/** Only what is base64 in its one right form can be a signature; undefined when the list itself is malformed. */
function readSignatures(header: string): Signature[] | undefined {
  const items = header.split(' ');
  if (items.length > mostSignatures || !items.every((item) => signatureForm.test(item))) {
    return undefined;
  }
  return items.flatMap((item) => {
    const [version = '', text = ''] = item.split(',');
    const bytes = decodeBase64(text);
    return bytes ? [{ version, bytes }] : [];
  });
}

/** The door hands in the same object with every webhook, until it has read the secrets anew. */
const knownKeys = new WeakMap<SigningSecrets, readonly SigningKey[]>();

function keysOf(secrets: SigningSecrets): readonly SigningKey[] {
  const keys = knownKeys.get(secrets) ?? readKeys(secrets);
  knownKeys.set(secrets, keys);
  return keys;
}

function readKeys({ current, previous }: SigningSecrets): SigningKey[] {
  return [current, previous].flatMap((text) => (text ? (readSigningKey(text) ?? []) : []));
}

function matchSignatures(
  signed: Uint8Array,
  signatures: readonly Signature[],
  keys: readonly SigningKey[],
): Verification {
  if (keys.length === 0) {
    return refuse('the configured secret is neither whsec_, whpk_ nor base64 of 24 to 64 bytes');
  }
  const isGenuine = keys.some((key) => {
    const isMatch = key.checkerFor(signed);
    return signatures.filter((each) => each.version === key.version).some((each) => isMatch(each.bytes));
  });
  return isGenuine ? { ok: true } : refuse('no signature matches');
}
