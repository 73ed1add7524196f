import { createHmac, createPublicKey, createSecretKey, verify } from 'node:crypto';
import { equalBytes } from './equal-bytes.ts';
import { decodeBase64 } from './strict-base64.ts';

/** One key, and the signature version that it can check. */
export interface SigningKey {
  readonly version: 'v1' | 'v1a';
  /** @param signed - All the bytes that were signed. */
  checkerFor(signed: Uint8Array): (signature: Uint8Array) => boolean;
}

const publicKeyBytes = 32;
const fewestSecretBytes = 24;
const mostSecretBytes = 64;

/**
 * Reads `whpk_` (an ed25519 public key), `whsec_`, or a secret without its prefix (HMAC-SHA256, 24 to 64 bytes); base64 with or without padding.
 * @returns undefined when the text is no such key.
 */
export function readSigningKey(text: string): SigningKey | undefined {
  if (text.startsWith('whpk_')) {
    const bytes = decodeKey(text);
    return bytes && publicKey(bytes);
  }
  const secret = readSigningSecret(text);
  return secret && secretKey(secret);
}

/**
 * The bytes to sign with: of `whsec_`, or of a secret without its prefix (24 to 64 bytes); base64 with or without padding.
 * @returns undefined when the text is no such secret.
 */
export function readSigningSecret(text: string): Buffer | undefined {
  const bytes = text.startsWith('whpk_') ? undefined : decodeKey(text);
  return bytes && bytes.length >= fewestSecretBytes && bytes.length <= mostSecretBytes ? bytes : undefined;
}

function decodeKey(text: string): Buffer | undefined {
  const encoded = text.replace(/^(whsec|whpk)_/, '').replace(/=+$/, '');
  return decodeBase64(encoded.padEnd(Math.ceil(encoded.length / 4) * 4, '='));
}

function secretKey(bytes: Buffer): SigningKey {
  // A key object, since node looks long at bytes before it takes them for a key.
  const secret = createSecretKey(bytes);
  return {
    version: 'v1',
    checkerFor(signed) {
      const expected = createHmac('sha256', secret).update(signed).digest();
      return (signature) => equalBytes(expected, signature);
    },
  };
}

function publicKey(bytes: Buffer): SigningKey | undefined {
  if (bytes.length !== publicKeyBytes) {
    return undefined;
  }
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') };
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  return { version: 'v1a', checkerFor: (signed) => (signature) => verify(null, signed, key, signature) };
}
