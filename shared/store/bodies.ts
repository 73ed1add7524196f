import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

/** DynamoDB takes 400 KB an item; the rest is left for headers and keys. Bytes. */
export const maxChunkBytes = 350 * 1024;

/** A compressed body: in the item itself where it fits, else in `chunks` items of their own. `digest` is of the raw body. */
export interface PackedBody {
  readonly digest: string;
  readonly chunks: readonly Uint8Array[];
}

export function packBody(body: Uint8Array): PackedBody {
  const packed = gzipSync(body);
  const chunks = [];
  for (let start = 0; start < packed.length; start += maxChunkBytes) {
    chunks.push(packed.subarray(start, start + maxChunkBytes));
  }
  return { digest: createHash('sha256').update(body).digest('hex').slice(0, 32), chunks };
}

/** @throws when the chunks are not what {@link packBody} made. */
export function unpackBody(chunks: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(gunzipSync(Buffer.concat(chunks)));
}
