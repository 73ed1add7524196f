import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Merchant } from '#shared/merchant/merchant.ts';
import { callSecretName, signingSecretName } from '../constructs/channel-secrets.ts';
import { readMerchant } from '../merchant.ts';
import { type LocalOutputs, localOutputs } from './outputs.ts';
import { projectRoot, runCdk } from './run-cdk.ts';

const folder = join(projectRoot, '.local');
const account = '000000000000';

export interface DeployOptions {
  /** Where the emulator answers: `http://localhost:4566`. */
  readonly endpoint: string;
  /** Hears each line that the CDK prints. */
  readonly onProgress: (line: string) => void;
  /** A file in infra/merchants. */
  readonly merchantName?: string;
}

/**
 * Deploys a merchant's two stacks to the emulator, as AWS gets them, and writes `.local/outputs.json`.
 * @throws Error with what the CDK printed last.
 */
export async function deployDemo({ merchantName = 'demo', ...target }: DeployOptions): Promise<LocalOutputs> {
  const merchant = readMerchant(merchantName);
  await mkdir(folder, { recursive: true });
  const outputs = await deployStacks(merchant, target);
  const secretNameOf = (channel: Merchant['channels'][number]) => signingSecretName({ merchant }, channel);
  const callSecretNameOf = (warehouse: Merchant['warehouses'][number]) => callSecretName({ merchant }, warehouse);
  const local = localOutputs({ endpoint: target.endpoint, merchant, outputs, secretNameOf, callSecretNameOf });
  await writeFile(join(folder, 'outputs.json'), `${JSON.stringify(local, undefined, 2)}\n`);
  return local;
}

/** Bootstraps while it synthesizes, and deploys what came out. */
async function deployStacks(
  merchant: Merchant,
  target: Omit<DeployOptions, 'merchantName'>,
): Promise<Record<string, string>> {
  const assembly = join(folder, 'cdk.out');
  const outputsFile = join(folder, 'stack-outputs.json');
  const run = (...args: string[]) => runCdk(args, { ...target, region: merchant.region });
  const context = ['-c', `merchant=${merchant.merchant}`, '-c', 'emulator=true'];
  await Promise.all([
    run('bootstrap', `aws://${account}/${merchant.region}`, '--app', ''),
    run('synth', '--quiet', '--app', `${process.execPath} infra/app.ts`, '--output', assembly, ...context),
  ]);
  const how = ['--require-approval', 'never', '--method', 'direct'];
  await run('deploy', '--all', '--app', assembly, ...how, '--outputs-file', outputsFile);
  const stacks: Record<string, Record<string, string>> = JSON.parse(await readFile(outputsFile, 'utf8'));
  return stacks[`backhaul-${merchant.merchant}`] ?? {};
}
