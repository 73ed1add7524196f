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

/** Where the last deployment went, whether or not anything is there still. */
export function knownEndpoint(path = file): string | undefined {
  try {
    return readOutputs(path).endpoint;
  } catch {
    return undefined;
  }
}

/** What every client of the emulator needs. */
export function localClient({ endpoint, region }: Pick<LocalOutputs, 'endpoint' | 'region'>) {
  // On a busy machine connections break; nobody is served by giving up soon.
  return { endpoint, region, credentials: { accessKeyId: 'local', secretAccessKey: 'local' }, maxAttempts: 30 };
}

/** How the names of all queues of the stack begin. */
export function queuePrefix({ inboxUrl }: Pick<LocalOutputs, 'inboxUrl'>): string {
  return (inboxUrl.split('/').at(-1) ?? '').replace(/inbox$/, '');
}
