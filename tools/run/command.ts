import { execFile } from 'node:child_process';

export interface CommandResult {
  /** 0 where it went well; 127 where there is no such program, as in a shell. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export type RunCommand = (program: string, args: readonly string[]) => Promise<CommandResult>;

/** Runs a program to its end; a program that fails or is missing is a result, not an error. */
export const runCommand: RunCommand = async (program, args) =>
  await new Promise((resolve) => {
    execFile(program, [...args], { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ code: codeOf(error), stdout, stderr });
    });
  });

function codeOf(error: { code?: unknown } | null): number {
  if (error === null) {
    return 0;
  }
  return error.code === 'ENOENT' ? 127 : typeof error.code === 'number' ? error.code : 1;
}
