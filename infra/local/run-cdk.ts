import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const projectRoot = join(import.meta.dirname, '..', '..');

export interface CdkTarget {
  /** Where the emulator answers. */
  readonly endpoint: string;
  readonly region: string;
  /** Hears each line that the CDK prints. */
  readonly onProgress: (line: string) => void;
}

const keptLines = 30;

/**
 * Runs one command of the CDK's CLI against the emulator, with this same Node.
 * @throws Error with the last lines that it printed.
 */
export async function runCdk(args: readonly string[], target: CdkTarget): Promise<void> {
  const cdk = join(projectRoot, 'node_modules', 'aws-cdk', 'bin', 'cdk');
  const command = [...settingsOf(target), process.execPath, cdk, ...args, '--ci', '--no-color', '--no-notices'];
  // `env` adds to the environment that the child inherits, so that this file need not read it.
  const child = spawn('env', command, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] });
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
  if (code !== 0) {
    throw new Error(`cdk ${args[0]} ended with ${code}:\n${lastLines.join('\n')}`);
  }
}

function settingsOf({ endpoint, region }: CdkTarget): string[] {
  const settings = {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
  };
  return Object.entries(settings).map(([name, value]) => `${name}=${value}`);
}
