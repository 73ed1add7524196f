import { ensureEmulator } from '../../tools/emulator/emulator.ts';

const account = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', AWS_REGION: 'us-east-1' };

/** Gives the integration tests an emulator: they find it at `AWS_ENDPOINT_URL`, with keys that open nothing else. */
export async function setup(): Promise<() => Promise<void>> {
  const emulator = await ensureEmulator({ log: (line) => console.error(line) });
  Object.assign(process.env, { ...account, AWS_ENDPOINT_URL: emulator.endpoint });
  return emulator.stop;
}
