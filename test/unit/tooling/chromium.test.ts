import { describe, expect, it } from 'vitest';
import { type BrowsingMachine, findChromium, nothingToBrowseWith } from '../../../tools/board/chromium.ts';

const bare: BrowsingMachine = {
  env: { PATH: '/usr/bin:/opt/bin' },
  platform: 'linux',
  arch: 'x64',
  isRoot: false,
  exists: () => false,
  run: async () => ({ code: 0, stdout: 'Chromium 153', stderr: '' }),
  unpack: async () => '/unpacked/chromium',
};
const having = (...paths: string[]) => ({ exists: (path: string) => paths.includes(path) });

describe('findChromium', () => {
  it('takes what CHROMIUM_PATH names before all else', async () => {
    const machine = { ...bare, ...having('/mine', '/usr/bin/chromium'), env: { ...bare.env, CHROMIUM_PATH: '/mine' } };

    expect(await findChromium(machine)).toEqual({ path: '/mine', args: [], isPackaged: false });
  });

  it('says so where CHROMIUM_PATH names nothing', async () => {
    const machine = { ...bare, env: { CHROMIUM_PATH: '/mine' } };

    await expect(findChromium(machine)).rejects.toThrow('CHROMIUM_PATH is /mine, where nothing is');
  });

  it('takes one that is installed', async () => {
    expect(await findChromium({ ...bare, ...having('/opt/bin/google-chrome') })).toMatchObject({
      path: '/opt/bin/google-chrome',
    });
  });

  it('passes over one that only tells how to install it', async () => {
    const run: BrowsingMachine['run'] = async (path) => ({
      code: path.endsWith('chromium-browser') ? 1 : 0,
      stdout: '',
      stderr: '',
    });
    const machine = { ...bare, ...having('/usr/bin/chromium-browser', '/usr/bin/google-chrome'), run };

    expect(await findChromium(machine)).toMatchObject({ path: '/usr/bin/google-chrome' });
  });

  it('finds the one of a Mac where its system puts it', async () => {
    const path = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

    expect(await findChromium({ ...bare, ...having(path), platform: 'darwin', arch: 'arm64' })).toMatchObject({ path });
  });

  it('has a sandbox, but where root or the package starts it', async () => {
    const asRoot = { ...bare, ...having('/usr/bin/chromium'), isRoot: true };

    expect((await findChromium(asRoot)).args).toEqual(['--no-sandbox']);
    expect(await findChromium(bare)).toEqual({
      path: '/unpacked/chromium',
      args: ['--no-sandbox', '--no-zygote'],
      isPackaged: true,
    });
  });

  it.each([
    ['linux', 'arm64'],
    ['darwin', 'x64'],
  ])('says what to install where nothing is, on %s with %s', async (platform, arch) => {
    await expect(findChromium({ ...bare, platform, arch })).rejects.toThrow(nothingToBrowseWith);
  });
});
