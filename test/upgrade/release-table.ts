import { readFileSync } from 'node:fs';
import { zstdDecompressSync } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { WireItem } from './item-client.ts';

/** Some hours after the table was left, so that its raw deliveries are still kept. */
export const releaseNow = '2026-12-01T00:00:00.000Z' as Instant;

/** A file of what release 91b539e left behind. */
export function releaseFile(name: string): Buffer {
  return readFileSync(new URL(`../fixtures/release-91b539e/${name}`, import.meta.url));
}

/** The lines of a compressed file, each of them JSON. */
export function readReleaseLines(name: string, revive?: (key: string, value: unknown) => unknown): unknown[] {
  const lines = zstdDecompressSync(releaseFile(name)).toString().trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line, revive));
}

/** Every item of the table, as DynamoDB gives it; in the file its bytes are in base64. */
export function readReleaseTable(): WireItem[] {
  return readReleaseLines('table.jsonl.zst', reviveBytes) as WireItem[];
}

/** Attributes have names of more than one letter, but for `B`, which says that bytes follow. */
function reviveBytes(key: string, value: unknown): unknown {
  return key === 'B' && typeof value === 'string' ? Buffer.from(value, 'base64') : value;
}

export type PlainItem = { readonly pk: string; readonly sk: string } & Readonly<Record<string, unknown>>;

export function plainOf(item: WireItem): PlainItem {
  return unmarshall(item as Record<string, AttributeValue>) as PlainItem;
}
