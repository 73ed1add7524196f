import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAnswering } from '../run/is-answering.ts';
import type { LocalOutputs } from './outputs.ts';

const file = join(import.meta.dirname, '../../.local/outputs.json');

/** @throws Error that says what to do where nothing is deployed locally. */
export function readOutputs(path = file): LocalOutputs {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Error('Nothing is deployed here: there is no whole .local/outputs.json. Run npm start first.', { cause });
  }
}

/** What is deployed and up. @throws Error that says what to do where nothing is. */
export async function findDeployed(path = file): Promise<LocalOutputs> {
  const outputs = readOutputs(path);
  if (!(await isAnswering(outputs.endpoint))) {
    throw new Error(`Nothing answers at ${outputs.endpoint}, where npm start deployed last. Run npm start again.`);
  }
  return outputs;
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
