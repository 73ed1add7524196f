import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { Fault } from '#shared/fault/fault.ts';
import { describeFault } from '#shared/runtime/describe-fault.ts';
import { bundleEntry } from '../../bench/bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'backhaul-fault-'));

afterEach(() => vi.unstubAllEnvs());

afterAll(() => rmSync(folder, { recursive: true }));

describe('describeFault', () => {
  it('tells the name, the code, the cause and the place of an error, and not its message', () => {
    const cause = Object.assign(new Error('13800000000'), { name: 'TimeoutError' });
    const line = describeFault(
      Object.assign(new TypeError('王小明\n    at 王小明', { cause }), {
        code: 'E_ONE',
        $metadata: { httpStatusCode: 503, requestId: 'r' },
      }),
    );
    expect(line).toMatchObject({
      fault: 'TypeError',
      faultCode: 'E_ONE',
      faultCause: 'TimeoutError',
      faultStatus: 503,
      faultRequestId: 'r',
    });
    expect(line.faultAt).toMatch(/fault\.test\.ts:\d+/);
    expect(JSON.stringify(line)).not.toMatch(/王小明|13800000000/);
  });

  it('tells what to do of a fault of our own, and of no other', () => {
    const own = new Fault('call-refused', 'shop a answered 403', { advice: 'check the access token of doudian/app' });
    expect(describeFault(own)).toMatchObject({
      fault: 'Fault',
      faultCode: 'call-refused',
      advice: 'check the access token of doudian/app',
    });
    expect(describeFault(new Error('given to others', { cause: own })).faultCause).toBe('call-refused');
    expect(describeFault(Object.assign(new Error('x'), { advice: '王小明' })).advice).toBeUndefined();
  });

  it('takes no line of the message for a frame', () => {
    const line = describeFault(new Error('no such case\n    at 王小明 (/13800000000.js:1:1)\n    at 王小明:1:1'));
    expect(line.faultAt).toMatch(/^at .*fault\.test\.ts:\d+/);
    expect(line.faultAt).not.toMatch(/王小明|13800000000/);
  });

  it('tells the place in a bundle as one in the sources', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined).stubEnv('AWS_REGION', 'us-east-1');
    vi.stubEnv('INBOX_URL', 'http://127.0.0.1:9/1/inbox');
    const { file } = await bundleEntry('test/bench/floor.ts', folder);
    const { handler } = createRequire(import.meta.url)(file);
    const { faultAt } = describeFault(await handler({ body: '', message: '' }).catch((error: unknown) => error));
    expect(String(faultAt).split(' < ')[0]).toMatch(
      /node_modules\/@aws-sdk\/credential-provider-env\/dist-es\/fromEnv\.js:\d+:\d+\)?$/,
    );
    expect(faultAt).not.toContain('index.js:1:');
  });

  it('tells the place in a bundle itself where its map is gone', async () => {
    const file = join(folder, 'without-map.js');
    writeFileSync(file, 'exports.fail = async () => { throw new Error("down"); };');
    const { fail } = createRequire(import.meta.url)(file);
    const { faultAt } = describeFault(await fail().catch((error: unknown) => error));
    expect(faultAt).toMatch(/without-map\.js:1:\d+/);
  });

  it('tells the type of what is no error', () => {
    expect(describeFault('13800000000')).toEqual({ fault: 'string' });
  });
});
