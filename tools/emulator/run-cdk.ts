import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const projectRoot = join(import.meta.dirname, '..', '..');

export interface CdkTarget {
  /** Where the emulator answers; a synthesis needs none. */
  readonly endpoint?: string;
  readonly region: string;
  /** Hears each line that the CDK prints. */
  readonly onProgress: (line: string) => void;
}

interface Ended {
  readonly code: number | null;
  readonly lastLines: readonly string[];
}

const keptLines = 30;
const tries = 5;
const restMs = 3000;

/**
 * Runs one command of the CDK's CLI against the emulator, with this same Node; again where a connection broke under it.
 * @throws Error with the last lines that it printed.
 */
export async function runCdk(args: readonly string[], target: CdkTarget): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const { code, lastLines } = await runOnce(args, target);
    if (code === 0) {
      return;
    }
    if (attempt === tries || !lastLines.some(breaksOff)) {
      throw new Error(`cdk ${args[0]} ended with ${code}:\n${lastLines.join('\n')}`);
    }
    target.onProgress(`cdk ${args[0]} failed: the connection broke; once more`);
    await sleep(restMs);
  }
}

/** What a busy machine does to a connection. */
export function breaksOff(line: string): boolean {
  return /ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|socket hang up|TimeoutError|connect timeout/i.test(line);
}

async function runOnce(args: readonly string[], target: CdkTarget): Promise<Ended> {
  const cdk = join(projectRoot, 'node_modules', 'aws-cdk', 'bin', 'cdk');
  const command = [...settingsOf(target), process.execPath, cdk, ...args, '--ci', '--no-color', '--no-notices'];
  // `env` adds to the environment that the child inherits, so that this file need not read it.
  const child = spawn('env', command, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] });
  const end = () => child.kill();
  process.once('exit', end);
  const lastLines: string[] = [];
  const hear = (chunk: Buffer) => {
    const lines = chunk.toString().split('\n');
    for (const line of lines.filter((each) => each.trim() !== '')) {
      lastLines.push(line);
      target.onProgress(line);
    }
    lastLines.splice(0, lastLines.length - keptLines);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  process.removeListener('exit', end);
  return { code, lastLines };
}

function settingsOf({ endpoint, region }: CdkTarget): string[] {
  const settings = {
    ...(endpoint && { AWS_ENDPOINT_URL: endpoint, AWS_ENDPOINT_URL_S3: endpoint }),
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
  };
  return Object.entries(settings).map(([name, value]) => `${name}=${value}`);
}
