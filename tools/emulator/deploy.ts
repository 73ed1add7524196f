import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Merchant } from '#shared/merchant/merchant.ts';
import type { RobotSettings } from '#shared/merchant/notify.ts';
import { readMerchant } from '../../infra/merchant.ts';
import { callSecretName, signingSecretName } from '../../infra/parts/channel-secrets.ts';
import { robotSecretName } from '../../infra/parts/robot-names.ts';
import { type LocalOutputs, localOutputs } from '../operate/outputs.ts';
import { localFolderOf } from '../operate/read-outputs.ts';
import { runCdk } from './run-cdk.ts';

const account = '000000000000';

interface Hearing {
  /** Hears each line that the CDK prints. */
  readonly onProgress: (line: string) => void;
  /** A file in infra/merchants; the demo's where not given. */
  readonly merchantName?: string;
}

export interface DeployOptions extends Hearing {
  /** Where the emulator answers: `http://localhost:4566`. */
  readonly endpoint: string;
  /** What {@link synthesizeMerchant} is making, where it was begun before; else it is made meanwhile. */
  readonly assembly?: Promise<string>;
}

/** What is deployed, as AWS gets it; it needs no emulator. @returns the folder that it is in. */
export async function synthesizeMerchant({ merchantName = 'demo', onProgress }: Hearing): Promise<string> {
  const { merchant, region } = readMerchant(merchantName);
  const assembly = join(localFolderOf(merchant), 'cdk.out');
  const context = ['-c', `merchant=${merchant}`, '-c', 'emulator=true'];
  const app = ['--app', `${process.execPath} infra/app.ts`];
  await runCdk(['synth', '--quiet', ...app, '--output', assembly, ...context], { region, onProgress });
  return assembly;
}

/**
 * Deploys a merchant's two stacks to the emulator, as AWS gets them, and writes its `outputs.json`.
 * @throws Error with what the CDK printed last.
 */
export async function deployMerchant(options: DeployOptions): Promise<LocalOutputs> {
  const merchant = readMerchant(options.merchantName ?? 'demo');
  const folder = localFolderOf(merchant.merchant);
  await mkdir(folder, { recursive: true });
  const assembly = options.assembly ?? synthesizeMerchant(options);
  const outputs = await deployStacks(merchant, { ...options, assembly });
  const secretNameOf = (channel: Merchant['channels'][number]) => signingSecretName({ merchant }, channel);
  const callSecretNameOf = (warehouse: Merchant['warehouses'][number]) => callSecretName({ merchant }, warehouse);
  const robotSecretNameOf = (robot: RobotSettings) => robotSecretName({ merchant }, robot);
  const names = { secretNameOf, callSecretNameOf, robotSecretNameOf };
  const local = localOutputs({ endpoint: options.endpoint, merchant, outputs, ...names });
  await writeFile(join(folder, 'outputs.json'), `${JSON.stringify(local, undefined, 2)}\n`);
  return local;
}

/** Bootstraps while it is synthesized, and deploys what came out. */
async function deployStacks(
  merchant: Merchant,
  { assembly, ...target }: DeployOptions & { readonly assembly: Promise<string> },
): Promise<Record<string, string>> {
  const outputsFile = join(localFolderOf(merchant.merchant), 'stack-outputs.json');
  const run = (...args: string[]) => runCdk(args, { ...target, region: merchant.region });
  const [app] = await Promise.all([assembly, run('bootstrap', `aws://${account}/${merchant.region}`, '--app', '')]);
  const how = ['--require-approval', 'never', '--method', 'direct'];
  await run('deploy', '--all', '--app', app, ...how, '--outputs-file', outputsFile);
  const stacks: Record<string, Record<string, string>> = JSON.parse(await readFile(outputsFile, 'utf8'));
  return stacks[`backhaul-${merchant.merchant}`] ?? {};
}
