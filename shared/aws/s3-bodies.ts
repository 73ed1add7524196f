import type { SQSClient } from '@aws-sdk/client-sqs';
import { SignatureV4 } from '@smithy/signature-v4';
import { Fault } from '#shared/fault/fault.ts';

const timeoutMs = 3000;

/** Where bodies wait that are too long for the queue. Keys hold only characters that need no escaping in a URL. */
export interface Bodies {
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Uint8Array>;
}

export interface BucketPlace {
  readonly bucket: string;
  /** Set for an emulator, which is addressed by path. */
  readonly endpoint?: string | undefined;
}

type Fetch = typeof globalThis.fetch;

/**
 * Bodies in S3, by two signed HTTP requests. The S3 client would add 140 KB to a bundle that every webhook waits for.
 * @param identity - Any client: its credentials, region and hash sign.
 */
export function openS3Bodies(identity: SQSClient, place: BucketPlace, fetch: Fetch = globalThis.fetch): Bodies {
  const { credentials, region, sha256 } = identity.config;
  const signer = new SignatureV4({ service: 's3', credentials, region, sha256, uriEscapePath: false });
  const call = async (method: 'GET' | 'PUT', key: string, body?: Uint8Array): Promise<Response> => {
    const url = new URL(key, bucketUrl(place, await region()));
    const { protocol, hostname, host, pathname: path } = url;
    const signed = await signer.sign({
      method,
      protocol,
      hostname,
      path,
      query: {},
      headers: { host },
      ...(body && { body }),
    });
    const { host: _, ...headers } = signed.headers;
    const request = { method, headers, signal: AbortSignal.timeout(timeoutMs), ...(body && { body }) };
    const response = await fetch(url, request as RequestInit);
    if (!response.ok) {
      const advice = 'look whether the bucket of bodies is there, and whether the function may use it';
      throw new Fault('body-not-whole', `S3 answered ${response.status} to ${method} ${key}`, { advice });
    }
    return response;
  };
  return {
    async put(key, bytes) {
      await call('PUT', key, bytes);
    },
    async get(key) {
      const response = await call('GET', key);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

function bucketUrl(place: BucketPlace, region: string): string {
  if (place.endpoint) {
    return `${place.endpoint.replace(/\/$/, '')}/${place.bucket}/`;
  }
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return `https://${place.bucket}.s3.${region}.${domain}/`;
}
