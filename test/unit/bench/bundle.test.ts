import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bars } from '../../bench/bars.ts';
import { type Bundle, bundleEntry, functionFolders } from '../../bench/bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'backhaul-bundle-'));
let door: Bundle;

beforeAll(async () => {
  door = await bundleEntry('functions/receive-webhook/handler.ts', folder);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('the bundle of receive-webhook', () => {
  it('stays within its budget of bytes', () => {
    expect(door.bytes).toBeGreaterThan(0);
    expect(door.bytes).toBeLessThanOrEqual(bars.bytes);
  });

  it('holds what every webhook needs, and no schema library, table, bus or API router', () => {
    const inputs = Object.keys(door.inputs);
    expect(inputs).toContain('shared/door/accept-webhook.ts');
    expect(
      inputs.filter((path) =>
        /node_modules\/zod\/|client-dynamodb|client-eventbridge|client-s3|client-sfn|event-handler/.test(path),
      ),
    ).toEqual([]);
  });

  it('holds no source that understands deliveries: that is for the recorder', () => {
    expect(Object.keys(door.inputs).filter((path) => /shared\/(recording|store|policy)\/|observe/.test(path))).toEqual(
      [],
    );
  });
});

describe('the bundle of every function', () => {
  it.each(functionFolders())('%s holds no provider of credentials but that of the environment', async (name) => {
    const { inputs } = await bundleEntry(`functions/${name}/handler.ts`, folder);
    const paths = Object.keys(inputs).join('\n');
    const providers = paths.matchAll(
      /node_modules\/(@aws-sdk\/(?:credential-provider-|token-providers|nested-clients)[^/]*)/g,
    );
    // The board calls nobody.
    const wanted = name === 'serve-board' ? [] : ['@aws-sdk/credential-provider-env'];
    expect([...new Set([...providers].map(([, found]) => found))]).toEqual(wanted);
  });
});
