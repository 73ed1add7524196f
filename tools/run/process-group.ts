import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Started {
  /** Undefined while it runs; then its exit code, or 1 where a signal or a fault at the start ended it. */
  readonly exitCode: () => number | undefined;
  /** Comes about when it ends, whoever ended it. */
  readonly ended: Promise<number>;
  /** Ends the program and all that it started; answers when the program is gone. */
  readonly stop: () => Promise<void>;
}

export interface StartOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly logFile: string;
}

/** Starts a program in a process group of its own, its output in a file; it never outlives this process. */
export function startGroup(program: string, args: readonly string[], { env, logFile }: StartOptions): Started {
  const out = openSync(logFile, 'a');
  const child = spawn(program, [...args], { env, detached: true, stdio: ['ignore', out, out] });
  closeSync(out);
  let exitCode: number | undefined;
  const ended = new Promise<number>((tell) => {
    const end = (code: number) => {
      exitCode = code;
      tell(code);
    };
    child.once('error', () => end(1)).once('exit', (code) => end(code ?? 1));
  });
  const signal = (name: NodeJS.Signals) => signalGroup(child.pid, name);
  const forget = stopWithThisProcess(() => signal('SIGKILL'));
  const stop = async () => {
    forget();
    signal('SIGTERM');
    for (let waitedMs = 0; exitCode === undefined && waitedMs < 5000; waitedMs += 50) {
      await sleep(50);
    }
    signal('SIGKILL');
  };
  return { exitCode: () => exitCode, ended, stop };
}

function signalGroup(pid: number | undefined, name: NodeJS.Signals): void {
  if (pid === undefined) {
    return;
  }
  try {
    process.kill(-pid, name);
  } catch {
    // The group is gone already, which is what was asked for.
  }
}

function stopWithThisProcess(stopNow: () => void): () => void {
  const onSignal = (name: NodeJS.Signals) => {
    stopNow();
    process.removeListener(name, onSignal);
    if (process.listenerCount(name) === 0) {
      process.kill(process.pid, name);
    }
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  process.once('exit', stopNow);
  for (const name of signals) {
    process.on(name, onSignal);
  }
  return () => {
    process.removeListener('exit', stopNow);
    for (const name of signals) {
      process.removeListener(name, onSignal);
    }
  };
}
