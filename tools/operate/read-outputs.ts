import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAnswering } from '../run/is-answering.ts';
import type { LocalOutputs } from './outputs.ts';

const local = join(import.meta.dirname, '../../.local');

/** What of `.local` belongs to one merchant: all of it to the demo's, else a folder of its own. */
export function localFolderOf(merchant: string, folder = local): string {
  return merchant === 'demo' ? folder : join(folder, merchant);
}

/** @throws Error that says what to do where nothing is deployed locally. */
export function readOutputs(merchant = 'demo', folder = local): LocalOutputs {
  try {
    const text = readFileSync(join(localFolderOf(merchant, folder), 'outputs.json'), 'utf8');
    return { merchant, ...JSON.parse(text) };
  } catch (cause) {
    const what =
      merchant === 'demo'
        ? 'Nothing is deployed here: there is no whole .local/outputs.json. Run npm start first.'
        : `${merchant} is not deployed here: there is no whole .local/${merchant}/outputs.json. Run npm run deploy:local -- ${merchant} first.`;
    throw new Error(what, { cause });
  }
}

/** What is deployed and up. @throws Error that says what to do where nothing is. */
export async function findDeployed(merchant = 'demo', folder = local): Promise<LocalOutputs> {
  const outputs = readOutputs(merchant, folder);
  if (!(await isAnswering(outputs.endpoint))) {
    throw new Error(
      `Nothing answers at ${outputs.endpoint}, where ${merchant} was deployed last. Run npm start again` +
        `${merchant === 'demo' ? '' : `, then npm run deploy:local -- ${merchant}`}.`,
    );
  }
  return outputs;
}

/** Where the last deployment went, whether or not anything is there still. */
export function knownEndpoint(folder = local): string | undefined {
  try {
    return readOutputs('demo', folder).endpoint;
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
