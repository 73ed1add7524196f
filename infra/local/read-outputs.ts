import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalOutputs } from './outputs.ts';

const file = join(import.meta.dirname, '../../.local/outputs.json');

/** @throws Error that says what to do where nothing is deployed locally. */
export function readOutputs(path = file): LocalOutputs {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Error('Nothing is deployed here: there is no .local/outputs.json. Run npm start first.', { cause });
  }
}

/** What every client of the emulator needs. */
export function localClient({ endpoint, region }: Pick<LocalOutputs, 'endpoint' | 'region'>) {
  return { endpoint, region, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
}

/** How the names of all queues of the stack begin. */
export function queuePrefix({ inboxUrl }: Pick<LocalOutputs, 'inboxUrl'>): string {
  return (inboxUrl.split('/').at(-1) ?? '').replace(/inbox$/, '');
}
