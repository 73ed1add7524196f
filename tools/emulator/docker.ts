import type { RunCommand } from '../run/command.ts';

const image = 'ministackorg/ministack:1.5.33';

/** True where a Docker daemon answers, not only where its client is installed. */
export async function isDockerRunning(run: RunCommand): Promise<boolean> {
  return (await run('docker', ['version', '--format', '{{.Server.Version}}'])).code === 0;
}

/** Arguments of `docker` that run the emulator on a port of this machine's loopback. */
export function dockerArguments(port: number, settings: Readonly<Record<string, string>>): string[] {
  const values = { ...settings, GATEWAY_PORT: String(port), BIND_HOST: '0.0.0.0' };
  const env = Object.entries(values).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
  return ['run', '--rm', '--init', '--publish', `127.0.0.1:${port}:${port}`, ...env, image];
}
