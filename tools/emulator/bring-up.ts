import type { LocalOutputs } from '../operate/outputs.ts';
import { knownEndpoint } from '../operate/read-outputs.ts';
import { deployProgress, type Log } from '../run/progress.ts';
import { deployMerchant, synthesizeMerchant } from './deploy.ts';
import { type Emulator, ensureEmulator } from './emulator.ts';

/** A local AWS with the demo merchant's stacks in it. */
export interface BroughtUp {
  readonly emulator: Emulator;
  readonly outputs: LocalOutputs;
}

/**
 * Starts the emulator and deploys to it; what needs no emulator is made while it starts.
 * @param options - `join`: takes the one that another command has up here.
 */
export async function bringUp(log: Log, { join = false }: { readonly join?: boolean } = {}): Promise<BroughtUp> {
  const onProgress = deployProgress(log);
  const assembly = synthesizeMerchant({ onProgress });
  // Where the emulator cannot be had, that is what is told.
  assembly.catch(() => undefined);
  const emulator = await ensureEmulator({ log: (line) => log(line), ...(join && { upAlready: knownEndpoint() }) });
  try {
    log('deploying the same stacks that AWS gets');
    const deploying = deployMerchant({ endpoint: emulator.endpoint, assembly, onProgress });
    return { emulator, outputs: await Promise.race([deploying, emulator.died]) };
  } catch (error) {
    await emulator.stop();
    throw error;
  }
}
