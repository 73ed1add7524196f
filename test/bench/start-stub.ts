import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Taken } from './stub-server.ts';

export interface Stub {
  readonly endpoint: string;
  /** What came since this was last asked. */
  readonly taken: () => Promise<Taken>;
  readonly stop: () => void;
}

/** Starts the stub in a process of its own, so that what it costs is not counted. */
export async function startStub(secrets: Readonly<Record<string, string>>): Promise<Stub> {
  const env = { STUB_SECRETS: JSON.stringify(secrets) };
  const child = fork(join(import.meta.dirname, 'stub-server.ts'), [], { env });
  const [port] = await once(child, 'message');
  const endpoint = `http://127.0.0.1:${port}`;
  return {
    endpoint,
    taken: async () => (await (await fetch(`${endpoint}/taken`)).json()) as Taken,
    stop: () => child.kill(),
  };
}
