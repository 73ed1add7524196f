import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * Kills the processes in which one emulator runs a function, as Lambda may lose a container at any time.
 * The emulator names each by its function's logical id; of several emulators on one machine the address in the environment tells whose it is.
 * @returns how many were killed.
 */
export async function killWorkers(functionId: string, endpoint: string): Promise<number> {
  // `e` shows each process's environment behind its command, on Linux and on macOS.
  const { stdout } = await promisify(execFile)('ps', ['axeww', '-o', 'pid=,command='], { maxBuffer: 64 * 1024 * 1024 });
  const pids = stdout
    .split('\n')
    .filter((line) => isWorker(line, functionId) && isOf(line, new URL(endpoint).port))
    .map((line) => Number(line.trim().split(' ', 1)[0]));
  return pids.filter(kill).length;
}

function isWorker(line: string, functionId: string): boolean {
  return /ministack-lambda-/.test(line) && line.includes('_worker.js') && line.includes(functionId);
}

function isOf(line: string, port: string): boolean {
  return line.includes(`:${port} `) || line.includes(`GATEWAY_PORT=${port}`);
}

function kill(pid: number): boolean {
  try {
    process.kill(pid, 'SIGKILL');
    return true;
  } catch {
    return false;
  }
}
