import { readSigningKey, type SigningKey } from '../signing-key.ts';
import type { SigningSecrets, Verification, WebhookRequest } from '../source.ts';
import { decodeBase64 } from '../strict-base64.ts';
import { standardAbout } from './about.ts';
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

function refuse(reason: string) {
  return { ok: false, reason } as const;
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

interface Keys {
  readonly keys: readonly SigningKey[];
  /** A text is none: it may stand for the key that the sender has. */
  readonly isOneMissing: boolean;
}

/** The door hands in the same object with every webhook, until it has read the secrets anew. */
const knownKeys = new WeakMap<SigningSecrets, Keys>();

function keysOf(secrets: SigningSecrets): Keys {
  const keys = knownKeys.get(secrets) ?? readKeys(secrets);
  knownKeys.set(secrets, keys);
  return keys;
}

function readKeys({ current, previous }: SigningSecrets): Keys {
  const texts = [current, previous].filter((text) => text !== undefined);
  const keys = texts.flatMap((text) => readSigningKey(text) ?? []);
  return { keys, isOneMissing: keys.length < texts.length };
}

function matchSignatures(
  signed: Uint8Array,
  signatures: readonly Signature[],
  { keys, isOneMissing }: Keys,
): Verification {
  const isGenuine = keys.some((key) => {
    const isMatch = key.checkerFor(signed);
    return signatures.filter((each) => each.version === key.version).some((each) => isMatch(each.bytes));
  });
  if (!isGenuine && isOneMissing) {
    return { ...refuse('a stored secret is no key'), wantedSecret: standardAbout.secrets.signing };
  }
  return isGenuine ? { ok: true } : refuse('no signature matches');
}
